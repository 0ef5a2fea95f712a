import type { Doc } from "@gongkai/document";
import type { Token } from "./token.ts";

/** Figures of a row of table 3, and of table 4. */
const WIDTH_3 = 7;
const WIDTH_4 = 15;
/** Cells that a merged cell beside or above covers are printed as lines as well, behind a row. */
const MOST_COVERED = 3;
/** So many rows of one width are no chance. */
const FEWEST_ROWS = 10;

/** A label and the lines up to the next: the cells of its row, one a line. */
interface Spread {
  readonly label: Token;
  /** Of each line: the figure on it, or undefined where it is empty. */
  readonly lines: readonly (Token | undefined)[];
  /** Index of the first token behind the label. */
  readonly from: number;
  /** What stands behind the lines. */
  readonly next: Token;
}

/**
 * Word processors save a table as text with a line for each cell, and an empty line for an empty cell. Where row after row
 * shows that this was done, the empty lines become the blank cells they were; elsewhere an empty line says nothing.
 */
export function fillBlankLines(tokens: readonly Token[], doc: Doc): readonly Token[] {
  if (doc.format !== "text" && doc.format !== "markdown") return tokens;
  if (!/\n[^\S\n]*\n[^\S\n]*\n/.test(doc.text)) return tokens;
  const filled: Token[] = [];
  let at = 0;
  for (const spread of findSpreads(tokens, doc.text)) {
    filled.push(...tokens.slice(at, spread.from - 1), ...asRow(spread));
    at = spread.from + spread.lines.filter((line) => line !== undefined).length;
  }
  return at === 0 ? tokens : [...filled, ...tokens.slice(at)];
}

/** Label and cells side by side, as the table had them. */
function asRow({ label, lines }: Spread): Token[] {
  const grid = { row: label.row, inTable: true, inGrid: true } as const;
  const width = lines.length < WIDTH_4 ? WIDTH_3 : WIDTH_4;
  const row: Token[] = [{ ...label, ...grid, position: 0 }];
  for (const [index, line] of lines.slice(0, width).entries()) {
    const before = row.at(-1) ?? label;
    row.push({ ...(line ?? blankBehind(before)), ...grid, position: index + 1 });
  }
  return row;
}

/** The rows whose blank cells are certain, in order. */
function findSpreads(tokens: readonly Token[], text: string): Spread[] {
  const found: Spread[] = [];
  let run: Spread[] = [];
  const endRun = (): void => {
    if (run.length >= FEWEST_ROWS && isEven(run)) found.push(...run);
    run = [];
  };
  tokens.forEach((label, index) => {
    if (label.kind !== "label" || label.inGrid || (tokens[index + 1]?.kind === "label" && isNextLine(label, tokens[index + 1], text)))
      return;
    const spread = spreadBehind(tokens, index, text);
    if (isSpread(spread, WIDTH_3)) {
      run.push(spread);
      return;
    }
    endRun();
    if (endsHeader4(label) && isSpread(spread, WIDTH_4)) found.push(spread);
  });
  endRun();
  return found;
}

/** The last column of table 4, behind which its only row of figures stands. */
function endsHeader4({ label, marks }: Token): boolean {
  return label.ordinal === "" && marks.some(({ kind }) => kind === "column4");
}

/** No more lines than the row is wide, but for those of covered cells, which are empty. */
function isSpread(spread: Spread | undefined, width: number): spread is Spread {
  if (spread === undefined) return false;
  const { lines } = spread;
  return lines.length >= width && lines.length <= width + MOST_COVERED && lines.slice(width).every((line) => line === undefined);
}

/**
 * How many covered cells are printed before a row depends on its depth, which its label's number shows: rows before labels of
 * one kind have the same number of lines, unless lines were lost. What stands behind the last row is of another part.
 */
function isEven(run: readonly Spread[]): boolean {
  const lengths = new Map<string, number>();
  return run.slice(0, -1).every(({ lines, next }) => {
    const kind = `${next.kind} ${next.label.ordinal.replaceAll(/\d+/g, "1").replaceAll(/[一二三四五六七八九十]+/g, "一")}`;
    const known = lengths.get(kind) ?? lines.length;
    lengths.set(kind, known);
    return known === lines.length;
  });
}

function isNextLine(label: Token, next: Token | undefined, text: string): boolean {
  return next !== undefined && text.slice(label.end, next.start).split("\n").length === 2;
}

/** The lines between a label and the next; undefined where one holds anything but a single figure. */
function spreadBehind(tokens: readonly Token[], index: number, text: string): Spread | undefined {
  const label = tokens[index];
  if (label === undefined) return undefined;
  const lines: (Token | undefined)[] = [];
  let { end } = label;
  for (let at = index + 1; at < tokens.length && lines.length <= WIDTH_4 + MOST_COVERED; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const between = text.slice(end, token.start).split("\n");
    if (between.length < 2) return undefined; // two on a line
    for (let line = 2; line < between.length; line++) lines.push(undefined);
    if (token.kind !== "figure") return { label, lines, from: index + 1, next: token };
    lines.push(token);
    ({ end } = token);
  }
  return undefined;
}

/** The blank cell of an empty line; half a cell on, since it had none of its own. */
function blankBehind(before: Token): Token {
  const { end, cell } = before;
  return {
    ...before,
    kind: "blank",
    text: "",
    start: end,
    end,
    cell: cell + 0.01,
    label: { core: "", ordinal: "" },
    marks: [],
    figure: undefined,
  };
}
