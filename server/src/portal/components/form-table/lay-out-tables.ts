import { type CellKey, composeTables, type Edition } from "@gongkai/annual-report";

/** A table of the form ready to be shown: its parts, its cells with their place in the grid. */
export interface ShownTable {
  readonly id: "table2" | "table3" | "table4";
  readonly columns: number;
  /** Columns that hold row labels; they stay in sight while the figures scroll. */
  readonly labelColumns: number;
  readonly parts: readonly ShownPart[];
}

/** Rows that belong together: the head of tables 3 and 4, the body, or one block of table 2. */
export interface ShownPart {
  readonly isHead: boolean;
  readonly rows: readonly (readonly ShownCell[])[];
}

export interface ShownCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** What a header speaks for; undefined for a figure. */
  readonly scope?: "col" | "colgroup" | "row" | "rowgroup";
  readonly key?: CellKey;
  /** For the label of a row: its first figure, by which its help text is found. */
  readonly labels?: CellKey;
}

/** The three tables of an edition with the place and the scope of every cell, as a browser needs them. */
export function layOutTables(edition: Edition): readonly ShownTable[] {
  return composeTables(edition, () => "").map(({ table, rows }) => {
    const coveredUntil: number[] = []; // per grid column: the first row that is free again
    const placed = rows.map((row, index) => {
      const first = row.findIndex((cell) => cell.key !== undefined);
      const holdsFigures = first >= 0;
      const firstKey = row[first]?.key;
      let column = 0;
      return row.map(({ text, columnSpan, rowSpan, key }, position): ShownCell => {
        while ((coveredUntil[column] ?? 0) > index) column++;
        const cell = { text, column, columnSpan, rowSpan };
        for (let c = column; c < column + columnSpan; c++) coveredUntil[c] = index + rowSpan;
        column += columnSpan;
        if (key !== undefined) return { ...cell, key };
        if (holdsFigures && position === first - 1 && firstKey !== undefined) return { ...cell, scope: "row", labels: firstKey };
        if (holdsFigures) return { ...cell, scope: rowSpan > 1 ? "rowgroup" : "row" };
        return { ...cell, scope: columnSpan > 1 ? "colgroup" : "col" };
      });
    });
    const id = `table${table}` as const;
    const columns = coveredUntil.length;
    return {
      id,
      columns,
      labelColumns: Math.min(...placed.flat().flatMap((cell) => (cell.key === undefined ? [] : [cell.column]))),
      parts: splitParts(placed, columns),
    };
  });
}

/** A row of headers after a row of figures, or before any, begins a part; only a head that no block title opens is a head. */
function splitParts(rows: readonly (readonly ShownCell[])[], columns: number): ShownPart[] {
  const parts: { isHead: boolean; rows: (readonly ShownCell[])[] }[] = [];
  for (const row of rows) {
    const opensBlock = row[0]?.columnSpan === columns && row[0].key === undefined;
    const isHead = !opensBlock && row.every((cell) => cell.scope === "col" || cell.scope === "colgroup");
    const last = parts.at(-1);
    if (last === undefined || opensBlock || (last.isHead && !isHead)) parts.push({ isHead: isHead && last === undefined, rows: [row] });
    else last.rows.push(row);
  }
  return parts;
}
