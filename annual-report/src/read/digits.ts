import { type Reading, type Slot, slotOf, slotOfDigits } from "./slot.ts";
import type { Token } from "./token.ts";

/**
 * Readings of a row whose numbers fell apart into more tokens than it has cells (1 2 0 … → 12 0 …): every way to join
 * neighbours into `width` numbers without a leading zero. No number goes on behind an empty cell: `isApart` tells the tokens
 * that have one before them.
 */
export function joinDigits(filled: readonly Token[], width: number, most: number, isApart?: (token: Token) => boolean): Reading[] {
  const readings: Reading[] = [];
  if (filled.length > 3 * width) return readings;
  const lay = (index: number, slots: readonly Slot[]): void => {
    if (readings.length >= most) return;
    if (slots.length === width || index === filled.length) {
      if (slots.length === width && index === filled.length) readings.push(slots);
      return;
    }
    if (filled.length - index < width - slots.length) return;
    let digits = "";
    for (let end = index + 1; end <= filled.length; end++) {
      const token = filled[end - 1];
      if (!token) break;
      if (end === index + 1) {
        lay(end, [...slots, slotOf(token)]);
        digits = plainDigits(token) ?? "";
        if (digits === "" || digits.startsWith("0")) break;
        continue;
      }
      const more = plainDigits(token);
      if (more === undefined || isApart?.(token) || digits.length + more.length > 9) break;
      digits += more;
      lay(end, [...slots, slotOfDigits(digits, filled.slice(index, end))]);
    }
  };
  lay(0, []);
  return readings;
}

/** Readings of a row whose numbers ran together (000 → 0 0 0): every way to part them into `width` numbers. */
export function splitDigits(filled: readonly Token[], width: number, most: number): Reading[] {
  const missing = width - filled.length;
  if (missing <= 0 || filled.length > 3) return [];
  const readings: Reading[] = [];
  const lay = (index: number, slots: readonly Slot[]): void => {
    if (readings.length >= most || slots.length > width) return;
    const token = filled[index];
    if (!token) {
      if (slots.length === width) readings.push(slots);
      return;
    }
    const digits = plainDigits(token);
    const behind = filled.slice(index + 1);
    const rest = width - slots.length - behind.length;
    // As few parts as the figures behind, cut to single digits, leave to fill; no cut that leads nowhere is tried.
    const fewest = rest + behind.length - behind.reduce((sum, item) => sum + (plainDigits(item)?.length ?? 1), 0);
    if (digits === undefined) {
      lay(index + 1, [...slots, slotOf(token)]);
      return;
    }
    for (let parts = Math.max(1, fewest); parts <= Math.min(rest, digits.length); parts++) {
      for (const cut of cuts(digits, parts)) {
        if (readings.length >= most) return; // long strings can be cut in more ways than anyone may try
        lay(index + 1, [...slots, ...cut.map((part) => slotOfDigits(part, [token]))]);
      }
    }
  };
  lay(0, []);
  return readings;
}

function plainDigits(token: Token): string | undefined {
  return token.figure?.kind === "number" && token.figure.plain ? token.figure.digits : undefined;
}

/** Ways to cut a string of digits into so many numbers, none with a leading zero. */
function* cuts(digits: string, parts: number): Generator<string[]> {
  if (parts === 1) {
    if (digits.length === 1 || !digits.startsWith("0")) yield [digits];
    return;
  }
  const longest = digits.startsWith("0") ? 1 : digits.length - parts + 1;
  for (let length = 1; length <= longest; length++) {
    for (const rest of cuts(digits.slice(length), parts - 1)) yield [digits.slice(0, length), ...rest];
  }
}
