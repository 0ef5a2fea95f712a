import { EDITIONS } from "@gongkai/annual-report";
import { expect, test } from "vitest";
import { linkOfCell } from "./cell-link.ts";

test.each([
  { cell: "t3.new.natural", path: "applications", search: { year: 2026, row: "new", applicantKind: "natural" } },
  { cell: "t3.denied.secret.total", path: "applications", search: { year: 2026, row: "denied.secret" } },
  { cell: "t4.litigationAfter.pending", path: "remedies", search: { year: 2026, kind: "litigationAfter", result: "pending" } },
  { cell: "t2.rules.effective", path: "normative", search: { normative: "rules", validity: "effective" } },
])("$cell opens its cases", ({ cell, ...link }) => {
  expect(linkOfCell(cell, 2026)).toEqual(link);
});

test("every cell of tables 3 and 4 opens something", () => {
  const cells = EDITIONS["2021"].cells.map(({ key }) => key).filter((key) => !key.startsWith("t2."));
  expect(cells.filter((cell) => linkOfCell(cell, 2026) === undefined)).toEqual([]);
});
