import { EDITIONS } from "@gongkai/annual-report";
import { expect, test } from "vitest";
import { layOutTables } from "./lay-out-tables.ts";
import { type Move, moveInTable, readMove } from "./move-in-table.ts";

const tables = new Map(layOutTables(EDITIONS["2021"]).map((table) => [table.id, table]));

test.each<{ table: "table2" | "table3" | "table4"; from: string; move: Move; to: string; why: string }>([
  { table: "table3", from: "t3.new.natural", move: "right", to: "t3.new.business", why: "to the next column" },
  { table: "table3", from: "t3.new.natural", move: "down", to: "t3.carriedIn.natural", why: "to the next row" },
  { table: "table3", from: "t3.new.natural", move: "left", to: "t3.new.natural", why: "nowhere past the first column" },
  { table: "table3", from: "t3.new.natural", move: "up", to: "t3.new.natural", why: "nowhere past the first row" },
  { table: "table3", from: "t3.partial.legal", move: "row-end", to: "t3.partial.total", why: "to the end of the row" },
  { table: "table3", from: "t3.partial.legal", move: "table-end", to: "t3.carriedOut.total", why: "to the end of the table" },
  { table: "table2", from: "t2.normative.effective", move: "down", to: "t2.license.decisions", why: "into a wider cell below" },
  { table: "table2", from: "t2.license.decisions", move: "up", to: "t2.normative.issued", why: "back into the narrow ones above" },
  { table: "table4", from: "t4.reconsideration.total", move: "right", to: "t4.litigationDirect.upheld", why: "into the next group" },
])("goes $why", ({ table, from, move, to }) => {
  const shown = tables.get(table);
  expect(shown && moveInTable(shown, from, move)).toBe(to);
});

test("leaves other keys to the browser", () => {
  expect(readMove({ key: "Tab", ctrlKey: false, metaKey: false })).toBeUndefined();
  expect(readMove({ key: "Home", ctrlKey: true, metaKey: false })).toBe("table-start");
});
