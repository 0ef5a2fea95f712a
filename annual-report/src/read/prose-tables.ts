import type { Doc, Place } from "@gongkai/document";
import type { CellKind, Edition } from "../editions/form.ts";
import { type Unit, parseFigure } from "./figure.ts";
import { enterSlot, type ReportDraft } from "./report-draft.ts";
import type { SectionHeading } from "./section-heading.ts";
import { type Slot, slotOf } from "./slot.ts";
import { placeInSource, type Token } from "./token.ts";
import { simplify } from "./traditional.ts";
import { spellings } from "./vocabulary.ts";

/** A row of the form for reading prose: the words that name it, and the words that name its cells. */
interface ProseRow {
  readonly table: 2 | 3 | 4;
  readonly names: readonly string[];
  readonly cells: readonly { readonly key: string; readonly kind: CellKind; readonly names: readonly string[] }[];
}

const MOST_SENTENCES = 20_000;
const FIGURE = "([+\\-－+]?(?:\\d{1,3}(?:[,，]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|[减增]\\d+|未增未减|零)\\s*(亿元|万元|元|件|条|项|个|次)?";
const BETWEEN = "\\s*(?:（[^）]{0,12}）|\\([^)]{0,12}\\))?\\s*(?:数量|件数)?\\s*(?:为|是|：|:|共|有|计|—|-{2})?\\s*(?:约)?\\s*";

/** So many rows of table 3 told with all their columns are a table told in sentences, not a narrative. */
const ROWS_OF_A_TOLD_TABLE = 10;

/**
 * Reads tables that are written out as sentences (新收申请数量：自然人3件、商业企业0件……) where the document has no such
 * table. In the table's own section, or where headings are lost and the whole of table 3 is told, a sentence that names
 * row and cell is as good as the cell; anywhere else it is narrative, and its figure is only offered as a candidate.
 */
export function readProseTables(
  doc: Doc,
  headings: readonly SectionHeading[],
  edition: Edition,
  missing: ReadonlySet<2 | 3 | 4>,
  draft: ReportDraft,
): void {
  const rows = proseRows(edition).filter((row) => missing.has(row.table));
  const cellNames = new Map(
    rows.map(
      (row) =>
        [
          row,
          new RegExp(
            `(${row.cells
              .flatMap((cell) => cell.names)
              .sort(byLength)
              .map(escape)
              .join("|")})${BETWEEN}${FIGURE}`,
            "g",
          ),
        ] as const,
    ),
  );
  let current: ProseRow | undefined;
  const told = [...firstSentences(doc)];
  const fullRows = told.filter(({ text }) => edition.table3.columns.every(({ label }) => text.includes(label)));
  const isToldInFull = fullRows.length >= ROWS_OF_A_TOLD_TABLE;
  const hasHeading = (table: 2 | 3 | 4): boolean => headings.some((heading) => heading.section === `table${table}`);
  for (const sentence of told) {
    const section = sectionAt(headings, sentence.start);
    const row = nameRow(sentence.text, rows) ?? (current && sentence.continues ? current : undefined);
    current = row;
    if (!row) continue;
    const nameEnd = endOfName(sentence.text, row);
    for (const found of sentence.text.matchAll(cellNames.get(row) ?? /$^/g)) {
      if (found.index < nameEnd - (found[1]?.length ?? 0)) continue;
      const cell = row.cells.find(({ names }) => names.includes(found[1] ?? ""));
      if (!cell || cell.key in draft.sources) continue;
      const slot = slotAt(doc.text, sentence, found);
      if (!slot) continue;
      const isOwnSection = section === `table${row.table}` || (isToldInFull && !hasHeading(row.table));
      const unit = found[3] as Unit | undefined; // only 元, 万元, 亿元 are units to enterSlot's amounts
      enterSlot(
        draft,
        cell.key,
        isOwnSection ? slot : { ...slot, value: null, state: "unclear", candidates: [slot.value] },
        cell.kind,
        unit === "元" || unit === "万元" || unit === "亿元" ? unit : undefined,
      );
    }
  }
}

