import { EDITIONS } from "../editions/index.ts";
import type { Edition, FormCell } from "../editions/form.ts";
import type { CellKey, EditionId } from "../report.ts";
import { shortLabel, type SumRule, sumRules } from "./sum-rules.ts";

/** An edition turned into arrays once, so that checking a report is index arithmetic. */
export interface CompiledEdition {
  readonly edition: Edition;
  readonly cells: readonly FormCell[];
  readonly keys: readonly CellKey[];
  readonly indexOf: ReadonlyMap<CellKey, number>;
  readonly rows: readonly FormRow[];
  /** In the order of messages: T3-3, T3-2, T3-1, T4-1. */
  readonly sums: readonly SumRule[];
  /** For each cell, the sum rules it takes part in. */
  readonly sumsOf: readonly (readonly SumRule[])[];
}

/** A row of table 2 or 3 or a group of table 4, with its cells. */
export interface FormRow {
  readonly table: 2 | 3 | 4;
  /** e.g. 表三“（一）予以公开” */
  readonly name: string;
  readonly indexes: readonly number[];
  /** Column labels, in the order of `indexes`. */
  readonly columns: readonly string[];
}

const compiled = new Map<EditionId, CompiledEdition>();

/** The compiled form of an edition, made on first use. */
export function compiledEdition(id: EditionId): CompiledEdition {
  const known = compiled.get(id);
  if (known !== undefined) return known;
  const made = compile(EDITIONS[id]);
  compiled.set(id, made);
  return made;
}

function compile(edition: Edition): CompiledEdition {
  const keys = edition.cells.map((cell) => cell.key);
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const sums = sumRules(edition, indexOf);
  const sumsOf = keys.map((_, index) => sums.filter((rule) => rule.left.includes(index) || rule.right.includes(index)));
  return { edition, cells: edition.cells, keys, indexOf, rows: formRows(edition.cells), sums, sumsOf };
}

/** The cells by the row named in each cell's name, which reads 表三“row”·column. */
function formRows(cells: readonly FormCell[]): FormRow[] {
  const rows = new Map<string, { table: 2 | 3 | 4; name: string; indexes: number[]; columns: string[] }>();
  cells.forEach((cell, index) => {
    const cut = cell.name.lastIndexOf("·");
    const name = shortLabel(cell.name.slice(0, cut));
    const row = rows.get(name) ?? { table: cell.table, name, indexes: [], columns: [] };
    row.indexes.push(index);
    row.columns.push(cell.name.slice(cut + 1));
    rows.set(name, row);
  });
  return [...rows.values()];
}
