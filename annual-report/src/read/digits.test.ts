import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinDigits, splitDigits } from "./digits.ts";
import { gridRun, say } from "./fixtures/run-of.ts";

const MOST = 400;

describe("numbers that fell apart", () => {
  test.each([
    { print: "1|2", width: 1, ways: ["12"] },
    { print: "1|2|3", width: 2, ways: ["1 23", "12 3"] },
    { print: "0|0|5", width: 2, ways: [] as string[] },
    { print: "1|0|5", width: 2, ways: ["10 5"] },
    { print: "1|274|0", width: 2, ways: ["1 2740", "1274 0"] },
    { print: "1|+2|3", width: 2, ways: [] as string[] },
    { print: "12|34", width: 2, ways: ["12 34"] },
  ])("$print in $width cells", ({ print, width, ways }) => {
    expect(joinDigits(gridRun(print).items, width, MOST).map(say).sort()).toEqual(ways.sort());
  });

  test("are joined in the right way, among others, and never with a leading zero", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 5 }), (numbers) => {
        const digits = numbers.flatMap((number) => [...String(number)]).join("|");
        const ways = joinDigits(gridRun(digits).items, numbers.length, 5000).map(say);
        if (digits.split("|").length > 3 * numbers.length) return;
        expect(ways).toContain(numbers.join(" "));
        for (const way of ways) expect(way.split(" ").join("")).toBe(numbers.join(""));
      }),
    );
  });

  test("never give more readings than asked for", () => {
    expect(joinDigits(gridRun("1|2|3|4|5|6|7|8|9|1|2|3").items, 6, 20)).toHaveLength(20);
  });
});

describe("numbers that ran together", () => {
  test.each([
    { print: "000", width: 3, ways: ["0 0 0"] },
    { print: "123", width: 2, ways: ["1 23", "12 3"] },
    { print: "7000007", width: 7, ways: ["7 0 0 0 0 0 7"] },
    { print: "105", width: 2, ways: ["10 5"] },
    { print: "12", width: 3, ways: [] as string[] },
    { print: "1|203", width: 3, ways: ["1 20 3"] },
    { print: "+1", width: 2, ways: [] as string[] },
  ])("$print in $width cells", ({ print, width, ways }) => {
    expect(splitDigits(gridRun(print).items, width, MOST).map(say).sort()).toEqual(ways.sort());
  });

  test("are parted in the right way, among others, and no digit is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 6 }), (numbers) => {
        const digits = numbers.join("");
        fc.pre(digits.length <= 10); // more digits are taken for one long number
        const ways = splitDigits(gridRun(digits).items, numbers.length, 5000).map(say);
        expect(ways).toContain(numbers.join(" "));
        for (const way of ways) expect(way.replaceAll(" ", "")).toBe(digits);
      }),
    );
  });
});
