import type { Doc, Place } from "@gongkai/document";
import type { EditionId } from "../report.ts";
import { type CellNames, cellNames, type NamedCell } from "./cell-names.ts";
import { parseFigure } from "./figure.ts";
import type { SectionHeading } from "./section-heading.ts";
import { createDraft, enterSlot, type ReportDraft, takeTable } from "./report-draft.ts";
import { type Slot, slotOf } from "./slot.ts";
import { enterAmount } from "./table2.ts";
import { loneFigure, placeInSource } from "./token.ts";
import { simplify } from "./traditional.ts";

/** So much of a table told cell by cell is the table, not a mention of it. */
const MOSTLY = 0.5;
const NEARLY_ALL = 0.9;
const LONGEST_TEXT = 300_000;
/** What may stand between the name of a column and its figure: （单位：万元）：, 数量为, ） = */
const BETWEEN =
  /(?:[^\S\n]*\((?![^\p{L}]*\))[^()\n]{0,12}\))?(?:[^\S\n]|[)\]])*(?:数量|件数|数)?[^\S\n]*(?:为|是|共|有|计|:|=)?[^\S\n]*(?:共|约)?[^\S\n]*/uy;
const DASH = /(?:-{2}|—{1,2}|->|→)?[^\S\n]*/y;
const FIGURE =
  /(?:[("“”'‘’「『【[][^\S\n]*)?(?:[-+−–]?[^\S\n]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[^\S\n]?(?:亿元|万元|元|件次|人次|件|条|项|个|次|份|宗))?(?!\d|[.．]\s*\p{L})|(?:新增|增加?|上升|减少?|下降)[^\S\n]?\d+|(?:未增未|不增不|无增无?|未增)减|(?:无|没有|未)变化|无变动|不变|持平|[零〇](?:件|条|项|个|次)?|无|[-‐‑‒–—―─━_/\\·]{1,4}(?![\d\p{L}]))(?:[^\S\n]*[)"“”'‘’」』】\]])?/uy;

/** A column's name with a figure at once behind it, as tables never have it. */
const NAMED_FIGURE =
  /(?:自然人|企业|企業|总计|總計|数量|數量|件数|件數|维持|維持|審結|审结)[）)]?[ 　]*(?:为|是|为|：|:|=)?[ 　]*[（("“”'‘’「『【[]?[\d０-９零〇无+＋\-－−–—/／\\]/g;
const FEWEST_NAMED = 8;

/**
 * Lists and sentences that name row and column before each figure (行政许可本年处理决定数量：9, or a row and its columns line by line
 * below it) say more surely than any order whose figure it is. Tables that are mostly told so, of which the tokens gave less, are
 * entered as told. `tables` are those in question, with what was read of each so far. A section of its own that a table has is not told elsewhere.
 */
export function readNamedCells(
  doc: Doc,
  headings: readonly SectionHeading[],
  edition: EditionId,
  tables: ReadonlyMap<2 | 3 | 4, number>,
  draft: ReportDraft,
): void {
  if (tables.size === 0 || doc.text.length > LONGEST_TEXT || (doc.text.match(NAMED_FIGURE)?.length ?? 0) < FEWEST_NAMED) return;
  const names = cellNames(edition);
  const told = createDraft(doc.text);
  const found = new Map<2 | 3 | 4, number>();
  const isElsewhere = (table: number, start: number): boolean =>
    headings.some(({ section }) => section === `table${table}`) &&
    headings.findLast((heading) => heading.start <= start)?.section !== `table${table}`;
  for (const { cell, slot, label } of findCells(doc, names)) {
    if (isElsewhere(cell.table, slot.tokens[0]?.start ?? 0)) continue;
    const before = told.states[cell.number] === undefined ? undefined : (told.values[cell.number] ?? null);
    const isOther = before !== undefined && before !== slot.value;
    const read: Slot = isOther ? { ...slot, value: null, state: "unclear", candidates: [before, slot.value] } : slot;
    if (before === undefined) found.set(cell.table, (found.get(cell.table) ?? 0) + 1);
    if (cell.kind === "amount") enterAmount(told, cell.number, read, [label]);
    else enterSlot(told, cell.number, read, cell.kind);
  }
  for (const [table, seen] of tables) {
    const count = found.get(table) ?? 0;
    const all = names.tableOf.get(table) ?? 0;
    if ((count > seen && count >= all * MOSTLY) || count >= all * NEARLY_ALL) takeTable(draft, told, table);
  }
}

interface Told {
  readonly cell: NamedCell;
  readonly slot: Slot;
  /** From the name of the column to the figure. */
  readonly label: string;
}

/** Each figure that stands at once behind the name of a column of the row named last. */
function* findCells(doc: Doc, { anyName, cellsOf }: CellNames): Generator<Told> {
  let columns: ReadonlyMap<string, NamedCell> | undefined;
  for (const source of textsOf(doc)) {
    const text = comparable(source.text);
    anyName.lastIndex = 0;
    for (let name = anyName.exec(text); name; name = anyName.exec(text)) {
      const cell = columns?.get(name[0]);
      const printed = cell && figureAt(text, anyName.lastIndex);
      if (cell && printed) {
        const part = source.text.slice(printed.from, printed.to);
        const figure = parseFigure(part);
        const start = placeInSource(doc.text, source, part, printed.from);
        if (figure)
          yield { cell, slot: slotOf(loneFigure(part, start, source.at, figure)), label: source.text.slice(name.index, printed.from) };
        anyName.lastIndex = printed.to;
      } else columns = cellsOf(name[0]) ?? columns;
    }
  }
}

function* textsOf({ blocks }: Doc): Generator<{ readonly text: string; readonly at: Place }> {
  for (const block of blocks) {
    if (block.kind === "table") for (const { cells } of block.rows) yield* cells;
    else if (block.kind !== "pageBreak") yield block;
  }
}

function figureAt(text: string, from: number): { readonly from: number; readonly to: number } | undefined {
  BETWEEN.lastIndex = from;
  DASH.lastIndex = BETWEEN.test(text) ? BETWEEN.lastIndex : from;
  const behindDash = DASH.test(text) ? DASH.lastIndex : from;
  // A dash may part name and figure, or be a mark for nothing itself.
  for (const start of [behindDash, BETWEEN.lastIndex]) {
    FIGURE.lastIndex = start;
    if (FIGURE.test(text)) return { from: start, to: FIGURE.lastIndex };
  }
  return undefined;
}

/** Simplified and half-width, character by character, so that places stay true. */
function comparable(text: string): string {
  return simplify(text).replace(/[\uff01-\uff5e\u3000\u00a0]/g, (wide) =>
    wide === "\u3000" || wide === "\u00a0" ? " " : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
