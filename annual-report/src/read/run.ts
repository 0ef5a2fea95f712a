import { groupByCell } from "./cells-of-row.ts";
import type { Token } from "./token.ts";
import { namesFormRow } from "./vocabulary.ts";

/** The figures and empty cells that follow a label, and the labels before them: one row of the form, if all is well. */
export interface Run {
  /** Labels since the run before, in reading order; the last one is usually the row's own. */
  readonly labels: readonly Token[];
  /** Figures and empty cells, in reading order. */
  readonly items: readonly Token[];
  readonly inGrid: boolean;
}

const ILLEGIBLE =
  /^\s*(?:[?？*＊×✕✓√#]{1,6}|[xX×]{1,4}|#[A-Z/0-9!?]{2,8}|待[定核查补]|[零一二三四五六七八九十]{1,3}|不详|不明|未统计|未填|见附[件表])\s*[|｜]?\s*$/;

/** Before the first figure it may be a piece of a label that goes over several lines: 三、本年度办理结果. */
const NUMERAL = /^\s*[零一二三四五六七八九十]/;

/** How many figures, marks for nothing and unreadable entries a run holds (everything but empty cells). */
export function countFilled(run: Run): number {
  let filled = 0;
  for (const item of run.items) if (item.kind !== "blank") filled++;
  return filled;
}

/**
 * Cuts the tokens of a table into runs. In a grid, a row never runs into the next; in a sequence (one cell a line) a
 * run goes on until the next label, or past a break once it is full. `width` is the number of figures a row of the form has
 * at most; `namesRow` tells the labels of rows, whose empty cells are kept as a run without figures.
 */
export function cutRuns(tokens: readonly Token[], width: number, namesRow: (label: Token) => boolean): Run[] {
  const runs: Run[] = [];
  let labels: Token[] = [];
  let items: Token[] = [];
  const close = (): void => {
    if (items.length === 0) return;
    const hasFigures = items.some((item) => item.kind !== "blank");
    // Empty cells without a row's label before them are margins of the layout.
    const name = hasFigures ? undefined : labels.findLast((label) => label.label.core !== "");
    if (hasFigures && isStrayBehindBlock(labels, items)) {
      items = [];
      return;
    }
    if (hasFigures || (name && namesRow(name))) {
      runs.push({ labels, items, inGrid: items[0]?.inGrid ?? false });
      labels = [];
    }
    items = [];
  };
  let previous: Token | undefined;
  let filled = 0;
  let figureBlock = -1;
  tokens.forEach((token, index) => {
    const startsRow = previous === undefined || previous.row !== token.row;
    const endsSequence = token.inTable && !token.inGrid && token.kind === "figure" && filled >= width && token.block !== figureBlock;
    const leavesGrid = previous?.inGrid === true && !token.inGrid; // what stands below a table is in no row of it
    if ((token.inGrid && startsRow) || leavesGrid || endsSequence) close();
    if (!token.inGrid && isRepeatedHead(token)) items = withoutPageNumber(items, width);
    if (items.length === 0) filled = 0;
    const label = labels.at(-1);
    if (
      filled < width &&
      isIllegible(token) &&
      (items.length > 0 || (label !== undefined && namesFormRow(label) && !NUMERAL.test(token.text)))
    ) {
      items.push(unreadable(token));
      filled++;
    } else if (token.kind === "label" || token.kind === "prose") {
      if (token.inGrid && !startsRow && filled > 0 && token.marks.length === 0 && token.label.core !== "") {
        // A word among the figures of a row: an entry nobody can read as a figure, or a remark behind a full row.
        if (filled < width) items.push(unreadable(token));
        filled++;
      } else {
        close();
        labels.push(token);
      }
    } else if (!(token.kind === "blank" && token.inGrid && items.length === 0 && leadsToLabel(tokens, index))) {
      items.push(token);
      if (token.kind === "figure" && token.cell !== previous?.cell) filled++;
    }
    if (token.kind === "figure") figureBlock = token.block;
    previous = token;
  });
  close();
  return runs.flatMap((run) => partFullRows(run, width));
}

/** The corner cell of table 3, which a page that goes on with the table prints again. */
function isRepeatedHead(token: Token): boolean {
  return token.marks.some((mark) => mark.kind === "head" && mark.table === 3) && token.label.core.length > 10;
}

/** Before a repeated head, the last figure of a row that does not foot may be the number of the page. */
function withoutPageNumber(items: readonly Token[], width: number): Token[] {
  const last = items.at(-1);
  const number = last?.figure?.kind === "number" && last.figure.plain && last.figure.digits.length <= 3 ? last.figure.value : undefined;
  const mayBePage = number !== undefined && items.filter((item) => item.kind !== "blank").length === width && !isRowOfItsOwn(items, width);
  if (!last || !mayBePage) return [...items];
  return [...items.slice(0, -1), { ...last, figure: { kind: "unclear", candidates: [number, null] } }];
}

/** A lone number behind 第二十条第（八）项 belongs to nothing: column labels come next, not figures. */
function isStrayBehindBlock(labels: readonly Token[], items: readonly Token[]): boolean {
  const isBlock = labels.findLast((label) => label.label.core !== "")?.marks.some((mark) => mark.kind === "block2") ?? false;
  return isBlock && items.filter((item) => item.kind !== "blank").length === 1;
}

/** In a sequence two rows run into one when the label between them is lost: 14 figures are two rows of seven. */
function partFullRows(run: Run, width: number): Run[] {
  if (run.inGrid || run.items.length < 2 * width) return [run];
  const lines = groupByCell(run.items);
  if (width > 3 && lines.every((line) => line.length === width && line.every(({ kind }) => kind === "figure")))
    return lines.map((items, row) => ({ labels: row === 0 ? run.labels : [], items, inGrid: false }));
  const rows: Token[][] = [];
  let cells = 0;
  for (const item of run.items) {
    const current = rows.at(-1);
    const isNewCell = item.cell !== current?.at(-1)?.cell;
    if (item.kind === "blank") {
      if (cells % width !== 0) return [run]; // an empty cell within a row: where it ends cannot be said
      current?.push(item);
    } else if (isNewCell && cells % width === 0) {
      rows.push([item]);
      cells++;
    } else {
      current?.push(item);
      if (isNewCell) cells++;
    }
  }
  const isParted = rows.slice(0, -1).every((row) => row.at(-1)?.kind === "blank"); // empty cells between rows, and nowhere else
  if (rows.length < 2 || cells % width !== 0 || !(isParted || rows.every((row) => isRowOfItsOwn(row, width)))) return [run];
  return rows.map((items, row) => ({ labels: row === 0 ? run.labels : [], items, inGrid: false }));
}

/** Whether figures make a row by themselves, and not a part of one whose digits fell apart: they foot, or none is a digit alone but 0. */
function isRowOfItsOwn(items: readonly Token[], width: number): boolean {
  const values = items.filter((item) => item.kind !== "blank").map(({ figure }) => (figure?.kind === "number" ? figure.value : 0));
  if (values.some((value) => Math.abs(value) >= 10) && width < 7) return true;
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1) || values.every((value) => value === 0);
}

/** What is neither word nor figure, where a figure should stand: ?, ***, #REF!, xx, 三. */
function isIllegible({ kind, label, marks, text }: Token): boolean {
  return kind === "label" && marks.length === 0 && label.ordinal === "" && ILLEGIBLE.test(text);
}

function unreadable(token: Token): Token {
  return { ...token, kind: "figure", figure: { kind: "unclear", candidates: [] } };
}

/** Whether an empty cell of a grid row stands left of the row's label. */
function leadsToLabel(tokens: readonly Token[], index: number): boolean {
  const row = tokens[index]?.row;
  for (let next = index + 1; next < index + 40 && tokens[next]?.row === row; next++) {
    const kind = tokens[next]?.kind;
    if (kind === "label") return true;
    if (kind === "figure") return false;
  }
  return false;
}
