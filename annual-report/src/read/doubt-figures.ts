import type { Run } from "./run.ts";
import { foots } from "./settle.ts";
import type { Reading, Slot } from "./slot.ts";

/** A row of which no reading foots, rebuilt from more than one or two small figures: it may hold the next row's too. */
export function mayHoldNextRow(run: Run, readings: readonly Reading[]): boolean {
  return countDigits(run) > 3 && !readings.some(foots);
}

function countDigits({ items }: Run): number {
  return items.reduce((sum, { figure }) => sum + (figure?.kind === "number" ? figure.digits.length : 0), 0);
}

/**
 * A row with gaps whose 总计 is empty while the figure just before it is the sum of the others, where other rows have their
 * totals: that figure may be the total, with a cell lost before it. Not so where all cells are there and hold nothing but
 * zeros, whose sum says nothing, or where the column of that figure adds up with it (`isBorneOut`, asked only in doubt).
 */
export function doubtPushedLeft(slots: readonly Slot[], isBorneOut: () => boolean): readonly Slot[] {
  const last = slots.length - 1;
  const total = slots[last];
  const seen = slots.filter((slot) => slot.state === "seen");
  const isOpen = total?.state === "blank" || total?.state === "absent";
  if (!isOpen || slots[last - 1]?.state !== "seen" || seen.length === last || slots.some((slot) => slot.state === "unclear")) return slots;
  const final = seen.at(-1);
  if (final?.value !== seen.slice(0, -1).reduce((sum, slot) => sum + (slot.value ?? 0), 0) && seen.length > 1) return slots;
  const isComplete = slots.every((slot) => slot.state !== "absent");
  if (isComplete && (seen.every((slot) => slot.value === 0) || isBorneOut())) return slots;
  return slots.map((slot, index) => {
    const pushed = slots[index - 1];
    if (slot.state !== "seen" && pushed?.state !== "seen" && index < last) return slot;
    const from = slot.state === "seen" ? slot : pushed?.state === "seen" ? pushed : (final ?? slot);
    return { value: null, state: "unclear", tokens: from.tokens, candidates: [...new Set([slot.value, pushed?.value ?? null, null])] };
  });
}
