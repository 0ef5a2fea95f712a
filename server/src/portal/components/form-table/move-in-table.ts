import type { CellKey } from "@gongkai/annual-report";
import type { ShownTable } from "./lay-out-tables.ts";

export type Move = "left" | "right" | "up" | "down" | "row-start" | "row-end" | "table-start" | "table-end";

/** The figure the focus goes to from another; the same one where there is nothing further that way. */
export function moveInTable(table: ShownTable, from: CellKey, move: Move): CellKey {
  const rows = table.parts
    .flatMap((part) => part.rows)
    .map((row) => row.flatMap((cell) => (cell.key === undefined ? [] : [{ ...cell, key: cell.key }])));
  const lines = rows.filter((row) => row.length > 0);
  const line = lines.findIndex((row) => row.some((cell) => cell.key === from));
  const row = lines[line] ?? [];
  const place = row.findIndex((cell) => cell.key === from);
  const column = row[place]?.column ?? 0;
  // Rows of table 2 differ in width: the figure above or below is the one that reaches over this column.
  const inLine = (other: number) => lines[other]?.find((cell) => column < cell.column + cell.columnSpan)?.key;
  const targets: Record<Move, CellKey | undefined> = {
    left: row[place - 1]?.key,
    right: row[place + 1]?.key,
    up: inLine(line - 1),
    down: inLine(line + 1),
    "row-start": row[0]?.key,
    "row-end": row.at(-1)?.key,
    "table-start": lines[0]?.[0]?.key,
    "table-end": lines.at(-1)?.at(-1)?.key,
  };
  return targets[move] ?? from;
}

/** The figure after or before another in reading order; undefined at either end of the table. */
export function stepInTable(table: ShownTable, from: CellKey, step: 1 | -1): CellKey | undefined {
  const keys = table.parts.flatMap((part) => part.rows.flat()).flatMap((cell) => cell.key ?? []);
  return keys[keys.indexOf(from) + step];
}

/** The move a key press asks for. */
export function readMove({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">): Move | undefined {
  const far = ctrlKey || metaKey;
  switch (key) {
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "Home":
      return far ? "table-start" : "row-start";
    case "End":
      return far ? "table-end" : "row-end";
    default:
      return undefined;
  }
}
