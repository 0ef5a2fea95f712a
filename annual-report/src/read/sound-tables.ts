import type { Doc } from "@gongkai/document";
import type { EditionId } from "../report.ts";
import { classify, type Piece, smallNumberOf } from "./classify.ts";
import { createDraft, type ReportDraft } from "./report-draft.ts";
import type { SectionHeading } from "./section-heading.ts";
import { beginForm, type Printed, type SoundForm, type Source } from "./sound-form.ts";
import { detectEdition2 } from "./table2.ts";
import { isGrid, isRule, placeInSource, positionOf } from "./token.ts";
import { unwrapLabels } from "./unwrap-labels.ts";

/** Tables read without any doubt. */
export interface SoundTables {
  readonly draft: ReportDraft;
  readonly edition: EditionId;
  /** Where table 2 begins in `Doc.text`. */
  readonly start: number;
}

/**
 * Reads the three tables of a document that prints them just as the form has them: every label to the letter and in its place, and
 * behind each row's label just its figures, plain digits all. Most reports are so, in whatever layout; each text is then looked
 * at once, where {@link alignRows} has to weigh all against all. At the first text that is not in its place nothing is read here,
 * and undefined given. What is read here is what the closer look would read (`sound-tables.test.ts`).
 */
export function readSoundTables(doc: Doc, headings: readonly SectionHeading[]): SoundTables | undefined {
  const edition = doc.text.includes("制发件数") ? "2021" : "2019";
  const draft = createDraft(doc.text);
  const form = beginForm(edition, draft);
  if (!followDoc(doc, headings, form) || detectEdition2(form.labels2) !== edition) return undefined;
  return { draft, edition, start: form.starts.second };
}

/** Whether the document follows the form from the first label of table 2 to the end of table 4. */
function followDoc(doc: Doc, headings: readonly SectionHeading[], form: SoundForm): boolean {
  let hasGrid = false; // a bare number between two grids is the number of a page
  let hasLines = false;
  let sourceRow = 0;
  const isInTables = (): boolean => form.stage() !== "before" && form.stage() !== "after";
  const take = (source: Source, row: number, position: number): boolean => takeText(doc, source, row, position, headings, form);
  for (const block of doc.blocks) {
    if (block.kind === "pageBreak") continue;
    if (block.kind !== "table") {
      if (block.text.includes("\t") || !take(block, 0, 0)) return false;
      hasLines ||= isInTables() && isFigure(block);
    } else {
      const inGrid = isGrid(block);
      hasGrid ||= inGrid;
      for (const { cells } of unwrapLabels(block)) {
        sourceRow++;
        const [first] = cells;
        if (inGrid && !form.endRow()) return false;
        if (inGrid && first?.text.startsWith("-") && isRule(cells)) continue;
        const isAlone = inGrid && block.columns >= 4 && cells.length === 1;
        if (isAlone && isInTables() && first && isFigure(first)) return false; // of a page, perhaps
        for (const cell of cells) if (!take(cell, inGrid ? sourceRow : 0, positionOf(cell))) return false;
      }
    }
    if (hasGrid && hasLines) return false;
  }
  return form.stage() === "behind" || form.stage() === "after";
}

function isFigure({ text }: Source): boolean {
  return classify(text)[0]?.kind === "figure";
}

function takeText(doc: Doc, source: Source, row: number, position: number, headings: readonly SectionHeading[], form: SoundForm): boolean {
  const { text, at } = source;
  if (form.stage() === "behind" && at.start >= endOfTables(headings, form.starts.fourth)) form.endTables();
  const number = smallNumberOf(text);
  if (number >= 0) return form.takeNumber(number, source, row, position); // most texts by far, and nothing else can be said of them
  const pieces = classify(text);
  if (pieces.length > 1 && !form.endRow()) return false;
  for (const piece of pieces) {
    const isWhole = piece.from === 0 && piece.to === text.length;
    const part = isWhole ? text : text.slice(piece.from, piece.to);
    const start = isWhole ? at.start : placeInSource(doc.text, source, part, piece.from);
    if (!takePiece(piece, { text: part, start, at, row, position }, form)) return false;
  }
  // No text at all is the number of a page. Several figures in one text are those of a row, whole.
  return pieces.length === 1 || (pieces.length > 1 ? form.endRow() : form.stage() === "before" || form.stage() === "after");
}

function takePiece(piece: Piece, printed: Printed, form: SoundForm): boolean {
  if (piece.kind === "label") return form.takeLabel(piece, printed);
  if (piece.kind === "figure") return form.takeFigure(piece, printed);
  return piece.kind === "blank" ? form.takeBlank() : form.takeProse();
}

/** The text sections behind table 4 end it. */
function endOfTables(headings: readonly SectionHeading[], from: number): number {
  const next = headings.find((heading) => heading.start > from && (heading.section === "problems" || heading.section === "other"));
  return next?.start ?? Number.POSITIVE_INFINITY;
}
