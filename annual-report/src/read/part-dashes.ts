import { choose } from "./possible-readings.ts";
import { type Reading, type Slot, slotOf } from "./slot.ts";
import type { Token } from "./token.ts";

/** No count is negative: the dash may be the mark for nothing of the cell before, run on to the figure. */
const DASHED = /^\s*[-‐‑‒–—―─━－﹣](?=\d)/;
const MOST_WAYS = 40;

/**
 * A row of counts that is short of cells, and has figures with a dash before them: every way to take so many dashes for cells of their
 * own as are missing. Empty where that does not fill the row.
 */
export function partDashes(items: readonly Token[], width: number): readonly (readonly Token[])[] {
  const dashed = items.flatMap((item, index) => (item.figure?.kind === "number" && DASHED.test(item.text) ? [index] : []));
  const missing = width - items.length;
  if (missing < 1 || dashed.length < missing) return [];
  const ways: (readonly Token[])[] = [];
  for (const places of choose(dashed.length, missing)) {
    const parted = new Set([...places].map((place) => dashed[place]));
    ways.push(items.flatMap((item, index) => (parted.has(index) ? partDash(item) : [item])));
    if (ways.length > MOST_WAYS) return [];
  }
  return ways;
}

function partDash(item: Token): Token[] {
  const { figure, text, start } = item;
  if (figure?.kind !== "number") return [item];
  const length = DASHED.exec(text)?.[0].length ?? 0;
  const dash: Token = { ...item, text: text.slice(0, length), end: start + length, figure: { kind: "none" } };
  const digits = text.slice(length).trim();
  // Half a cell on, since it had none of its own.
  const number: Token = {
    ...item,
    text: text.slice(length),
    start: start + length,
    cell: item.cell + 0.5,
    figure: { ...figure, value: Math.abs(figure.value), plain: digits === figure.digits },
  };
  return [dash, number];
}

/** A sign alone in its word. */
const SIGN = /^\s*[-‐‑‒–—―─━－﹣]\s*$/;

/**
 * A row that may hold changes and has a word too many for each sign set apart from its figure on the same line (5 - 36 396): the row
 * with its signs joined. Undefined where that does not fill it.
 */
export function joinSigns(items: readonly Token[], width: number): Reading | undefined {
  const slots: Slot[] = [];
  let sign: Token | undefined;
  for (const item of items) {
    const slot = slotOf(item);
    if (sign?.row === item.row && item.kind === "figure" && slot.value !== null && slot.value >= 0)
      slots[slots.length - 1] = { ...slot, value: slot.value === 0 ? 0 : -slot.value, tokens: [sign, item] };
    else slots.push(slot);
    sign = SIGN.test(item.text) ? item : undefined;
  }
  return slots.length === width && items.length > width ? slots : undefined;
}
