import type { Edition } from "../editions/form.ts";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId } from "../report.ts";
import { type FindFigure, figureFinder } from "./prose-figures.ts";
import { numberOf } from "./report-draft.ts";
import { spellings } from "./vocabulary.ts";

/** A row of the form for reading prose: the words that name it, and the words that name its cells. */
export interface ProseRow {
  readonly table: 2 | 3 | 4;
  readonly names: readonly string[];
  /** Finds the figures of its cells. */
  readonly findFigure: FindFigure;
}

/** The rows of some tables of an edition, for reading prose. */
export interface ProseForm {
  /** The row a sentence names, by the longest name in it, and where that name ends. */
  readonly nameRow: (text: string) => { readonly row: ProseRow; readonly end: number } | undefined;
}

const ROWS: Readonly<Record<EditionId, readonly ProseRow[]>> = { "2019": listRows(EDITIONS["2019"]), "2021": listRows(EDITIONS["2021"]) };
const FORMS = new Map<string, ProseForm>();

/** The rows of the tables that are missing, put together once for each choice of tables. */
export function findProseForm(edition: Edition, missing: ReadonlySet<2 | 3 | 4>): ProseForm {
  const key = `${edition.id} ${[2, 3, 4].filter((table) => missing.has(table as 2 | 3 | 4)).join("")}`; // these are the tables
  const known = FORMS.get(key);
  if (known) return known;
  const form = createForm(ROWS[edition.id].filter((row) => missing.has(row.table)));
  FORMS.set(key, form);
  return form;
}

interface Name {
  readonly row: ProseRow;
  readonly name: string;
  /** Among names of one length the first in the form counts. */
  readonly order: number;
}

function createForm(rows: readonly ProseRow[]): ProseForm {
  const byBeginning = new Map<number, Name[]>(); // so that a look at each character finds every name
  const begins = new Uint8Array(65_536); // by the mixed codes of two characters: 1 for those with which names begin
  const names = rows.flatMap((row) => row.names.map((name) => ({ row, name })));
  names.forEach(({ row, name }, order) => {
    const beginning = mixCodes(name.charCodeAt(0), name.charCodeAt(1));
    begins[beginning] = 1;
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { row, name, order }]);
  });
  return {
    nameRow(text) {
      let best: Name | undefined;
      let end = 0;
      for (let at = 0, code = text.charCodeAt(0), next = 0; at < text.length; at++, code = next) {
        next = text.charCodeAt(at + 1);
        const beginning = mixCodes(code, next);
        if (begins[beginning] === 0) continue;
        for (const candidate of byBeginning.get(beginning) ?? []) {
          const { name, order } = candidate;
          const isBetter = !best || name.length > best.name.length || (name.length === best.name.length && order < best.order);
          if (!isBetter || !text.startsWith(name, at)) continue;
          best = candidate;
          end = at + name.length;
        }
      }
      return best && { row: best.row, end };
    },
  };
}

/** Tells most pairs of characters apart by 16 bits. */
function mixCodes(first: number, second: number): number {
  return ((first << 7) ^ second) & 0xffff;
}

function listRows(edition: Edition): ProseRow[] {
  const second = edition.table2.flatMap((block) =>
    block.rows.map((row) => ({
      table: 2 as const,
      names: spellings(row.label),
      cells: block.columns.map((column) => ({
        number: numberOf(`${row.id}.${column.id}`),
        kind: column.kind,
        names: wordsFor(column.label),
      })),
    })),
  );
  const third = edition.table3.rows.map((row) => ({
    table: 3 as const,
    names: row.label.includes("总计") ? ["（七）总计", "(七)总计"] : row.label === "3.其他" ? ["3.其他", "3、其他"] : namesOf(row.label),
    cells: edition.table3.columns.map((column) => ({
      number: numberOf(`t3.${row.id}.${column.id}`),
      kind: "count" as const,
      names: wordsFor(column.label),
    })),
  }));
  const fourth = edition.table4.map((group) => ({
    table: 4 as const,
    names: spellings(group.label),
    cells: group.columns.map((column) => ({
      number: numberOf(`${group.id}.${column.id}`),
      kind: "count" as const,
      names: wordsFor(column.label),
    })),
  }));
  return [...second, ...third, ...fourth].map(({ cells, ...row }) => ({ ...row, findFigure: figureFinder(cells) }));
}

/** The printed label without its ordinal, punctuation kept (逾期不补正、行政机关…), and its spellings. */
function namesOf(label: string): string[] {
  const plain = label.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, "");
  return [plain, ...spellings(label)].filter((name) => name.length > 2 || name === plain);
}

function wordsFor(label: string): string[] {
  return [...new Set([label, ...spellings(label), label.replace("/", "")])].filter((word) => word.length > 1);
}
