/** Lines of one heading on a single line: a break between Chinese characters goes without trace, between words it is a blank. */
export function joinLines(text: string): string {
  return text.replace(/([\x21-\x7e])?\s*\n\s*([\x21-\x7e])?/gu, (_, before: string | undefined, after: string | undefined) =>
    before !== undefined && after !== undefined ? `${before} ${after}` : `${before ?? ""}${after ?? ""}`,
  );
}
