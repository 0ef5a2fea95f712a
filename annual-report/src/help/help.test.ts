import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { findHelp, HELP, listHelpIds } from "./index.ts";

describe.each(["2019", "2021"] as const)("the help of the %s form", (edition) => {
  test("explains every row and every column, and nothing the form does not have", () => {
    expect(Object.keys(HELP[edition]).sort()).toEqual(listHelpIds(edition).sort());
  });

  test("gives each cell the text of its row and of its column", () => {
    for (const { key } of EDITIONS[edition].cells) expect(findHelp(edition, key)).toHaveLength(2);
  });

  test("says what is counted and what goes wrong, in whole sentences", () => {
    for (const { counts, mistakes, practice } of Object.values(HELP[edition])) {
      expect(mistakes.length).toBeGreaterThan(0);
      for (const text of [counts, ...mistakes, practice ?? "。"]) expect(text).toMatch(/。$/u);
    }
  });

  test("names the same article as the form does", () => {
    const rows = EDITIONS[edition].table3.rows.filter((row) => row.article !== undefined);
    expect(rows.map(({ id }) => HELP[edition][`t3.${id}`]?.article)).toEqual(rows.map(({ article }) => article));
  });
});

test("a cell's help is named for its row and its column", () => {
  expect(findHelp("2021", "t3.denied.secret.legal").map(({ label }) => label)).toEqual([
    "表三“（三）不予公开1.属于国家秘密”",
    "法律服务机构",
  ]);
});

test("a key of another form has no help", () => {
  expect(findHelp("2021", "t2.procurement.items")).toEqual([]);
});
