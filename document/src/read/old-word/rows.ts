import type { DocxContent } from "../docx-content.ts";
import { type CellSource, createRowSource, type RowSource } from "../docx-table.ts";
import { listChanges } from "./properties.ts";

/** A row as its end mark describes it: the edges of its cells, and which of them belong together. */
export interface OldRow {
  readonly cells: readonly (readonly DocxContent[])[];
  readonly properties: Buffer;
}

const TABLE_SHAPE = 0xd608;
const VERTICAL_MERGE = 0xd62b;
const HEADER_ROW = 0x3404;
const CELL_BYTES = 20;
/** Edges of different rows nearer than this are one, in twentieths of a point: rows drawn by hand miss each other by some. */
const NEAR = 40;

interface Shape {
  readonly edges: readonly number[];
  readonly merges: readonly CellSource["vertical"][];
  readonly isHeader: boolean;
}

/** Puts the rows of a table into one grid. */
export function placeRows(rows: readonly OldRow[]): RowSource[] {
  const shapes = rows.map(({ properties }) => readShape(properties.subarray(2)));
  const columns = columnsOf(shapes.flatMap(({ edges }) => edges));
  return rows.map(({ cells }, index) => {
    const shape = shapes[index];
    const source = createRowSource();
    source.header = shape?.isHeader ?? false;
    cells.forEach((content, position) => {
      const from = shape?.edges[position];
      const to = shape?.edges[position + 1];
      const column = from === undefined ? source.column : (columns.get(from) ?? source.column);
      const end = to === undefined ? column + 1 : (columns.get(to) ?? column + 1);
      const columnSpan = Math.max(1, end - column);
      source.cells.push({ column, columnSpan, vertical: shape?.merges[position] ?? "none", joinsLeft: false, content });
      source.column = column + columnSpan;
    });
    return source;
  });
}

function readShape(changes: Buffer): Shape {
  let edges: number[] = [];
  let merges: CellSource["vertical"][] = [];
  let isHeader = false;
  for (const { code, value } of listChanges(changes)) {
    if (code === TABLE_SHAPE && value.length > 0) {
      const count = value.readUInt8(0);
      edges = Array.from({ length: Math.min(count + 1, Math.floor((value.length - 1) / 2)) }, (_, index) =>
        value.readInt16LE(1 + index * 2),
      );
      const cellsAt = 1 + (count + 1) * 2;
      merges = Array.from({ length: count }, (_, index) => {
        const at = cellsAt + index * CELL_BYTES;
        return at + 2 <= value.length ? mergeOf(value.readUInt16LE(at) >> 5) : "none";
      });
    } else if (code === VERTICAL_MERGE && value.length >= 2) merges[value.readUInt8(0)] = mergeOf(value.readUInt8(1));
    else if (code === HEADER_ROW) isHeader = value[0] === 1;
  }
  return { edges, merges, isHeader };
}

function mergeOf(bits: number): CellSource["vertical"] {
  if ((bits & 1) === 0) return "none";
  return (bits & 2) === 0 ? "continue" : "restart";
}

/** The grid column that begins at each edge. */
function columnsOf(edges: readonly number[]): Map<number, number> {
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - first > NEAR) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return columns;
}
