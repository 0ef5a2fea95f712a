/** A figure for a sentence: plain digits, at most four decimals, no trailing zeros. */
export function formatFigure(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** `自然人5+商业企业1` with the zero terms left out; `各项均为0` when nothing is left. */
export function formatTerms(names: readonly string[], values: readonly number[]): { text: string; leftOut: number } {
  const shown = names.flatMap((name, position) => {
    const value = values[position] ?? 0;
    return value === 0 ? [] : [`${name}${value < 0 ? `(${formatFigure(value)})` : formatFigure(value)}`];
  });
  return { text: shown.join("+"), leftOut: names.length - shown.length };
}
