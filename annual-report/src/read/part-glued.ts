import { VAST_COUNT } from "./report-draft.ts";
import { agree, type Reading, type Slot, slotOfDigits } from "./slot.ts";

/** What the form's arithmetic says of a whole row; undefined where it has none (table 2). */
export interface Footing {
  readonly holds: (reading: Reading) => boolean;
  /** The table leaves its totals empty, so that no number is one with a total. */
  readonly isWithoutTotals?: boolean;
}

/** A shorter number is not likely to be two. */
const SHORTEST_GLUED = 4;
/** More ways than this are not tried. */
const MOST_PARTED = 20_000;

/** Beside an empty cell a long number may be two figures that ran together: 8979 | 24245, where the row foots only so. */
export function partGlued(reading: readonly Slot[], footing: Footing | undefined): Reading[] {
  if (!footing || footing.holds(reading) || !reading.some((slot) => slot.value)) return [];
  let readings: Reading[] = [reading];
  const once: Reading[] = [];
  const end = footing.isWithoutTotals ? reading.length - 1 : reading.length;
  for (let index = 1; index < end; index++) {
    const pairs = partPair(reading, index);
    if (pairs.length === 0) continue;
    once.push(...pairs.map((pair) => [...reading.slice(0, index - 1), ...pair, ...reading.slice(index + 1)]));
    // Several such numbers in one row are parted each in every way.
    readings = [
      ...readings,
      ...readings.flatMap((before) => pairs.map((pair) => [...before.slice(0, index - 1), ...pair, ...before.slice(index + 1)])),
    ];
    if (readings.length > MOST_PARTED) return [];
  }
  const partedOnce = once.filter(footing.holds);
  if (partedOnce.length > 0) return partedOnce;
  const parted = readings.filter(footing.holds);
  if (reading.some(isVast) && parted.length > 0) return parted;
  // Two numbers that may as well be whole can be parted in so many ways that one foots by chance.
  if (parted.length > 0) return [reading.map((slot, index) => agree([slot, ...parted.map((parts) => parts[index] ?? slot)]))];
  return readings.length === 1 ? [] : doubtVast(reading);
}

/** The cells before `index` and at it, where one is empty and the other long: each way to part the number between them. */
function partPair(reading: readonly Slot[], index: number): [Slot, Slot][] {
  const [first, second] = [reading[index - 1], reading[index]];
  if (!first || !second || first.state === second.state || (first.state !== "blank" && second.state !== "blank")) return [];
  const [token, ...others] = (first.state === "seen" ? first : second).tokens;
  const digits = token?.figure?.kind === "number" && token.figure.plain && others.length === 0 ? token.figure.digits : "";
  if (!token || digits.length < SHORTEST_GLUED) return [];
  return Array.from({ length: digits.length - 1 }, (_, cut) => [digits.slice(0, cut + 1), digits.slice(cut + 1)] as const)
    .filter((parts) => parts.every((part) => part === "0" || !part.startsWith("0")))
    .map(([left, right]) => [slotOfDigits(left, [token]), slotOfDigits(right, [token])]);
}

/** A number too long for any count is two for certain. */
function isVast(slot: Slot | undefined): boolean {
  return slot?.state === "seen" && (slot.value ?? 0) >= VAST_COUNT;
}

/** Even where nothing tells which two. */
function doubtVast(reading: readonly Slot[]): Reading[] {
  if (!reading.some(isVast)) return [];
  return [
    reading.map((slot, index) => {
      const vast = [slot, reading[index - 1], reading[index + 1]].find(isVast);
      return vast && (slot === vast || slot.state === "blank")
        ? { value: null, state: "unclear", tokens: vast.tokens, candidates: [] }
        : slot;
    }),
  ];
}
