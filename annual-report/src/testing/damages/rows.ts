import type { CellKey } from "../../report.ts";
import { accept, type Draft, type DraftCell, hasKey, looseCell, valueRowsOf, type ValueRow, wholeRows3 } from "../draft.ts";
import type { Random } from "../random.ts";
import { type Damage, doToEach } from "./damage.ts";
import { isPlain } from "./figures.ts";
import { settleRow } from "./settle-row.ts";

/** Damages to which cell a figure lands in. Done only to rows whose seven figures are plainly printed. */
export const rowDamages: readonly Damage[] = [
  // Truth: the same seven figures; an empty cell before them moves none.
  rows("values-shifted-right", (draft, random) =>
    doToEach(pickRows(draft, random), ({ cells }) => cells.splice(cells.findIndex(hasKey), 0, looseCell(""))),
  ),
  // A group cell ends too early, so the rows below it begin one column to the left.
  rows("rows-pushed-left", (draft, random) => {
    const groups = wholeRows3(draft).flatMap(({ table, index, cells }) =>
      cells.filter((cell) => cell.rowSpan > 2 && cell.rowSpan < 10).map((cell) => ({ table, index, cell })),
    );
    return doToEach(random.sample(groups, 1), ({ cell }) => (cell.rowSpan = random.integer(1, cell.rowSpan - 1)));
  }),
  // Truth: removing one cell must give the row back; where several would, and they differ, the cells concerned stay open.
  rows("surplus-zero", (draft, random) =>
    doToEach(pickRows(draft, random), (row) => {
      const values = valueTexts(row);
      row.cells.splice(random.integer(row.cells.findIndex(hasKey), row.cells.length), 0, looseCell("0"));
      const printed = textsFrom(row, values.first).map(Number);
      settleRow(
        draft.truth,
        values.keys,
        printed.map((_, out) => printed.filter((_, index) => index !== out)),
      );
      forgetKeys(row);
    }),
  ),
  // Truth: the seven figures in their order.
  rows("surplus-blank", (draft, random) =>
    doToEach(pickRows(draft, random), ({ cells }) => cells.splice(random.integer(cells.findIndex(hasKey), cells.length), 0, looseCell(""))),
  ),
  // Truth: any column may be the one without a figure that leaves the sum right.
  rows("missing-zero", (draft, random) =>
    doToEach(pickRows(draft, random), (row) => {
      const values = valueTexts(row);
      const zeros = row.cells.filter((cell) => hasKey(cell) && cell.text === "0");
      if (zeros.length === 0) return;
      row.cells.splice(row.cells.indexOf(random.pick(zeros)), 1);
      const printed = textsFrom(row, values.first).map(Number);
      settleRow(
        draft.truth,
        values.keys,
        values.keys.map((_, gap) => [...printed.slice(0, gap), null, ...printed.slice(gap)]),
      );
      forgetKeys(row);
    }),
  ),
  // Truth by column: 其他 and 总计 are blank, a 0 stands beyond; or the last 0 is the total.
  rows("two-inner-blanks", (draft, random) =>
    doToEach(
      pickRows(draft, random).filter((row) => valueTexts(row).texts.every((text) => text === "0")),
      (row) => {
        const { keys, first } = valueTexts(row);
        row.cells.splice(first + 5, 2, looseCell(""), looseCell(""), looseCell("0"));
        for (const key of keys.slice(5)) {
          draft.truth.cells[key] = null;
          accept(draft.truth, key, 0);
        }
        forgetKeys(row);
      },
    ),
  ),
  // 规章000: truth is one figure a digit. Done only to rows of single digits that begin with 0: 300 may be one figure.
  rows("cells-run-together", (draft, random) =>
    doToEach(random.sample(valueRowsOf(draft).filter(isRunnable), random.integer(1, 4)), ({ cells }) => {
      const first = cells.findIndex(hasKey);
      const label = cells[first - 1];
      const digits = cells
        .slice(first)
        .map((cell) => cell.text)
        .join("");
      if (label !== undefined && random.chance(0.5)) {
        label.text += digits;
        label.header = false; // no label any more that a later damage may cut
        cells.splice(first);
      } else cells.splice(first, cells.length - first, looseCell(digits));
    }),
  ),
  // Truth: the ways to join the digits into seven figures that leave the sum right.
  rows("digits-split", (draft, random) =>
    doToEach(
      random.sample(
        plainRows(draft).filter((row) => valueTexts(row).texts.some((text) => text.length > 1)),
        3,
      ),
      (row) => {
        const { keys, texts, first } = valueTexts(row);
        const digits = texts.join("");
        if (digits.length > 16) return;
        row.cells.splice(first, 7, ...[...digits].map((digit) => looseCell(digit)));
        settleRow(draft.truth, keys, joinings(digits, 7));
      },
    ),
  ),
  // Truth: the figure counts though it stands in the label's cell.
  rows("value-in-label", (draft, random) =>
    doToEach(pickRows(draft, random), ({ cells }) => {
      const first = cells.findIndex(hasKey);
      const [label, value] = [cells[first - 1], cells[first]];
      if (label === undefined || value === undefined) return;
      label.text += ` ${value.text}`;
      label.header = false; // no label any more that a later damage may cut
      cells.splice(first, 1);
      for (const cell of cells) delete cell.key;
    }),
  ),
  // Truth: null, the rows are not in the document.
  rows("rows-missing", (draft, random) =>
    doToEach(
      random.sample(
        wholeRows3(draft).filter(({ cells }) => cells.every((cell) => cell.rowSpan === 1)),
        random.integer(1, 3),
      ),
      (row) => removeRow(draft, row),
    ),
  ),
  // Truth: the figures; the row's place in the order of the form tells whose they are.
  rows("label-empty", (draft, random) =>
    doToEach(
      random.sample(
        valueRowsOf(draft).filter(({ table }) => table.table !== 4),
        random.integer(1, 2),
      ),
      ({ cells }) => {
        const label = cells[cells.findIndex(hasKey) - 1];
        if (label !== undefined) label.text = "";
      },
    ),
  ),
];

