import type { Catalogue } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { usualEntry } from "./usual-entry.ts";

type Entry = Catalogue["entries"][number];
// Only what the choice looks at.
const anEntry = (id: string, more: Partial<Entry> = {}) =>
  ({ id, name: "政策文件", subItem: "", way: "proactive", closedOn: null, items: 0, ...more }) as Entry;

describe("the entry for what was disclosed on application", () => {
  test.each([
    { when: "one is named for it", entries: [anEntry("a", { items: 9 }), anEntry("b", { subItem: "依申请转主动公开" })], chosen: "b" },
    { when: "none is named for it", entries: [anEntry("a"), anEntry("b", { items: 3 })], chosen: "b" },
    { when: "the most used is closed", entries: [anEntry("a", { items: 3, closedOn: "2026-01-01" }), anEntry("b")], chosen: "b" },
    { when: "the catalogue is empty", entries: [], chosen: "" },
  ])("is $chosen when $when", ({ entries, chosen }) => {
    expect(usualEntry({ entries })).toBe(chosen);
  });
});