interface Sentence {
  readonly text: string;
  readonly block: { readonly text: string; readonly at: Place };
  /** Offset in the block's text. */
  readonly offset: number;
  readonly start: number;
  readonly continues: boolean;
}

function* firstSentences(doc: Doc): Generator<Sentence> {
  let left = MOST_SENTENCES;
  for (const sentence of sentences(doc)) {
    if (left-- === 0) return;
    yield sentence;
  }
}

function* sentences(doc: Doc): Generator<Sentence> {
  for (const block of doc.blocks) {
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    let continues = false;
    for (const part of block.text.matchAll(/[^。；;\n]+[。；;\n]?/g)) {
      // Simplified character by character, so that offsets stay true.
      yield { text: simplify(part[0]), block, offset: part.index, start: block.at.start + part.index, continues };
      continues = /[；;]$/.test(part[0]);
    }
  }
}

function sectionAt(headings: readonly SectionHeading[], start: number): string | undefined {
  return headings.findLast((heading) => heading.start <= start)?.section;
}

function nameRow(text: string, rows: readonly ProseRow[]): ProseRow | undefined {
  let best: ProseRow | undefined;
  let longest = 0;
  for (const row of rows) {
    for (const name of row.names) {
      if (name.length > longest && text.includes(name)) {
        best = row;
        longest = name.length;
      }
    }
  }
  return best;
}

function endOfName(text: string, row: ProseRow): number {
  const name = [...row.names].sort(byLength).find((candidate) => text.includes(candidate));
  return name === undefined ? 0 : text.indexOf(name) + name.length;
}

function slotAt(docText: string, sentence: Sentence, found: RegExpExecArray | RegExpMatchArray): Slot | undefined {
  const printed = `${found[2] ?? ""}${found[3] ?? ""}`;
  const figure = parseFigure(printed);
  if (!figure) return undefined;
  const from = (found.index ?? 0) + found[0].lastIndexOf(found[2] ?? "");
  const to = (found.index ?? 0) + found[0].length;
  const text = sentence.block.text.slice(sentence.offset + from, sentence.offset + to); // as printed, not simplified
  const start = placeInSource(docText, sentence.block, text, sentence.offset + from);
  const end = start + text.length;
  const token: Token = {
    kind: "figure",
    text,
    start,
    end,
    at: { start, end },
    block: 0,
    row: 0,
    cell: 0,
    inTable: false,
    inGrid: false,
    position: 0,
    label: { core: "", ordinal: "" },
    marks: [],
    figure,
  };
  return slotOf(token);
}

function proseRows(edition: Edition): ProseRow[] {
  const second = edition.table2.flatMap((block) =>
    block.rows.map((row) => ({
      table: 2 as const,
      names: spellings(row.label),
      cells: block.columns.map((column) => ({ key: `${row.id}.${column.id}`, kind: column.kind, names: wordsFor(column.label) })),
    })),
  );
  const third = edition.table3.rows.map((row) => ({
    table: 3 as const,
    names: row.label.includes("总计") ? ["（七）总计", "(七)总计"] : namesOf(row.label),
    cells: edition.table3.columns.map((column) => ({
      key: `t3.${row.id}.${column.id}`,
      kind: "count" as const,
      names: wordsFor(column.label),
    })),
  }));
  const fourth = edition.table4.map((group) => ({
    table: 4 as const,
    names: spellings(group.label),
    cells: group.columns.map((column) => ({ key: `${group.id}.${column.id}`, kind: "count" as const, names: wordsFor(column.label) })),
  }));
  return [...second, ...third, ...fourth];
}

/** The printed label without its ordinal, punctuation kept (逾期不补正、行政机关…), and its spellings. */
function namesOf(label: string): string[] {
  const plain = label.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, "");
  return [plain, ...spellings(label)].filter((name) => name.length > 2 || name === plain);
}

function wordsFor(label: string): string[] {
  return [...new Set([label, ...spellings(label), label.replace("/", "")])].filter((word) => word.length > 1);
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
