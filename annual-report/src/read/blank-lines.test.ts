import { parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { composeTables } from "../compose/index.ts";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, EditionId } from "../report.ts";
import { consistentCells, seededRandom } from "../testing/index.ts";
import { layGrid } from "../testing/layouts/grid.ts";
import { fillBlankLines } from "./blank-lines.ts";
import { readText, textOf } from "./fixtures/read-text.ts";
import { tokenize } from "./token.ts";

const RESULT = /^t3\.(?:granted|partial|denied|unavailable|unhandled)\./;

/** As word processors save the form: a line for each cell, empty ones and those a merged cell covers among them. */
function asSaved(edition: EditionId, cells: Readonly<Record<CellKey, number | null>>): string {
  const [second, third, fourth] = composeTables(EDITIONS[edition], (key) => String(cells[key] ?? ""));
  const lines = ({ rows }: typeof second): string[][] =>
    layGrid(rows.map((row) => row.map((cell) => ({ ...cell }))))
      .map((row) => row.flatMap(({ cell, begins }, index) => (begins ? [cell.text] : row[index - 1]?.cell === cell ? [] : [""])))
      .flat()
      .map((text) => [text.replaceAll("\n", "")]);
  return textOf({ 2: lines(second), 3: lines(third), 4: lines(fourth) });
}

/** The rows' totals and zeros are left blank, as some offices do, so that no sum tells which columns the figures are of. */
function figures(edition: EditionId, seed: number): Record<CellKey, number | null> {
  const random = seededRandom(seed);
  const printed = Object.entries(consistentCells(edition, random)).map(([key, value]) => {
    const isBlank = RESULT.test(key) && (value === 0 || key.endsWith(".total"));
    return [key, isBlank ? null : value] as const;
  });
  return Object.fromEntries(printed);
}

describe("a form saved as text, a line for each cell", () => {
  test.each(["2019", "2021"] as const)("is read to the last cell, blank ones in their columns (%s)", (edition) => {
    for (let seed = 1; seed <= 20; seed++) {
      const printed = figures(edition, seed);
      const { cells } = readText(asSaved(edition, printed));
      const table3 = (all: Readonly<Record<CellKey, number | null>>) =>
        Object.entries(all).filter(([key, value]) => key.startsWith("t3.") && value !== null);
      expect({ seed, cells: Object.fromEntries(table3(cells)) }).toEqual({ seed, cells: Object.fromEntries(table3(printed)) });
    }
  });

  test("whose empty lines were lost in half of its rows is not filled up from the rest", () => {
    const text = asSaved("2021", figures("2021", 1)).replaceAll(/(?<=\n[1-8]\.[^\n]+)\n\n\n/gu, "\n");
    const doc = parsePlainText(text);
    expect(fillBlankLines(tokenize(doc), doc).filter(({ kind, label: { core } }) => kind === "blank" && core === "")).toEqual([]);
  });
});

test("empty lines between paragraphs are no cells", () => {
  const doc = parsePlainText("一、总体情况\n\n\n全年收到申请 7 件。\n\n\n二、主动公开政府信息情况\n\n\n无。\n");
  const tokens = tokenize(doc);
  expect(fillBlankLines(tokens, doc)).toBe(tokens);
});