function rows(kind: string, apply: (draft: Draft, random: Random) => boolean): Damage {
  return { kind, stage: "rows", apply };
}

function plainRows(draft: Draft): ValueRow[] {
  return wholeRows3(draft).filter((row) => standTogether(row) && row.cells.every((cell) => !hasKey(cell) || isPlain(cell)));
}

function pickRows(draft: Draft, random: Random): ValueRow[] {
  return random.sample(plainRows(draft), random.integer(1, 5));
}

/** Whether no cell put in by another damage stands among the seven. */
function standTogether({ cells }: ValueRow): boolean {
  const first = cells.findIndex(hasKey);
  return cells.slice(first, first + 7).every(hasKey);
}

function isRunnable({ cells, table }: ValueRow): boolean {
  return table.table !== 4 && cells.find(hasKey)?.text === "0" && cells.every((cell) => !hasKey(cell) || /^\d$/u.test(cell.text));
}

function valueTexts({ cells }: ValueRow): { keys: CellKey[]; texts: string[]; first: number } {
  const values = cells.filter(hasKey);
  return { keys: values.map((cell) => cell.key), texts: values.map((cell) => cell.text), first: cells.findIndex(hasKey) };
}

function textsFrom({ cells }: ValueRow, first: number): string[] {
  return cells.slice(first).map((cell) => cell.text);
}

/** After this no other damage takes the row's cells for the figures they were. */
function forgetKeys({ cells }: ValueRow): void {
  for (const cell of cells) delete cell.key;
}

function removeRow(draft: Draft, { table, cells }: ValueRow): void {
  const at = table.rows.indexOf(cells);
  for (const cell of cells) if (hasKey(cell)) draft.truth.cells[cell.key] = null;
  for (const above of table.rows.slice(0, at)) shortenSpans(above, table.rows.indexOf(above), at);
  table.rows.splice(at, 1);
}

function shortenSpans(cells: readonly DraftCell[], from: number, over: number): void {
  for (const cell of cells) if (from + cell.rowSpan > over) cell.rowSpan--;
}

/** Every way to cut digits into `count` figures without leading zeros. */
function joinings(digits: string, count: number): number[][] {
  if (count === 1) return digits === "" || (digits.length > 1 && digits.startsWith("0")) ? [] : [[Number(digits)]];
  const found: number[][] = [];
  for (let length = 1; length <= digits.length - count + 1; length++) {
    const head = digits.slice(0, length);
    if (length > 1 && head.startsWith("0")) break;
    for (const rest of joinings(digits.slice(length), count - 1)) found.push([Number(head), ...rest]);
  }
  return found;
}
