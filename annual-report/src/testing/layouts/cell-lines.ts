import type { DraftCell } from "../draft.ts";
import type { Random } from "../random.ts";
import { layGrid, textsOfRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { tellPageNumbers, writeText } from "./text-around.ts";

/** One cell a line and nothing else; an empty cell is an empty line. */
export const cellLinesPlain = cellLines("cell-lines-plain", (rows) =>
  rows
    .flat()
    .map((cell) => cell.text)
    .join("\n"),
);

/** A tab before each cell, an empty line between rows; squares under a row span stand as empty cells. */
export const cellLinesTab = cellLines("cell-lines-tab", (rows) =>
  layGrid(rows)
    .map((row) => {
      const texts = row.flatMap(({ cell, begins }, index) => (begins ? [cell.text] : row[index - 1]?.cell === cell ? [] : [""]));
      return texts.map((text) => `\t${text.replaceAll("\n", "\n\n")}`).join("\n");
    })
    .join("\n\n"),
);

/** A bar after each cell and the line broken there; a row begins with a bar, so empty cells run into lines of bare bars. */
export const cellLinesBar = cellLines("cell-lines-bar", (rows, random) => {
  // Squares under a span stand where they are, or the row is only filled up at its end.
  const filledAtEnd = random.chance(0.5);
  const width = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => [...row.map((cell) => cell.text), ...Array.from({ length: width - row.length }, () => "")]);
  const texts = filledAtEnd ? filled : layGrid(rows).map((row) => textsOfRow(row, "blank"));
  return texts
    .map((row) =>
      row.reduce((line, text) => (text === "" ? `${line}|` : `${line}${line === "" || line.endsWith("\n") ? "" : "\n"}${text} |\n`), ""),
    )
    .join("|")
    .replace(/\|(?=[^|\n]+ \|\n)/gu, "|\n")
    .trimEnd();
});

function cellLines(name: string, writeRows: (rows: readonly (readonly DraftCell[])[], random: Random) => string): Layout {
  return {
    name,
    extension: "txt",
    hasTables: true,
    render(draft, random) {
      tellPageNumbers(draft);
      return writeText(draft, ({ rows }) => writeRows(rows, random), {
        gap: name === "cell-lines-tab" ? "\n\n" : random.pick(["\n", "\n", "\n\n"]),
      });
    },
  };
}
