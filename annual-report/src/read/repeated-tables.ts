import type { Token } from "./token.ts";
import type { Mark } from "./vocabulary.ts";

/** The tokens of a report that has each table once. */
export interface Unrepeated {
  readonly tokens: readonly Token[];
  /** Further copies of tables 2 and 3 of which nothing says that they are of another year. */
  readonly rivals: Readonly<Record<2 | 3, readonly (readonly Token[])[]>>;
}

interface Copy {
  /** Its tokens, from the first row to the figures of the last. */
  readonly start: number;
  readonly end: number;
}

/** Rows that make a table; fewer are a mention of it. */
const FEWEST_ROWS = 4;
const YEAR = /20[0-3]\d(?=\s*年)/;
/** How far before a table, and how many lines that are none of its own, its year may stand. */
const FARTHEST = 40;
const MOST_LINES = 2;

/**
 * A document may hold the reports of several years, or a table for last year beside its own. Of several reports the first is kept;
 * of several copies of a table that of the report's year, or the one to which no year is given. `yearOf` is asked only then.
 */
export function dropRepeated(tokens: readonly Token[], yearOf: () => number | null): Unrepeated {
  const first = tokens.slice(0, endOfFirstReport(tokens));
  const third = keepOwn(first, 3, yearOf);
  const second = keepOwn(third.tokens, 2, yearOf);
  return { tokens: second.tokens, rivals: { 2: second.rivals, 3: third.rivals } };
}

/** 总计 and 其他 also head columns. */
const isTelling = ({ label }: Token, table: 2 | 3): boolean => table === 2 || label.core.length > 3;

function rowOf(token: Token, table: 2 | 3): string | undefined {
  const { kind, marks } = token;
  if (kind !== "label" || !isTelling(token, table)) return undefined;
  const mark = marks.find((found) => found.kind === (table === 2 ? "row2" : "row3"));
  return mark && "id" in mark ? mark.id : undefined;
}

/** Where table 2 begins once more behind a table 3 that had one before it. */
function endOfFirstReport(tokens: readonly Token[]): number {
  const rows2 = new Set<string>();
  const rows3 = new Set<string>();
  const again = new Set<string>();
  let end = tokens.length;
  for (const [index, token] of tokens.entries()) {
    const row3 = rowOf(token, 3);
    if (row3 !== undefined) rows3.add(row3);
    const row2 = rowOf(token, 2);
    if (row2 === undefined || rows3.size === 0) {
      if (row2 !== undefined) rows2.add(row2);
      continue;
    }
    if (rows2.size < FEWEST_ROWS || rows3.size < FEWEST_ROWS) return tokens.length;
    if (again.size === 0) end = index;
    again.add(row2);
    if (again.size >= FEWEST_ROWS) return end;
  }
  return tokens.length;
}

function keepOwn(tokens: readonly Token[], table: 2 | 3, yearOf: () => number | null): { tokens: readonly Token[]; rivals: Token[][] } {
  const copies = findCopies(tokens, table);
  if (copies.length < 2) return { tokens, rivals: [] };
  const own = findOwn(tokens, copies, yearOf());
  const kept = own ?? copies[0];
  const others = copies.filter((copy) => copy !== kept);
  return {
    tokens: tokens.filter((_, index) => !others.some(({ start, end }) => index >= start && index < end)),
    rivals: own ? [] : others.map(({ start, end }) => tokens.slice(start, end)),
  };
}

/** Each time the table's first row comes again when others have come in between. */
function findCopies(tokens: readonly Token[], table: 2 | 3): Copy[] {
  const firstRow = table === 2 ? "t2.rules" : "new";
  const copies: { start: number; last: number; readonly rows: Set<string> }[] = [];
  tokens.forEach((token, index) => {
    const row = rowOf(token, table);
    if (row === undefined) return;
    const before = copies.at(-1);
    if (row === firstRow && (!before || before.rows.size >= FEWEST_ROWS)) copies.push({ start: index, last: index, rows: new Set() });
    const current = copies.at(-1);
    current?.rows.add(row);
    if (current) current.last = index;
  });
  return copies
    .filter(({ rows }) => rows.size >= FEWEST_ROWS)
    .map(({ start, last }) => ({ start: beginOf(tokens, start), end: endOf(tokens, last) }));
}

function beginOf(tokens: readonly Token[], first: number): number {
  let start = first;
  while (start > 0 && tokens[start - 1]?.block === tokens[first]?.block && isOfHead(tokens[start - 1])) start--;
  return start;
}

function isOfHead(token: Token | undefined): boolean {
  return token?.kind === "label" || token?.kind === "blank";
}

function endOf(tokens: readonly Token[], last: number): number {
  let end = last + 1;
  while (tokens[end]?.kind === "figure" || tokens[end]?.kind === "blank") end++;
  return end;
}

function findOwn(tokens: readonly Token[], copies: readonly Copy[], year: number | null): Copy | undefined {
  const years = copies.map(({ start }) => yearBefore(tokens, start));
  const ofYear = copies.filter((_, index) => years[index] === year && year !== null);
  if (ofYear.length > 0) return ofYear.length === 1 ? ofYear[0] : undefined;
  const withoutYear = copies.filter((_, index) => years[index] === undefined);
  return withoutYear.length === 1 ? withoutYear[0] : undefined;
}

/** The year named in the lines just before a table; its own header says none. */
function yearBefore(tokens: readonly Token[], start: number): number | undefined {
  let lines = 0;
  for (let index = start - 1; index >= Math.max(0, start - FARTHEST) && lines < MOST_LINES; index--) {
    const token = tokens[index];
    if (!token || token.kind === "figure") return undefined;
    const found = YEAR.exec(token.text.normalize("NFKC"))?.[0];
    if (found !== undefined) return Number(found);
    if (token.kind !== "blank" && !token.marks.some(isOfForm)) lines++;
  }
  return undefined;
}

function isOfForm({ kind }: Mark): boolean {
  return kind === "head" || kind === "column2" || kind === "column3" || kind === "block2";
}
