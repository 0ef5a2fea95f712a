import type { Doc, Place } from "@gongkai/document";
import type { Edition } from "../editions/form.ts";
import { type Unit, parseFigure } from "./figure.ts";
import { findProseForm, type ProseRow } from "./prose-rows.ts";
import { enterSlot, type ReportDraft } from "./report-draft.ts";
import type { SectionHeading } from "./section-heading.ts";
import { type Slot, slotOf } from "./slot.ts";
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
  const told = [...firstSentences(doc)];
  let isToldInFull: boolean | undefined; // asked only where a heading is missing
  const belongsTo = (table: 2 | 3 | 4, section: string | undefined): boolean => {
    if (section === `table${table}`) return true;
    if (headings.some((heading) => heading.section === `table${table}`)) return false;
    return (isToldInFull ??= tellsTable3(told, edition));
  };
  for (const sentence of told) {
    const section = sectionAt(headings, sentence.start);
    const named = form.nameRow(sentence.text);
    const row = named?.row ?? (current && sentence.continues ? current : undefined);
    current = row;
    if (!row || !FIGURE_WORD.test(sentence.text)) continue;
    const nameEnd = named?.end ?? 0;
    const { figures } = row;
    figures.lastIndex = 0;
    for (let found = figures.exec(sentence.text); found; found = figures.exec(sentence.text)) {
      if (found.index < nameEnd - (found[1]?.length ?? 0)) continue;
      const cell = row.cellOf.get(found[1] ?? "");
      if (!cell || draft.sources[cell.number] !== undefined) continue;
      const slot = slotAt(doc.text, sentence, found);
      if (!slot) continue;
      const unit = found[3] as Unit | undefined; // only 元, 万元, 亿元 are units to enterSlot's amounts
      enterSlot(
        draft,
        cell.number,
        belongsTo(row.table, section) ? slot : { ...slot, value: null, state: "unclear", candidates: [slot.value] },
        cell.kind,
        unit === "元" || unit === "万元" || unit === "亿元" ? unit : undefined,
      );
    }
  }
}

/** Whether so many sentences tell all columns of table 3 that they are the table. */
function tellsTable3(told: readonly Sentence[], { table3 }: Edition): boolean {
  const fullRows = told.filter(({ text }) => table3.columns.every(({ label }) => text.includes(label)));
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

function* firstSentences(doc: Doc): Generator<Sentence> {
  let left = MOST_SENTENCES;
  for (const sentence of sentences(doc)) {
    if (left-- === 0) return;
    yield sentence;
  }
}

/** Where a sentence, or a part of one, ends. */
const STOP = /[。；;\n]/g;

function* sentences(doc: Doc): Generator<Sentence> {
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
        yield { text: simplify(text.slice(from, to)), block, offset: from, start: at.start + from, continues };
        continues = stop === "；" || stop === ";";
      }
      from = to;
    }
  }
}

function sectionAt(headings: readonly SectionHeading[], start: number): string | undefined {
  return headings.findLast((heading) => heading.start <= start)?.section;
}

function slotAt(docText: string, sentence: Sentence, found: RegExpExecArray): Slot | undefined {
  const printed = `${found[2] ?? ""}${found[3] ?? ""}`;
  const figure = parseFigure(printed);
  if (!figure) return undefined;
  const from = found.index + found[0].lastIndexOf(found[2] ?? "");
  const to = found.index + found[0].length;
  const text = sentence.block.text.slice(sentence.offset + from, sentence.offset + to); // as printed, not simplified
  const start = placeInSource(docText, sentence.block, text, sentence.offset + from);
  return slotOf(loneFigure(text, start, { start, end: start + text.length }, figure));
}
