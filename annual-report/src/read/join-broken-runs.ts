import type { FormRows } from "./form-rows.ts";
import { parseLabel } from "./label.ts";
import { joinLabels } from "./label-evidence.ts";
import { countFilled, type Run } from "./run.ts";
import type { Token } from "./token.ts";
import { namesFormRow } from "./vocabulary.ts";

/** What may stand above a table on each of its pages. */
const NAMES_UNIT = /^\s*[（(]?\s*(?:计量)?单位\s*[:：]/;
const HALF_NUMBER = /^\s*[（(]([一二三四五六七])\s*$/;
/** A label is broken in so many pieces at most. */
const MOST_PIECES = 3;

/**
 * A row that a page break cut in two comes as two runs: a label with empty cells, then figures without a label; figures
 * first and the label with empty cells below them; or, in a sequence, some figures, then the rest. They are joined when
 * together they make one row and no other way is open.
 */
export function joinBrokenRuns(cut: readonly Run[], form: FormRows): Run[] {
  const runs = moveWordsToNumber(cut, form);
  const result: Run[] = [];
  let above: Run | undefined; // what stands above the last one, be it dropped
  runs.forEach((run, index) => {
    const previous = result.at(-1);
    const joined = previous && joinPair(previous, run, runs[index + 1], above, form);
    if (joined) result[result.length - 1] = joined;
    else result.push(run);
    if (!joined || joined === run) above = previous;
  });
  return result;
}

/**
 * Words behind a full row that has only their number before it (2. | 0 0 25 … | 重复申请) are its own, though the figures of
 * another row follow them, whose label is lost.
 */
function moveWordsToNumber(runs: readonly Run[], form: FormRows): readonly Run[] {
  const words = runs.map((run, index) => (index === 0 ? undefined : wordsOfNumber(runs[index - 1], run, form)));
  if (words.every((word) => word === undefined)) return runs;
  return runs.map((run, index) => {
    const [own, next] = [words[index], words[index + 1]];
    const labels = own ? run.labels.filter((label) => label !== own) : run.labels;
    const number = run.labels.at(-1)?.label.ordinal ?? "";
    // With its number 总计 is no longer the head of a column.
    const whole = next && { ...next, label: { ...next.label, ordinal: number } };
    return own || next ? { ...run, labels: whole ? [...labels, whole] : labels } : run;
  });
}

function wordsOfNumber(numbered: Run | undefined, { labels, items }: Run, { rows, indexOf }: FormRows): Token | undefined {
  const number = numbered?.labels.at(-1);
  const word = labels.find((label) => label.label.core !== "");
  if (!numbered || !word || number?.label.core !== "" || number.label.ordinal === "") return undefined;
  const row = rows[indexOf(word.label.core)];
  const isItsOwn = word.label.ordinal === "" && row?.ordinal === number.label.ordinal && countFilled(numbered) === row.width;
  return isItsOwn && items.some(({ kind }) => kind !== "blank") ? word : undefined;
}

function joinPair(previous: Run, run: Run, next: Run | undefined, above: Run | undefined, form: FormRows): Run | undefined {
  const { rows } = form;
  const widest = Math.max(0, ...rows.map((row) => row.width));
  const before = countFilled(previous);
  const here = countFilled(run);
  if (here === 0) {
    const named = rowIndexOf(run, form);
    const isNamedBelow =
      named !== -1 &&
      !(above && rowIndexOf(above, form) === named - 2) && // the figures between are those of the row between, whose label is lost
      rowIndexOf(previous, form) === -1 &&
      !resemblesOther(previous, named, form) &&
      !joinLabels(previous, form).isForeign;
    const isBelowHeading = run.labels.some(({ marks }) =>
      marks.some((mark) => mark.kind === "block2" || mark.kind === "head" || mark.kind === "column2"),
    );
    const isLabelBelow =
      before > 0 && !isBelowHeading && (isNamedBelow || hasNumberOf(previous, named, form) || completesLabel(previous, run, form));
    return isLabelBelow ? { ...previous, labels: [...previous.labels, ...run.labels] } : undefined;
  }
  if (before > 0) {
    const filledIn = fillIn(previous, run, widest);
    if (filledIn) return filledIn;
    if (isPageNumberAlone(previous) && here > 0 && isRowInTwo(previous, run, form))
      return { ...run, labels: [...previous.labels, ...run.labels] };
    const isRest = !run.inGrid && !previous.inGrid && run.labels.every(isNoLabelOfForm) && before < widest && before + here === widest;
    return isRest ? { ...previous, items: [...previous.items, ...run.items] } : undefined;
  }
  const isLabelCut = rowIndexOf(previous, form) === -1 && rowIndexOf(run, form) === -1 && completesLabel(previous, run, form);
  if (isLabelCut) return { ...run, labels: [...previous.labels, ...run.labels] };
  const isGroup = ({ marks, label }: Token): boolean => form.indexOf(label.core) === -1 && marks.some((mark) => mark.kind === "group3");
  if (run.labels.some((label) => label.label.core !== "" && !isGroup(label) && !NAMES_UNIT.test(label.text))) return undefined;
  const width = rows[rowIndexOf(previous, form)]?.width ?? widest;
  if (here * 2 <= width && !(run.inGrid && run.items.length >= width)) return undefined;
  // Where another label may be lost between, the figures may be of either row, and neither is said to have them.
  if (!followsAtOnce(previous, next, form)) return run;
  const mayBePage = previous.inGrid && isPageNumberAlone(run); // a line of its own between two pieces of a grid
  return { ...previous, items: mayBePage ? run.items.map(doubtNumber) : run.items };
}

/** A row of a grid cut in two by the end of a page, some of its figures above and the others below: each empty where the other is not. */
function fillIn(upper: Run, lower: Run, width: number): Run | undefined {
  const isCut = upper.inGrid && lower.inGrid && countFilled(upper) + countFilled(lower) === width && lower.labels.every(isEmptyLabel);
  const [above, below] = [upper.items.slice(-width), lower.items.slice(-width)];
  if (!isCut || above.length !== width || below.length !== width) return undefined;
  const items = above.map((item, index) => (item.kind === "blank" ? (below[index] ?? item) : item));
  return items.every(({ kind }) => kind !== "blank") ? { ...upper, items } : undefined;
}

function isEmptyLabel({ label }: Token): boolean {
  return label.core === "" && label.ordinal === "";
}

function doubtNumber(item: Token): Token {
  return item.figure?.kind === "number" ? { ...item, figure: { kind: "unclear", candidates: [item.figure.value, null] } } : item;
}

/** Whether nothing but the number of a row (4., or what a page break left of it: （一) stands before the figures. */
function hasNumberOf({ labels, items }: Run, row: number, { rows }: FormRows): boolean {
  const last = labels.at(-1);
  if (last === undefined || last.row !== items[0]?.row) return false;
  const cut = HALF_NUMBER.exec(last.text)?.[1];
  const ordinal = cut === undefined ? last.label.ordinal : `(${cut})`;
  return (last.label.core === "" || cut !== undefined) && ordinal !== "" && rows[row]?.ordinal === ordinal;
}

/** A small number on a line of its own, outside any grid. */
function isPageNumberAlone({ items, inGrid }: Run): boolean {
  const [only, ...others] = items.filter((item) => item.kind !== "blank");
  return !inGrid && others.length === 0 && only?.figure?.kind === "number" && only.figure.plain && only.figure.digits.length <= 3;
}

/** Whether only the words before both runs together are the label of a row, whose figures are those of the second. */
function isRowInTwo(previous: Run, run: Run, form: FormRows): boolean {
  const row = form.indexOf(`${lastWord(previous)?.label.core ?? ""}${run.labels[0]?.label.core ?? ""}`);
  const isWhole = [previous, run].some((part) => rowIndexOf(part, form) !== -1);
  return row !== -1 && !isWhole && run.labels.length === 1 && countFilled(run) === form.rows[row]?.width;
}

/** Whether the words before both runs, put together, are the label of a row. */
function completesLabel(previous: Run, run: Run, form: FormRows): boolean {
  const [first, last] = [lastWord(previous), lastWord(run)];
  if (!first || !last || rowIndexOf(previous, form) !== -1) return false;
  const [head, tail] = [first.label.core, last.label.core];
  // The end of other words and the label below make one: （四1.本机关 | 不掌握相关政府信息.
  for (let length = 2; length <= Math.min(8, head.length - 1); length++) if (form.indexOf(head.slice(-length) + tail) !== -1) return true;
  // 規范性 | 檔案: one term, of which the pieces alone are other words.
  const isConverted = !first.text.includes(head) || !last.text.includes(tail);
  const joined = isConverted && first.text.length + last.text.length < 60 ? parseLabel(first.text + last.text).core : "";
  const both = form.indexOf(joined) === -1 ? head + tail : joined;
  const [ofHead, ofTail, ofBoth] = [form.likeness(head, false), form.likeness(tail, false), form.likeness(both, false)];
  return ofBoth.some((alike, index) => alike > Math.max(0.8, ofHead[index] ?? 0, ofTail[index] ?? 0));
}

/** Whether the last words before a run are likely the damaged label of a row, but not of this one. */
function resemblesOther(run: Run, row: number, form: FormRows): boolean {
  let core = "";
  for (const { label } of run.labels
    .filter((word) => word.label.core !== "")
    .slice(-MOST_PIECES)
    .toReversed()) {
    core = label.core + core; // broken in pieces, perhaps
    if (form.indexOf(core) !== -1 && form.indexOf(core) !== row) return true; // 规 | 章
    if (core.length > 2 && form.likeness(core, false).some((alike, index) => index !== row && alike >= 0.75)) return true;
  }
  return false;
}

/** A remark or page header caught between figures, not a label, whole or damaged. */
function isNoLabelOfForm(label: Token): boolean {
  return label.marks.length === 0 && label.label.ordinal === "" && (label.label.core === "" || !namesFormRow(label));
}

/** The last label with words before a run. */
export function lastWord(run: Run): Token | undefined {
  return run.labels.findLast((label) => label.label.core !== "");
}

/** Whether the next label is that of the next row, so that no label between can have been lost. */
function followsAtOnce(run: Run, next: Run | undefined, form: FormRows): boolean {
  const here = rowIndexOf(run, form);
  const there = next ? rowIndexOf(next, form) : form.rows.length;
  return here !== -1 && there === here + 1;
}

/** The row a run's own label names to the letter; a bare 总计 or 其他 above figures is a column's. */
function rowIndexOf(run: Run, form: FormRows): number {
  const word = lastWord(run);
  if (!word) return -1;
  const isColumn = word.label.ordinal === "" && word.marks.some((mark) => mark.kind === "column3") && word.row !== run.items[0]?.row;
  return isColumn && countFilled(run) > 0 ? -1 : form.indexOf(word.label.core);
}
