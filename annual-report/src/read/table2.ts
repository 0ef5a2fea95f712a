import { EDITIONS } from "../editions/index.ts";
import type { CellKind, Edition } from "../editions/form.ts";
import type { EditionId } from "../report.ts";
import { alignRows } from "./align-rows.ts";
import { readColumnwise } from "./columnwise2.ts";
import { createFormRows, type FormRow, type FormRows } from "./form-rows.ts";
import { type Unit, toWanYuan } from "./figure.ts";
import { squeeze } from "./label.ts";
import { isPlain } from "./read-row.ts";
import { orderUnderHead, readingsOf, WIDEST } from "./readings-of-row2.ts";
import { enterPlain, enterSlot, mayLackSign, numberOf, type ReportDraft } from "./report-draft.ts";
import { countFilled, cutRuns, type Run } from "./run.ts";
import { ABSENT, agree, plainValue, type Slot } from "./slot.ts";
import type { Token } from "./token.ts";
import { namesFormRow, spellings } from "./vocabulary.ts";

export interface Row2Plan extends FormRow {
  readonly columns: readonly { readonly id: string; readonly number: number; readonly kind: CellKind }[];
}

/** The rows of table 2 by edition, with the numbers of their cells. */
export const FORMS2: Readonly<Record<EditionId, FormRows<Row2Plan>>> = {
  "2019": createFormRows(rowsOf(EDITIONS["2019"])),
  "2021": createFormRows(rowsOf(EDITIONS["2021"])),
};
/** A column's label can stand one character a line, with the next one's beside it. */
const MOST_PIECES_OF_HEAD = 60;

function rowsOf(edition: Edition): Row2Plan[] {
  return edition.table2.flatMap((block) =>
    block.rows.map((row) => ({
      id: row.id,
      spellings: spellings(row.label),
      ordinal: "",
      width: block.columns.length,
      columns: block.columns.map(({ id, kind }) => ({ id, kind, number: numberOf(`${row.id}.${id}`) })),
    })),
  );
}

/** The rows of figures of table 2, as its tokens show them. */
export function cutRuns2(tokens: readonly Token[]): Run[] {
  return cutRuns(tokens, WIDEST, namesFormRow);
}

/** Reads table 2 from its tokens and runs into the draft. */
export function readTable2(tokens: readonly Token[], runs: readonly Run[], editionId: EditionId, draft: ReportDraft): void {
  const form = FORMS2[editionId];
  const columnwise = readColumnwise(tokens, EDITIONS[editionId].table2);
  if (columnwise) return enterColumnwise(form.rows, columnwise, tokens, draft);
  const { runOf, nearby, left } = alignRows(runs, form, tokens);
  const strays = new Set(left.filter((run) => run.labels.length === 0));
  for (const row of form.rows) {
    const found = runOf.get(row.id);
    const order = found && row.width > 1 ? orderUnderHead(found.run, row, tokens) : undefined;
    if (found && !order && found.certainty !== "doubtful" && enterCounts(found.run, row, draft)) continue;
    const asPrinted = found ? readingsOf(found.run, row, tokens) : [];
    const readings = order ? asPrinted.map((reading) => order.map((at) => reading[at] ?? ABSENT)) : asPrinted;
    const around = found ? [] : (nearby.get(row.id) ?? []).flatMap((run) => readingsOf(run, row, tokens));
    row.columns.forEach((column, index) => {
      const slots = readings.map((reading) => reading[index] ?? ABSENT);
      const offered = [...slots, ...around.map((reading) => reading[index] ?? ABSENT)];
      const isSettled = found !== undefined && found.certainty !== "doubtful" && slots.length > 0;
      const isBesideStray = found !== undefined && isBeside(found.run, strays, runs);
      const slot = isSettled
        ? withoutGap(agree(slots), isBesideStray ? found.run : undefined, index)
        : offered.length > 0
          ? doubt(offered)
          : unreadable(found?.run ?? nearby.get(row.id)?.[0], index);
      if (column.kind === "amount") enterAmount(draft, column.number, slot, textsAbove(tokens, found?.run));
      else enterSlot(draft, column.number, slot, column.kind);
    });
  }
}

function enterColumnwise(rows: readonly Row2Plan[], slots: ReadonlyMap<string, Slot>, tokens: readonly Token[], draft: ReportDraft): void {
  for (const { id: row, columns } of rows) {
    for (const { id, kind, number } of columns) {
      const slot = slots.get(`${row}.${id}`) ?? ABSENT;
      const start = slot.tokens[0]?.start ?? 0;
      if (kind === "amount") enterAmount(draft, number, slot, textsBefore(tokens, start));
      else enterSlot(draft, number, slot, kind);
    }
  }
}

/** Enters a row of counts with one figure in each cell, of which there is only one reading; false for any other row. */
function enterCounts({ items }: Run, { columns, width }: Row2Plan, draft: ReportDraft): boolean {
  if (items.length !== width || !isPlain(items, width)) return false;
  for (let index = 0; index < width; index++) {
    const item = items[index];
    if (columns[index]?.kind === "amount" || !item || plainValue(item) === undefined || mayLackSign(item.text)) return false;
  }
  for (let index = 0; index < width; index++) {
    const item = items[index];
    if (item) enterPlain(draft, columns[index]?.number ?? 0, item.text, item.start, item.end, item.at, plainValue(item) ?? 0);
  }
  return true;
}

