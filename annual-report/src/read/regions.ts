import { beginsTable4 } from "./form-script.ts";
import type { SectionHeading } from "./section-heading.ts";
import type { Token } from "./token.ts";
import { guessMarks, type Mark, namesFormRow } from "./vocabulary.ts";

/** The tokens of the three tables; empty where the document does not hold the table. */
export interface Regions {
  readonly table2: readonly Token[];
  readonly table3: readonly Token[];
  readonly table4: readonly Token[];
}

/** Rows above the first whose label is whole, at most. */
const MOST_TOKENS = 400;
/** 结果维持, 结果纠正, 尚未审结 and what stands above them. */
const FEWEST_COLUMNS = 4;
/** Seven figures, a number of the row, and surplus ones. */
const WIDEST_OF_TABLE3 = 10;
/** Empty cells and 总计 may stand between. */
const NARROWEST = 30;

/**
 * Finds the three tables in the sequence. The rows of table 3 are the surest landmark; table 2 ends where its header
 * begins, table 4 begins at its own header. Section headings help where labels are damaged.
 */
export function findRegions(tokens: readonly Token[], headings: readonly SectionHeading[]): Regions {
  const start3 = findStart3(tokens, headings);
  const fourth = findTable4(tokens, start3, headings);
  const start2 = tokens.findIndex((token) =>
    is(token, (mark) => mark.kind === "block2" || mark.kind === "row2" || (mark.kind === "head" && mark.table === 2)),
  );
  const isBehind3 = fourth !== undefined && fourth.start >= (start3 ?? 0);
  const next3 = [isBehind3 ? fourth.start : undefined, start3 !== undefined && start2 > start3 ? start2 : undefined].reduce(earlier);
  const end3 = next3 ?? (start3 === undefined ? tokens.length : findEnd(tokens, start3, headings));
  const others = [start3, fourth?.start].filter((start) => start !== undefined && start > start2);
  const end2 = start2 === -1 ? -1 : (others.reduce(earlier, undefined) ?? findEnd(tokens, start2, headings));
  return {
    table2: start2 === -1 ? [] : tokens.slice(start2, end2),
    table3: start3 === undefined ? [] : tokens.slice(start3, end3 > start3 ? end3 : tokens.length),
    table4: fourth === undefined ? [] : tokens.slice(fourth.start, start2 > fourth.start ? Math.min(start2, fourth.end) : fourth.end),
  };
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** Table 4 stands behind table 3, as the form has it, or else before it. */
function findTable4(
  tokens: readonly Token[],
  start3: number | undefined,
  headings: readonly SectionHeading[],
): { readonly start: number; readonly end: number } | undefined {
  const before3 = start3 === undefined ? undefined : findStart4Before(tokens, start3);
  if (start3 !== undefined && before3 !== undefined) return { start: before3, end: start3 };
  const start = findStart4(tokens, start3 ?? 0, headings);
  return start === undefined ? undefined : { start, end: findEnd(tokens, start, headings) };
}

/** Table 4 set before table 3: a group of its columns stands there, and nothing of it behind the rows of table 3. */
function findStart4Before(tokens: readonly Token[], start3: number): number | undefined {
  const lastRow3 = tokens.findLastIndex(isRow3);
  if (tokens.some((token, index) => index > lastRow3 && is(token, beginsTable4))) return undefined;
  const columns = tokens.flatMap((token, index) => (index < start3 && is(token, beginsTable4) ? [index] : []));
  // A mention of the table, or a section that tells of it, has not so many of its columns so close together.
  return columns.find((first, at) => (columns[at + FEWEST_COLUMNS - 1] ?? Number.POSITIVE_INFINITY) - first < NARROWEST);
}

function is(token: Token, wanted: (mark: Mark) => boolean): boolean {
  return token.kind === "label" && token.marks.some(wanted);
}

/** A row label of table 3 that cannot be taken for anything else (总计 and 其他 also head columns). */
function isRow3(token: Token): boolean {
  return token.label.core.length > 3 && is(token, (mark) => mark.kind === "row3");
}

function isHead3(token: Token): boolean {
  return (
    is(token, (mark) => (mark.kind === "head" && mark.table === 3) || mark.kind === "column3") &&
    !is(token, (mark) => mark.kind === "column4")
  );
}

function findStart3(tokens: readonly Token[], headings: readonly SectionHeading[]): number | undefined {
  let first = tokens.findIndex(isRow3);
  if (first === -1) {
    const heading = headings.findLast((found) => found.section === "table3");
    const from = heading ? tokens.findIndex((token) => token.start >= heading.end) : 0;
    const guessed = tokens.findIndex(
      (token, index) =>
        index >= from && token.kind === "label" && (guessMarks(token.label.core)?.marks.some((mark) => mark.kind === "row3") ?? false),
    );
    if (guessed === -1) return undefined;
    first = guessed;
  }
  // Back over the header and rows whose labels are damaged, as far as the section reaches, but never into another table.
  const heading = headings.findLast((found) => found.section === "table3" && found.end <= (tokens[first]?.start ?? 0));
  let start = first;
  for (let index = first - 1; index >= Math.max(0, first - (heading ? MOST_TOKENS : MOST_TOKENS / 5)); index--) {
    const token = tokens[index];
    if (!token || token.kind === "prose" || isInWideRow(tokens, index)) break;
    if (is(token, isOfOtherTable)) {
      while (start < first && tokens[start]?.kind !== "label") start++; // its figures stand behind it
      break;
    }
    if (heading) {
      if (token.start < heading.end) break;
      start = index;
    } else if (isHead3(token)) start = index;
    else if (token.kind === "label" && namesFormRow(token)) {
      if (resemblesRow2(token)) break;
      start = index;
    }
  }
  return start;
}

/** More figures side by side than a row of table 3 has: they are those of table 4. */
function isInWideRow(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token?.inGrid || token.kind !== "figure") return false;
  let figures = 0;
  for (let at = index; tokens[at]?.row === token.row; at--) if (tokens[at]?.kind === "figure") figures++;
  return figures > WIDEST_OF_TABLE3;
}

