import { describe, expect, test } from "vitest";
import { say } from "./fixtures/run-of.ts";
import { foots, settle } from "./settle.ts";
import { ABSENT, type Reading, type Slot } from "./slot.ts";

const BLANK: Slot = { value: null, state: "blank", tokens: [] };
const UNCLEAR: Slot = { value: null, state: "unclear", tokens: [], candidates: [0, null] };

/** A reading written as it is said: figures, 空, 缺 and ?. */
function row(said: string): Reading {
  return said.split(" ").map((word): Slot => {
    if (word === "空") return BLANK;
    if (word === "缺") return ABSENT;
    return word === "?" ? UNCLEAR : { value: Number(word), state: "seen", tokens: [] };
  });
}

function settleSaid(rows: Readonly<Record<string, readonly string[]>>, unknown: readonly string[] = []): Record<string, string[]> {
  const open = Object.entries(rows).map(([id, readings]) => ({ id, readings: readings.map(row) }));
  const settled = settle(open, [{ left: ["new", "carriedIn"], right: ["total", "carriedOut"] }], new Set(unknown));
  return Object.fromEntries([...settled].map(([id, readings]) => [id, readings.map(say)]));
}

describe("a row foots", () => {
  test.each([
    { said: "1 2 3", foots: true },
    { said: "1 2 4", foots: false },
    { said: "1 空 1", foots: true },
    { said: "空 空 空", foots: true },
    { said: "0 0 空", foots: true },
    { said: "1 0 空", foots: false },
    { said: "0 ? 0", foots: false },
    { said: "0 0 ?", foots: false },
    { said: "1 缺 1", foots: true },
  ])("$said: $foots", ({ said, foots: expected }) => {
    expect(foots(row(said))).toBe(expected);
  });
});

describe("arithmetic", () => {
  test("chooses the reading of a row that adds up", () => {
    expect(settleSaid({ new: ["1 20 12", "12 0 12", "120 1 2"] })).toEqual({ new: ["12 0 12"] });
  });

  test("keeps every reading where none adds up", () => {
    expect(settleSaid({ new: ["1 20 12", "120 1 2"] })).toEqual({ new: ["1 20 12", "120 1 2"] });
  });

  test("never touches a row that is printed plainly, however wrong its sum", () => {
    expect(settleSaid({ new: ["1 2 9"], carriedIn: ["0 0 0"], total: ["5 5 5"], carriedOut: ["0 0 0"] })).toMatchObject({
      new: ["1 2 9"],
      total: ["5 5 5"],
    });
  });

  test("lets the columns choose where the row leaves it open", () => {
    const settled = settleSaid({ new: ["1 2 3", "2 1 3"], carriedIn: ["0 0 0"], total: ["2 1 3"], carriedOut: ["0 0 0"] });
    expect(settled["new"]).toEqual(["2 1 3"]);
  });

  test("does not let columns choose that cannot be summed, because a row is missing", () => {
    const settled = settleSaid({ new: ["1 2 3", "2 1 3"], carriedIn: ["0 0 0"], total: ["2 1 3"] }, ["carriedOut"]);
    expect(settled["new"]).toEqual(["1 2 3", "2 1 3"]);
  });

  test("does not choose where columns are broken by a row printed plainly: near misses stay", () => {
    const settled = settleSaid({ new: ["1 2 3", "2 1 3"], carriedIn: ["0 0 0"], total: ["9 9 18"], carriedOut: ["0 0 0"] });
    expect(settled["new"]).toEqual(["1 2 3", "2 1 3"]);
  });

  test("does not say which cell is missing from the row's own sum alone", () => {
    const settled = settleSaid({ new: ["3 缺 3", "缺 3 3", "3 3 缺"] });
    expect(settled["new"]).toEqual(["3 缺 3", "缺 3 3", "3 3 缺"]);
  });

  test("says which cell is missing where the columns tell", () => {
    const settled = settleSaid({ new: ["3 缺 3", "缺 3 3"], carriedIn: ["0 0 0"], total: ["0 3 3"], carriedOut: ["0 0 0"] });
    expect(settled["new"]).toEqual(["缺 3 3"]);
  });

  test("settles two open rows together", () => {
    const settled = settleSaid({ new: ["1 2 3", "2 1 3"], carriedIn: ["0 0 0"], total: ["2 1 3", "0 3 3"], carriedOut: ["0 0 0"] });
    expect(settled).toMatchObject({ new: ["2 1 3"], total: ["2 1 3"] });
  });
});
