import type { Token } from "./token.ts";

/** So many numbers counted up before one label after the other are no chance. */
const FEWEST = 8;
/** Rows may be numbered in part only, or a number be lost. */
const MOSTLY = 0.6;

/**
 * Offices number the rows of a table throughout (序号). Where there is a cell or line for each, such a number would count as a figure
 * of the row before. The numbers are taken out; all tokens are given back where rows are not numbered.
 */
export function dropSerialNumbers(tokens: readonly Token[]): readonly Token[] {
  const numbers = longestCount(tokens);
  if (numbers.length < FEWEST) return tokens;
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const rows = tokens.slice(first, last + 1).filter((token, index) => isFigureBehindLabel(tokens, first + index, token));
  if (numbers.length < rows.length * MOSTLY) return tokens;
  const dropped = new Set(numbers);
  return tokens.filter((_, index) => !dropped.has(index));
}

/** The places of the longest count 1, 2, 3, … of bare numbers that each stand before a label. */
function longestCount(tokens: readonly Token[]): readonly number[] {
  const counts = new Map<number, readonly number[]>(); // by the number they have come to
  let longest: readonly number[] = [];
  tokens.forEach((token, index) => {
    const number = serialOf(tokens, index, token);
    const before = number === 1 ? [] : counts.get((number ?? 0) - 1);
    if (number === undefined || before === undefined) return;
    const count = [...before, index];
    counts.set(number, count);
    if (count.length > longest.length) longest = count;
  });
  return longest;
}

function serialOf(tokens: readonly Token[], index: number, { figure, inGrid, row }: Token): number | undefined {
  if (figure?.kind !== "number" || !figure.plain || figure.digits.length > 2 || figure.value === 0) return undefined;
  if (inGrid && tokens[index - 1]?.row === row && tokens[index - 1]?.kind !== "blank") return undefined;
  let at = index + 1;
  while (tokens[at]?.kind === "blank" && (!inGrid || tokens[at]?.row === row)) at++; // under a merged group cell
  const next = tokens[at];
  const isBeforeLabel = next?.kind === "label" && next.label.core.length > 1 && (!inGrid || next.row === row);
  return isBeforeLabel ? figure.value : undefined;
}

/** Each row has one figure, or mark for nothing, at once behind its label. */
function isFigureBehindLabel(tokens: readonly Token[], index: number, { kind }: Token): boolean {
  return kind === "figure" && tokens[index - 1]?.kind === "label";
}