function isOfOtherTable(mark: Mark): boolean {
  return mark.kind === "row2" || mark.kind === "column2" || mark.kind === "block2" || beginsTable4(mark);
}

/** The damaged label of a row of table 2. */
function resemblesRow2({ label, marks }: Token): boolean {
  return marks.length === 0 && (guessMarks(label.core)?.marks.some((mark) => mark.kind === "row2") ?? false);
}

function findStart4(tokens: readonly Token[], start3: number, headings: readonly SectionHeading[]): number | undefined {
  const lastRow3 = tokens.findLastIndex(isRow3);
  const from = Math.max(start3, lastRow3 === -1 ? 0 : lastRow3);
  const start = tokens.findIndex((token, index) => index >= from && is(token, beginsTable4));
  if (start !== -1) return start;
  const heading = headings.findLast((found) => found.section === "table4" && found.start >= (tokens[from]?.start ?? 0));
  const after = heading ? tokens.findIndex((token) => token.start >= heading.end) : -1;
  return after === -1 ? findFifteen(tokens, from) : after;
}

/** Without any label or heading: a row, or a piece of a sequence, of the fifteen figures that only table 4 has. */
function findFifteen(tokens: readonly Token[], from: number): number | undefined {
  for (let start = from; start < tokens.length; start++) {
    const first = tokens[start];
    if (first?.kind !== "figure") continue;
    let count = 0;
    const isBeside = (token: Token | undefined): boolean =>
      token !== undefined &&
      (first.inGrid ? token.row === first.row : first.inTable ? token.block === first.block : token.kind === "figure");
    for (let index = start; isBeside(tokens[index]); index++) if (tokens[index]?.kind === "figure") count++;
    if (count === 15) return start;
    while (isBeside(tokens[start + 1])) start++;
  }
  return undefined;
}

/** A table ends at the next section of text, or at a long passage of prose behind figures. */
function findEnd(tokens: readonly Token[], start: number, headings: readonly SectionHeading[]): number {
  const from = tokens[start]?.start ?? 0;
  const next = headings.find((heading) => heading.start > from && (heading.section === "problems" || heading.section === "other"));
  let hasFigures = false;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (next && token.start >= next.start) return index;
    if (token.kind === "figure" || (token.kind === "blank" && token.inGrid)) hasFigures = true;
    if (token.kind === "prose" && hasFigures && !token.inGrid) return index;
  }
  return tokens.length;
}
