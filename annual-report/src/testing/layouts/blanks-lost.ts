import { isSummed, type Reading, settleRow } from "../damages/settle-row.ts";
import { type Draft, type DraftCell, hasKey, valueRowsOf } from "../draft.ts";
import { layGrid } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { onOneLine, tellPageNumbers, writeText } from "./text-around.ts";

/** A row a line with one blank between cells, as text is copied out of a PDF. Empty cells leave no trace. */
export const spaceText: Layout = {
  name: "space-text",
  extension: "txt",
  hasTables: true,
  unfit: ["blanks-in-figures", "two-inner-blanks"],
  render(draft) {
    loseBlanks(draft);
    tellPageNumbers(draft);
    return writeText(draft, ({ rows }) =>
      linesOf(rows)
        .map((texts) => texts.join(" "))
        .join("\n"),
    );
  },
};

/** One cell a line, empty cells left out. */
export const cellLinesDense: Layout = {
  name: "cell-lines-dense",
  extension: "txt",
  hasTables: true,
  unfit: ["two-inner-blanks"],
  render(draft) {
    loseBlanks(draft);
    tellPageNumbers(draft);
    return writeText(draft, ({ rows }) => linesOf(rows).flat().join("\n"));
  },
};

function linesOf(rows: readonly (readonly DraftCell[])[]): string[][] {
  return layGrid(rows)
    .map((row) => row.flatMap(({ cell, begins }) => (begins && cell.text !== "" ? [onOneLine(cell.text)] : [])))
    .filter((texts) => texts.length > 0);
}

/** Truth of rows with empty cells among figures: every way to spread the figures over the columns that leaves the sums right. */
function loseBlanks({ truth, ...draft }: Draft): void {
  for (const { cells, table } of valueRowsOf({ truth, ...draft })) {
    const values = cells.filter(hasKey);
    const printed = values.filter(({ text }) => text !== "").map(({ key }) => truth.cells[key] ?? null);
    if (printed.length === 0 || printed.length === values.length) continue;
    const agrees = {
      2: () => true,
      3: isSummed,
      4: (reading: Reading) => [0, 5, 10].every((from) => isSummed(reading.slice(from, from + 5))),
    }[table.table];
    settleRow(
      truth,
      values.map(({ key }) => key),
      spread(printed, values.length),
      agrees,
    );
  }
}

/** Every way to spread figures over more columns in their order. */
function spread(figures: readonly (number | null)[], columns: number): Reading[] {
  if (figures.length === columns) return [[...figures]];
  const [first, ...rest] = figures;
  const without: Reading[] = spread(figures, columns - 1).map((reading) => [null, ...reading]);
  return first === undefined ? without : [...without, ...spread(rest, columns - 1).map((reading) => [first, ...reading])];
}