function isBeside(run: Run, strays: ReadonlySet<Run>, runs: readonly Run[]): boolean {
  const at = strays.size > 0 ? runs.indexOf(run) : -1;
  return at !== -1 && [runs[at - 1], runs[at + 1]].some((beside) => beside !== undefined && strays.has(beside));
}

/** A cell that is missing in a row may be the stray figure beside it (`holder` then is the row). */
function withoutGap(slot: Slot, holder: Run | undefined, index: number): Slot {
  return slot.state === "absent" && holder ? unreadable(holder, index) : slot;
}

/** More is printed than can be told apart. */
function unreadable(run: Run | undefined, index: number): Slot {
  const items = run?.items ?? [];
  const item = items[Math.min(index, items.length - 1)];
  return item ? { value: null, state: "unclear", tokens: [item], candidates: [] } : ABSENT;
}

function doubt(slots: readonly Slot[]): Slot {
  const printed = slots.filter((slot) => slot.tokens.length > 0);
  const [first] = printed;
  if (!first) return ABSENT;
  return { value: null, state: "unclear", tokens: first.tokens, candidates: [...new Set(printed.map((slot) => slot.value))] };
}

/** More 万元 than most organs ever see: without any label above it may as well be 元. */
const VAST_AMOUNT = 1_000_000;

/** Enters an amount; `texts` are those printed between the figure before it and itself. */
export function enterAmount(draft: ReportDraft, number: number, slot: Slot, texts: readonly string[]): void {
  const isVast = slot.state === "seen" && (slot.value ?? 0) >= VAST_AMOUNT && isUnlabelled(slot, texts);
  const inYuan = isVast ? toWanYuan(slot.value ?? 0, "元") : null;
  enterSlot(
    draft,
    number,
    isVast ? { ...slot, value: null, state: "unclear", candidates: [slot.value, inYuan] } : slot,
    "amount",
    unitAbove(texts),
  );
}

function isUnlabelled({ tokens }: Slot, texts: readonly string[]): boolean {
  const figure = tokens[0]?.figure;
  return !/[额額金元]/.test(texts.join("")) && !(figure?.kind === "number" && figure.unit);
}

/** What is printed between the figure before an amount and the amount. */
function textsAbove(tokens: readonly Token[], run: Run | undefined): readonly string[] {
  return textsBefore(tokens, run?.items[0]?.start ?? Number.POSITIVE_INFINITY);
}

function textsBefore(tokens: readonly Token[], end: number): readonly string[] {
  const last = tokens.findLastIndex((token) => token.start < end);
  let first = last;
  while (first >= 0 && tokens[first]?.figure?.kind !== "number") first--;
  return tokens.slice(first + 1, last + 1).map((token) => token.text);
}

/**
 * The unit printed in the label of an amount's column, from the texts between the figure before and the amount: in the last such
 * label, or where that is in pieces.
 */
export function unitAbove(texts: readonly string[]): Unit | undefined {
  let pieces = "";
  for (let index = texts.length - 1; index >= Math.max(0, texts.length - MOST_PIECES_OF_HEAD); index--) {
    const text = texts[index] ?? "";
    const unit = text.length < 60 && /[金费費][额額]/.test(text) ? unitIn(text) : undefined;
    if (unit) return unit;
    pieces = text + pieces;
  }
  const inPieces = /金[额額]([^元]{0,12}元?)/.exec(squeeze(pieces))?.[1];
  return inPieces === undefined ? undefined : unitIn(inPieces);
}

function unitIn(label: string): Unit | undefined {
  const text = squeeze(label);
  if (text.includes("亿")) return "亿元";
  if (text.includes("万")) return "万元"; // also where the label is broken between 万 and 元
  return text.includes("元") ? "元" : undefined;
}

/** Which edition's table 2 this is, by its column and row labels; undefined when they are lost. */
export function detectEdition2(tokens: readonly Pick<Token, "label" | "marks">[]): EditionId | undefined {
  const evidence = { "2019": new Set<string>(), "2021": new Set<string>() };
  for (const token of tokens) {
    for (const mark of token.marks) {
      if (mark.kind === "row2" && (mark.id === "t2.otherService" || mark.id === "t2.procurement")) evidence["2019"].add(mark.id);
      // 处理决定数量 stands for both editions' label, so it says nothing.
      if (mark.kind !== "column2" || (mark.id === "decisions" && !token.label.core.startsWith("本年"))) continue;
      if (mark.id !== "amount") evidence[mark.id === "decisions" ? "2021" : mark.edition].add(mark.id);
      else evidence[token.label.core.includes("采购") ? "2019" : "2021"].add(mark.id);
    }
  }
  const lead = evidence["2019"].size - evidence["2021"].size;
  return lead === 0 ? undefined : lead > 0 ? "2019" : "2021";
}

/** A second look at a table 2 without column labels: rows of decisions hold three figures in 2019, one in 2021. */
export function guessEdition2(runs: readonly Run[]): EditionId | undefined {
  const decisions = runs.filter((run) =>
    run.labels.at(-1)?.marks.some((mark) => mark.kind === "row2" && /license|penalty|coercion/.test(mark.id)),
  );
  if (decisions.length === 0) return undefined;
  if (decisions.length > 1 && decisions.every((run) => countFilled(run) === 1)) return "2021";
  return decisions.filter((run) => countFilled(run) === 3).length * 2 > decisions.length ? "2019" : "2021";
}
