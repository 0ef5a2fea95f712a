import { describe, expect, test } from "vitest";
import { gridRun, lineRun, say } from "./fixtures/run-of.ts";
import { readRow } from "./read-row.ts";
import { foots, settle } from "./settle.ts";
import { agree, ABSENT } from "./slot.ts";

const WIDTH = 7;
const footing = { holds: foots };

describe("a row of seven in a grid", () => {
  test.each([
    { print: "3|0|0|0|0|0|3", reads: "3 0 0 0 0 0 3", what: "a plain row" },
    { print: "3|1|0|0|0|0|9", reads: "3 1 0 0 0 0 9", what: "figures that do not add up, printed plainly" },
    { print: "||||||", reads: "空 空 空 空 空 空 空", what: "an empty row" },
    { print: "3||||||3", reads: "3 空 空 空 空 空 3", what: "empty cells for zero" },
    { print: "3|/|—|-|||3", reads: "3 空 空 空 空 空 3", what: "marks for none" },
    { print: "1,274|0|0|0|0|0|1,274", reads: "1274 0 0 0 0 0 1274", what: "thousands commas" },
    { print: "1 2|0|0|0|0|0|1 2", reads: "12 0 0 0 0 0 12", what: "digits set apart within their cell" },
    { print: "0|0|0|0|0|0|无", reads: "0 0 0 0 0 0 ?", what: "a word for none" },
    { print: "5|0|0|00|0|0|5", reads: "5 0 0 ? 0 0 5", what: "two figures in one cell" },
  ])("$what: $print reads $reads, and in no other way", ({ print, reads }) => {
    const { readings, isRebuilt } = readRow(gridRun(print), WIDTH, undefined, footing);
    expect(readings.map(say)).toEqual([reads]);
    expect(isRebuilt).toBe(false);
  });
});

describe("a row whose cells came apart or ran together", () => {
  test.each([
    { print: "0|0|0|0|0|0|0|0", reads: "0 0 0 0 0 0 0", what: "eight zeros" },
    { print: "0|0|0|0|0|||0", reads: "0 0 0 0 0 空 0", what: "two inner blanks where one is one too many" },
    { print: "0 0 0 0 0 0 0", reads: "0 0 0 0 0 0 0", what: "seven figures in one cell" },
  ])("$what: $print reads $reads", ({ print, reads }) => {
    expect(readRow(gridRun(print), WIDTH, undefined, footing).readings.map(say)).toEqual([reads]);
  });

  test.each([
    { print: "7000007", only: "7 0 0 0 0 0 7" },
    { print: "0000000", only: "0 0 0 0 0 0 0" },
    { print: "120000012", only: "12 0 0 0 0 0 12" },
    { print: "30003|0|6", only: "3 0 0 0 3 0 6" },
  ])("figures run together in $print add up only as $only", ({ print, only }) => {
    const { readings, isRebuilt } = readRow(gridRun(print), WIDTH, undefined, footing);
    expect(isRebuilt).toBe(true);
    expect(
      readings
        .filter(foots)
        .map(say)
        .filter((said) => !said.includes("缺")),
    ).toEqual([only]);
  });

  test("1 2 0 0 0 0 0 1 2 adds up as 12 … 12, or with figures left out: the columns must say", () => {
    const { readings, isRebuilt } = readRow(gridRun("1|2|0|0|0|0|0|1|2"), WIDTH, undefined, footing);
    expect(isRebuilt).toBe(true);
    expect(readings.filter(foots).map(say)).toEqual(["12 0 0 0 0 0 12", "2 0 0 0 0 0 2", "1 0 0 0 0 1 2", "1 0 0 0 0 0 1"]);
    const known = ["carriedIn", "total", "carriedOut"].map((id) => ({
      id,
      readings: [readRow(gridRun(id === "total" ? "12|0|0|0|0|0|12" : "0|0|0|0|0|0|0"), WIDTH).readings[0] ?? []],
    }));
    const settled = settle(
      [{ id: "new", readings }, ...known],
      [{ left: ["new", "carriedIn"], right: ["total", "carriedOut"] }],
      new Set(),
    );
    expect(settled.get("new")?.map(say)).toEqual(["12 0 0 0 0 0 12"]);
  });

  test("a surplus figure may be any of them", () => {
    const { readings } = readRow(gridRun("5|0|3|0|0|0|0|5"), WIDTH, undefined, footing);
    expect(readings.filter(foots).map(say)).toEqual(["5 0 0 0 0 0 5"]);
  });

  test.each(["1|2|0|0|3|6", "0|0|0|0|0|0", "4|4", "4|0|0|0|4"])("with a cell missing in %s no place is guessed", (print) => {
    const { readings } = readRow(gridRun(print), WIDTH, undefined, footing);
    const kept = settle([{ id: "new", readings }], [], new Set()).get("new") ?? [];
    const agreed = Array.from({ length: WIDTH }, (_, index) => agree(kept.map((reading) => reading[index] ?? ABSENT)));
    expect(say(agreed)).toBe("? ? ? ? ? ? ?");
  });

  test("a hundred figures are no row", () => {
    expect(readRow(gridRun(Array.from({ length: 100 }, () => "1").join("|")), WIDTH, undefined, footing).readings).toEqual([]);
  });
});

describe("a row of seven, one cell a line", () => {
  test.each([
    { print: "3|0|0|0|0|0|3", reads: "3 0 0 0 0 0 3", what: "a plain row" },
    { print: "3|0|0|0|0|0|3||", reads: "3 0 0 0 0 0 3", what: "empty cells behind it are margins" },
    { print: "2|3|0|0|0|0|||", reads: "2 3 0 0 0 0 空", what: "only the total left empty" },
    { print: "0|0|0|0|0|0|", reads: "0 0 0 0 0 0 空", what: "only the total left empty, zeros" },
  ])("$what: $print reads $reads", ({ print, reads }) => {
    expect(readRow(lineRun(print), WIDTH, undefined, footing).readings.map(say)).toEqual([reads]);
  });
});

describe("a row by its columns", () => {
  const columns = { positions: [1, 2, 3, 4, 5, 6, 7], isSure: true };

  test("with empty cells at its end stands where it is printed", () => {
    expect(readRow(gridRun("3|0||||0|3|"), WIDTH, columns, footing).readings.map(say)).toEqual(["3 0 空 空 空 0 3"]);
  });

  test("with a figure pushed beyond its last column is not read by columns", () => {
    const { readings, isRebuilt } = readRow(gridRun("3|0|||0|0||3"), WIDTH, columns, footing);
    expect(isRebuilt).toBe(true);
    expect(readings.map(say)).toContain("3 0 空 0 0 空 3");
  });
});
