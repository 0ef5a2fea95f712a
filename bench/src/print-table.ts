/** Prints rows under their heads, figures to the right, with two blanks between columns. */
export function printTable(title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const texts = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...texts.map((row) => widthOf(row[column] ?? ""))));
  const lines = texts.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? text + " ".repeat((widths[column] ?? 0) - widthOf(text)) : " ".repeat((widths[column] ?? 0) - widthOf(text)) + text,
      )
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`\n${title}\n${lines.join("\n")}\n`);
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
}
