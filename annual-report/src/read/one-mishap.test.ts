import { describe, expect, test } from "vitest";
import type { EditionId, Report } from "../report.ts";
import { consistentCells, type Random, seededRandom } from "../testing/index.ts";
import { formTables, htmlOf, type Lines, readHtml, readText, textOf } from "./fixtures/read-text.ts";

type Cells = Readonly<Record<string, number>>;

/** Figures of the report that are not those of the form. */
function wrongOf(report: Report, cells: Cells): string[] {
  return Object.entries(report.cells).flatMap(([key, value]) =>
    value === null || value === cells[key] ? [] : [`${key} is ${cells[key]}, read ${value}`],
  );
}

function pick<Choice>(choices: readonly Choice[], random: Random): Choice {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError("nothing to pick from");
  return choice;
}

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);

function aForm(seed: number): { edition: EditionId; cells: Cells; random: Random } {
  const random = seededRandom(seed);
  const edition = seed % 2 === 0 ? "2019" : "2021";
  return { edition, cells: consistentCells(edition, random), random };
}

const FIGURE = /^-?\d+(?:\.\d+)?$/;

describe("one mishap in a sound text gives no wrong figure:", () => {
  /** Each takes the lines of a table, the index of a line of figures and of a figure in it. */
  const mishaps: Readonly<Record<string, (lines: Lines, line: number, cell: number) => void>> = {
    "a line lost": (lines, line) => lines.splice(line, 1),
    "a cell emptied": (lines, line, cell) => lines[line]?.splice(cell, 1, ""),
    "a cell doubled": (lines, line, cell) => lines[line]?.splice(cell, 0, lines[line][cell] ?? ""),
    "a stray zero": (lines, line, cell) => lines[line]?.splice(cell, 0, "0"),
    "two lines exchanged": (lines, line) => lines.splice(line, 2, ...lines.slice(line, line + 2).toReversed()),
    "a line broken in two": (lines, line, cell) => lines.splice(line, 1, lines[line]?.slice(0, cell) ?? [], lines[line]?.slice(cell) ?? []),
    "the end of a line lost": (lines, line, cell) => lines[line]?.splice(cell),
  };

  test.each(Object.keys(mishaps))("%s", (mishap) => {
    for (const seed of SEEDS) {
      const { edition, cells, random } = aForm(seed);
      const tables = formTables(edition, cells);
      const table = tables[pick([2, 3, 4] as const, random)];
      const line = pick(
        table.flatMap((texts, index) => (texts.some((text) => FIGURE.test(text)) ? [index] : [])),
        random,
      );
      const cell = pick(
        (table[line] ?? []).flatMap((text, index) => (FIGURE.test(text) ? [index] : [])),
        random,
      );
      mishaps[mishap]?.(table, line, cell);
      expect({ seed, wrong: wrongOf(readText(textOf(tables)), cells) }).toEqual({ seed, wrong: [] });
    }
  });
});

describe("one mishap in a sound page gives no wrong figure:", () => {
  /** Each takes a row of the page, one of its figures and its last label, as they stand in the source. */
  const mishaps: Readonly<Record<string, (row: string, figure: string, label: string) => string>> = {
    "a row lost": () => "",
    "a cell lost": (row, figure) => row.replace(figure, ""),
    "a cell emptied": (row, figure) => row.replace(figure, figure.replace(/>[^<]*</, "><")),
    "a cell doubled": (row, figure) => row.replace(figure, figure + figure),
    "a label emptied": (row, _, label) => row.replace(label, label.replace(/>[^<]*</, "><")),
    "the front half of a label lost": (row, _, label) =>
      row.replace(
        label,
        label.replace(/>([^<]*)</, (_whole, text: string) => `>${text.slice(Math.ceil(text.length / 2))}<`),
      ),
    "the spans of a row lost": (row) => row.replace(/(?:col|row)span="\d+"/g, ""),
    "a row broken in two": (row, figure) => row.replace(figure, `${figure}</tr><tr>`),
    "the rest of the page lost": (row, figure) => `${row.slice(0, row.indexOf(figure))}<!--`,
  };

  test.each(Object.keys(mishaps))("%s", (mishap) => {
    for (const seed of SEEDS) {
      const { edition, cells, random } = aForm(seed);
      const page = htmlOf(edition, cells);
      const row = pick(page.match(/<tr>.*?<\/tr>/g)?.filter((text) => />-?\d[\d.]*<\/td>/.test(text)) ?? [], random);
      const parts = row.match(/<td[^>]*>[^<]*<\/td>/g) ?? [];
      const figure = pick(
        parts.filter((part) => />-?\d[\d.]*</.test(part)),
        random,
      );
      const label = parts.findLast((part) => !/>-?\d[\d.]*</.test(part)) ?? ""; // the row of table 4 has none
      const damaged = page.replace(row, () => mishaps[mishap]?.(row, figure, label) ?? row);
      expect({ seed, wrong: wrongOf(readHtml(damaged), cells) }).toEqual({ seed, wrong: [] });
    }
  });
});
