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
 * zeros, whose sum says nothing, or where the column of that figure adds up with it (`isBorneOut`, asked only in doubt). A row
 * whose label stands left of those of its kind (`isMoved`) is doubted whatever its sum.
 */
export function doubtPushedLeft(slots: readonly Slot[], isMoved: boolean, isBorneOut: () => boolean): readonly Slot[] {
  const last = slots.length - 1;
  const total = slots[last];
  const seen = slots.filter((slot) => slot.state === "seen");
  const isOpen = total?.state === "blank" || total?.state === "absent";
  if (!isOpen || seen.length === 0 || seen.length === last || slots.some((slot) => slot.state === "unclear")) return slots;
  if (slots[last - 1]?.state !== "seen" && !isMoved) return slots;
  const final = seen.at(-1);
  const isSum = seen.length < 2 || final?.value === seen.slice(0, -1).reduce((sum, slot) => sum + (slot.value ?? 0), 0);
  if (!isSum && !isMoved) return slots;
  const isComplete = slots.every((slot) => slot.state !== "absent");
  if (!isMoved && isComplete && (seen.every((slot) => slot.value === 0) || isBorneOut())) return slots;
  const values = seen.map((slot) => slot.value);
  return slots.map((slot, index) => {
    const pushed = slots[index - 1];
    // How far the row was moved is not known, so any of its figures may be any cell's.
    if (isMoved)
      return {
        value: null,
        state: "unclear",
        tokens: (slot.state === "seen" ? slot : final)?.tokens ?? [],
        candidates: [...new Set([...values, null])],
      };
    if (slot.state !== "seen" && pushed?.state !== "seen" && index < last) return slot;
    const from = slot.state === "seen" ? slot : pushed?.state === "seen" ? pushed : (final ?? slot);
    return { value: null, state: "unclear", tokens: from.tokens, candidates: [...new Set([slot.value, pushed?.value ?? null, null])] };
  });
}

/**
 * A total where most rows have none. In a sequence it may be the number of a page, where it is no total of the row; behind an empty
 * cell, which may be the margin of a label, it may be the last part.
 */
export function doubtLoneTotal(slots: readonly Slot[], { inGrid }: Run): readonly Slot[] {
  const total = slots.at(-1);
  if (total?.state !== "seen") return slots;
  if (!inGrid && (total.value ?? 0) < 1000 && !foots(slots))
    return [...slots.slice(0, -1), { ...total, value: null, state: "unclear", candidates: [total.value, null] }];
  if (slots[0]?.state !== "blank") return slots;
  const candidates = [...new Set(slots.map(({ value }) => value)), null];
  return slots.map((slot) => ({ value: null, state: "unclear", tokens: slot.tokens.length > 0 ? slot.tokens : total.tokens, candidates }));
}

/** The rows of a grid that stand further left than most rows of their depth: a group cell beside them ended too early. */
export function findMoved(runs: readonly Run[]): ReadonlySet<Run> {
  const places = new Map<number, Run[]>();
  for (const run of runs) {
    const label = run.inGrid ? run.labels.findLast(({ row }) => row === run.items[0]?.row) : undefined;
    if (label) places.set(label.position, [...(places.get(label.position) ?? []), run]);
  }
  const [usual, ...others] = [...places].toSorted(([, one], [, other]) => other.length - one.length);
  if (!usual) return new Set();
  const gap = ({ items }: Run, position: number): number => (items[0]?.position ?? 0) - position;
  const usualGap = Math.min(...usual[1].map((run) => gap(run, usual[0])));
  return new Set(
    others.flatMap(([position, moved]) => (position < usual[0] ? moved.filter((run) => gap(run, position) === usualGap) : [])),
  );
}
