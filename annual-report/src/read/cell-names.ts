import type { CellKind, Edition } from "../editions/form.ts";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId } from "../report.ts";
import { numberOf } from "./report-draft.ts";
import { spellings } from "./vocabulary.ts";

/** A cell as its column names it. */
export interface NamedCell {
  readonly table: 2 | 3 | 4;
  readonly number: number;
  readonly kind: CellKind;
}

/** What a text may name: a row of the form, or a column of the row named before. */
export interface CellNames {
  /** Every name of a row or column, the longest first; to be used from `lastIndex` on. */
  readonly anyName: RegExp;
  /** The cells of a row by the names of its columns. */
  readonly cellsOf: (row: string) => ReadonlyMap<string, NamedCell> | undefined;
  readonly tableOf: ReadonlyMap<2 | 3 | 4, number>;
}

const NAMES: Readonly<Record<EditionId, CellNames>> = { "2019": namesOf(EDITIONS["2019"]), "2021": namesOf(EDITIONS["2021"]) };

/** The names of the rows and columns of an edition. */
export function cellNames(edition: EditionId): CellNames {
  return NAMES[edition];
}

interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind?: CellKind;
}

function namesOf({ table2, table3, table4, cells }: Edition): CellNames {
  const rows = new Map<string, ReadonlyMap<string, NamedCell>>();
  const columns = new Set<string>();
  const add = (names: readonly string[], table: 2 | 3 | 4, id: string, of: readonly Column[]): void => {
    const own = new Map(
      of.flatMap((column) =>
        wordsFor(column.label).map(
          (word) => [word, { table, number: numberOf(`${id}.${column.id}`), kind: column.kind ?? "count" }] as const,
        ),
      ),
    );
    for (const word of own.keys()) columns.add(word);
    for (const name of names) if (!rows.has(name)) rows.set(name, own);
  };
  for (const { rows: own, columns: of } of table2) for (const { id, label } of own) add(wordsFor(label), 2, id, of);
  for (const { id, label } of table3.rows) add(rowNames(label), 3, `t3.${id}`, table3.columns);
  for (const { id, label, columns: of } of table4) add(spellings(label), 4, id, of);
  const all = [...rows.keys(), ...columns].sort((one, other) => other.length - one.length);
  return {
    anyName: new RegExp(all.map(escape).join("|"), "g"),
    cellsOf: (row) => rows.get(row),
    tableOf: new Map(([2, 3, 4] as const).map((table) => [table, cells.filter((cell) => cell.table === table).length])),
  };
}

/** 其他 and 总计 name rows only with their numbers, since columns have these names too. */
function rowNames(label: string): string[] {
  const ascii = label.replaceAll("（", "(").replaceAll("）", ")").replaceAll("，", ",");
  const plain = ascii.replace(/^(?:[一二三四]、|\([一二三四五六七]\)|\d\.)/, "");
  if (plain.length > 2) return [...new Set([plain, ...spellings(label)])].filter((name) => name.length > 2);
  const ordinal = ascii.slice(0, ascii.length - plain.length);
  return [ascii, `${ordinal} ${plain}`, ascii.replace(".", "、")];
}

function wordsFor(label: string): string[] {
  const plain = label.replace(/（.*/, "");
  return [...new Set([plain, ...spellings(label), plain.replace("/", "")])].filter((word) => word.length > 1);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
