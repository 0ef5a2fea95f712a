import { parseFigure } from "./figure.ts";
import { type Slot, slotOf, slotOfDigits } from "./slot.ts";
import type { Token } from "./token.ts";

/** The items by source cell: a cell may hold several figures. */
export function groupByCell(items: readonly Token[]): Token[][] {
  const cells: Token[][] = [];
  for (const item of items) {
    const last = cells.at(-1);
    if (last?.[0]?.cell === item.cell) last.push(item);
    else cells.push([item]);
  }
  return cells;
}

/** A cell of a grid holds one number: digits set apart in it by blanks belong together. */
export function wholeCell(tokens: readonly Token[]): Slot {
  const [first] = tokens;
  if (tokens.length === 1 && first) return slotOf(first);
  const decimal = decimalOf(tokens);
  if (decimal !== undefined) return { value: decimal, state: "seen", tokens };
  if (!isOneNumber(tokens)) return { value: null, state: "unclear", tokens, candidates: [] };
  const digits = tokens.map((token) => (token.figure?.kind === "number" && token.figure.plain ? token.figure.digits : "?")).join("");
  if (digits.includes("?") || (digits.startsWith("0") && digits.length > 1)) {
    return { value: null, state: "unclear", tokens, candidates: [] };
  }
  return slotOfDigits(digits, tokens);
}

/** Digits set apart one by one (1 2 7 4) or by thousands (1 274); 66 1 may as well be two figures. */
function isOneNumber(tokens: readonly Token[]): boolean {
  const lengths = tokens.map(({ text }) => text.length);
  return lengths.every((length) => length === 1) || ((lengths[0] ?? 0) <= 3 && lengths.slice(1).every((length) => length === 3));
}

/** A decimal whose digits are set apart, one by one (1 5 4 2 . 9 7) or by thousands (1 542.97); 77 2566.83 are two figures. */
function decimalOf(tokens: readonly Token[]): number | undefined {
  const texts = tokens.map((token) => token.text.trim());
  const isByThousands = texts.every((text, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}(?:\.\d+)?$/).test(text));
  if (!isByThousands && texts.some((text) => text.length > 1)) return undefined;
  const text = texts.join("");
  const figure = /^(?:0|[1-9]\d*)\.\d{1,6}$/.test(text) ? parseFigure(text) : undefined;
  return figure?.kind === "number" ? figure.value : undefined;
}
