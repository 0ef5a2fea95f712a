import { EDITIONS } from "@gongkai/annual-report";
import { describe, expect, test } from "vitest";
import { layOutTables, type ShownTable } from "./lay-out-tables.ts";

describe.each(Object.values(EDITIONS))("the tables of edition $id", (edition) => {
  test.each(layOutTables(edition))("fill the grid of $id without holes or overlaps", (table) => {
    const covered = new Map<string, number>();
    table.parts
      .flatMap((part) => part.rows)
      .forEach((row, index) => {
        for (const cell of row)
          for (let r = index; r < index + cell.rowSpan; r++)
            for (let c = cell.column; c < cell.column + cell.columnSpan; c++) covered.set(`${r},${c}`, (covered.get(`${r},${c}`) ?? 0) + 1);
      });
    const rows = table.parts.reduce((sum, part) => sum + part.rows.length, 0);
    expect(covered.size).toBe(rows * table.columns);
    expect(new Set(covered.values())).toEqual(new Set([1]));
  });

  test("hold every figure once", () => {
    const keys = layOutTables(edition)
      .flatMap(cellsOf)
      .flatMap((cell) => cell.key ?? []);
    expect(keys).toEqual(edition.cells.map((cell) => cell.key));
  });

  test("say what each header speaks for", () => {
    const [second, third, fourth] = layOutTables(edition);
    const scopeOf = (table: ShownTable | undefined, text: string) =>
      (table === undefined ? [] : cellsOf(table)).find((cell) => cell.text.includes(text))?.scope;
    expect(scopeOf(second, "第二十条第（五）项")).toBe("colgroup");
    expect(scopeOf(third, "自然人")).toBe("col");
    expect(scopeOf(third, "（三）不予公开")).toBe("rowgroup");
    expect(scopeOf(third, "1.属于国家秘密")).toBe("row");
    expect(scopeOf(fourth, "行政诉讼")).toBe("colgroup");
  });

  test("part the head from the figures, and table 2 into its blocks", () => {
    const [second, third, fourth] = layOutTables(edition);
    expect(second?.parts.map((part) => part.isHead)).toEqual(edition.table2.map(() => false));
    for (const table of [third, fourth]) expect(table?.parts.map((part) => part.isHead)).toEqual([true, false]);
    expect([second?.labelColumns, third?.labelColumns, fourth?.labelColumns]).toEqual([1, 3, 0]);
  });
});

function cellsOf(table: ShownTable) {
  return table.parts.flatMap((part) => part.rows.flat());
}
