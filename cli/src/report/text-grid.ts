/** A grid of text for a terminal: the first column holds labels and wraps, the others stand to the right. */
export interface TextGrid {
  readonly head: readonly string[];
  /** A row shorter than the head leaves its last cells empty. */
  readonly rows: readonly (readonly string[])[];
}

/** Widest label column, in columns of the terminal: 20 Chinese characters. */
const LABEL_WIDTH = 40;

/** Draws the grid with plain characters, which stand straight in every terminal and editor. */
export function drawTextGrid({ head, rows }: TextGrid): string {
  const lines = [head, ...rows].map((row) => head.map((_, column) => wrap(row[column] ?? "", column === 0 ? LABEL_WIDTH : Infinity)));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => Math.max(...(row[column] ?? []).map(measureWidth)))));
  const ruler = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const drawn = lines.map((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => {
      const cells = row.map((cell, column) => pad(cell[line] ?? "", widths[column] ?? 0, column > 0));
      return `| ${cells.join(" | ")} |`;
    }).join("\n");
  });
  return [ruler, drawn[0], ruler, ...drawn.slice(1), ruler].join("\n");
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{3FFFD}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Cf}]/u;

/** Columns the text takes in a terminal: Chinese characters take two. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - measureWidth(text)));
  return right ? space + text : text + space;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  const indent = /^\s*/.exec(text)?.[0] ?? "";
  let line = "";
  for (const character of text) {
    if (measureWidth(line) + measureWidth(character) > width) {
      lines.push(line);
      line = indent;
    }
    line += character;
  }
  return [...lines, line];
}
