import type { AgencyNode } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { flattenTree } from "./flatten-tree.ts";

const node = (code: string, parent: string | null, closedOn: string | null = null): AgencyNode => ({
  code,
  name: `${code}机关`,
  shortName: code,
  kind: "department",
  parent,
  isDemo: false,
  closedOn,
});

const TREE = [
  node("county", null),
  node("education", "county"),
  node("school", "education"),
  node("old", "county", "2026-01-01"),
  node("traffic", "county"),
];
const show = (filter: Partial<Parameters<typeof flattenTree>[1]>) =>
  flattenTree(TREE, { text: "", closed: false, top: null, ...filter }).map(({ agency, depth }) => `${depth} ${agency.code}`);

describe("organs as a list", () => {
  test("each is followed by those below it", () => {
    expect(show({})).toEqual(["0 county", "1 education", "2 school", "1 traffic"]);
  });

  test("those above a match stay, to show where it belongs", () => {
    expect(show({ text: "SCHOOL" })).toEqual(["0 county", "1 education", "2 school"]);
  });

  test("abolished ones are shown when asked for", () => {
    expect(show({ closed: true })).toContain("1 old");
  });

  test("begins with the organ that is open", () => {
    expect(show({ top: "education" })).toEqual(["0 education", "1 school"]);
  });

  test("an organ whose superior cannot be seen stands at the top", () => {
    expect(flattenTree([node("alone", "hidden")], { text: "", closed: false, top: null })).toMatchObject([{ depth: 0 }]);
  });
});
