import type { Doc, Place } from "@gongkai/document";
import type { Edition } from "../editions/form.ts";
import { parseFigure } from "./figure.ts";
import type { ToldFigure } from "./prose-figures.ts";
import { findProseForm, type ProseRow } from "./prose-rows.ts";
import { enterPlain, enterSlot, type ReportDraft } from "./report-draft.ts";
import type { SectionHeading } from "./section-heading.ts";
import { slotOf } from "./slot.ts";
import { loneFigure, placeInSource } from "./token.ts";
import { simplify } from "./traditional.ts";

const MOST_SENTENCES = 20_000;
/** Every figure there can be has one of these. */
const FIGURE_WORD = /[\d零未]/;
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
  const form = findProseForm(edition, missing);
  let current: ProseRow | undefined;
  const sentences = listSentences(doc);
  let isToldInFull: boolean | undefined; // asked only where a heading is missing
  const belongsTo = (table: 2 | 3 | 4, section: string | undefined): boolean => {
    if (section === `table${table}`) return true;
    if (headings.some((heading) => heading.section === `table${table}`)) return false;
    return (isToldInFull ??= tellsTable3(sentences, edition));
  };
  for (const sentence of sentences) {
    const section = sectionAt(headings, sentence.start);
    const named = form.nameRow(sentence.text);
    const row = named?.row ?? (current && sentence.continues ? current : undefined);
    current = row;
    if (!row || !FIGURE_WORD.test(sentence.text)) continue;
    const nameEnd = named?.end ?? 0;
    for (let told = row.findFigure(sentence.text, 0); told; told = row.findFigure(sentence.text, told.to)) {
      if (told.nameTo < nameEnd || draft.sources[told.cell.number] !== undefined) continue;
      enterTold(draft, told, sentence, belongsTo(row.table, section));
    }
  }
}

/** `isOfTable`: it stands where its table should; elsewhere it is no more than a candidate. */
function enterTold(draft: ReportDraft, told: ToldFigure, sentence: Sentence, isOfTable: boolean): void {
  const { cell, printed, plain } = told;
  const text = sentence.block.text.slice(sentence.offset + told.from, sentence.offset + told.to); // as printed, not simplified
  const start = placeInSource(draft.text, sentence.block, text, sentence.offset + told.from);
  const at = { start, end: start + text.length };
  if (isOfTable && plain !== undefined && cell.kind !== "amount") return enterPlain(draft, cell.number, text, start, at.end, at, plain);
  const figure = parseFigure(printed);
  if (!figure) return;
  const slot = slotOf(loneFigure(text, start, at, figure));
  const { unit } = told;
  enterSlot(
    draft,
    cell.number,
    isOfTable ? slot : { ...slot, value: null, state: "unclear", candidates: [slot.value] },
    cell.kind,
    unit === "元" || unit === "万元" || unit === "亿元" ? unit : undefined,
  );
}

/** Whether so many sentences tell all columns of table 3 that they are the table. */
function tellsTable3(sentences: readonly Sentence[], { table3 }: Edition): boolean {
  const fullRows = sentences.filter(({ text }) => table3.columns.every(({ label }) => text.includes(label)));
  return fullRows.length >= ROWS_OF_A_TOLD_TABLE;
}

interface Sentence {
  readonly text: string;
  readonly block: { readonly text: string; readonly at: Place };
  /** Offset in the block's text. */
  readonly offset: number;
  readonly start: number;
  readonly continues: boolean;
}

/** Where a sentence, or a part of one, ends. */
const STOP = /[。；;\n]/g;

function listSentences(doc: Doc): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of doc.blocks) {
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    const { text, at } = block;
    let continues = false;
    for (let from = 0; from < text.length;) {
      STOP.lastIndex = from;
      const to = STOP.test(text) ? STOP.lastIndex : text.length;
      const stop = text.charAt(to - 1);
      // Simplified character by character, so that offsets stay true.
      if (to > from + 1 || !"。；;\n".includes(stop)) {
        if (sentences.length === MOST_SENTENCES) return sentences;
        sentences.push({ text: simplify(text.slice(from, to)), block, offset: from, start: at.start + from, continues });
        continues = stop === "；" || stop === ";";
      }
      from = to;
    }
  }
  return sentences;
}

function sectionAt(headings: readonly SectionHeading[], start: number): string | undefined {
  return headings.findLast((heading) => heading.start <= start)?.section;
}
