import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFigure, splitFigures, toWanYuan } from "./figure.ts";

function valueOf(text: string): number | null | undefined {
  const figure = parseFigure(text);
  return figure?.kind === "number" ? figure.value : figure === undefined ? undefined : null;
}

test("a sign set apart from its figure is no figure of its own", () => {
  expect(splitFigures("- 15")).toBeUndefined();
  expect(splitFigures("+ 8")).toBeUndefined();
  expect(valueOf("- 15")).toBe(-15);
  expect(splitFigures("- 15 3")).toEqual(["-", "15", "3"]);
});

test.each(["①", "¹", "12①件", "¹12"])("a mark of a note is no figure: %s", (printed) => {
  expect(parseFigure(printed)).toBeUndefined();
});

describe("a cell of figures", () => {
  test.each([
    { printed: "0", value: 0 },
    { printed: "13810", value: 13810 },
    { printed: "6.933", value: 6.933 },
    { printed: "+19", value: 19 },
    { printed: "＋208", value: 208 },
    { printed: "-3", value: -3 },
    { printed: "－10", value: -10 },
    { printed: "−8", value: -8 },
    { printed: "–8", value: -8 },
    { printed: "(-8)", value: -8 },
    { printed: "（+8）", value: 8 },
    { printed: "减4", value: -4 },
    { printed: "减少 4", value: -4 },
    { printed: "增5", value: 5 },
    { printed: "增加5", value: 5 },
    { printed: "減少4項", value: -4 },
    { printed: "下降2", value: -2 },
    { printed: "未增未减", value: 0 },
    { printed: "未增未減", value: 0 },
    { printed: "持平", value: 0 },
    { printed: "零", value: 0 },
    { printed: "〇件", value: 0 },
    { printed: "１２３", value: 123 },
    { printed: "１２．５", value: 12.5 },
    { printed: "1,274", value: 1274 },
    { printed: "1,234,567.8", value: 1234567.8 },
    { printed: "１，２７４", value: 1274 },
    { printed: " 12 ", value: 12 },
    { printed: "\u00a07\u3000", value: 7 },
    { printed: "5\u200b3", value: 53 },
    { printed: "2条", value: 2 },
    { printed: "3件", value: 3 },
    { printed: "14.495万元", value: 14.495 },
    { printed: "8040元", value: 8040 },
    { printed: "0。", value: 0 },
    { printed: "5（件）", value: 5 },
    { printed: "2.5(万元)", value: 2.5 },
    { printed: "12①", value: 12 },
    { printed: "12¹", value: 12 },
    { printed: "12 [1]", value: 12 },
    { printed: "12［2］", value: 12 },
    { printed: "12[¹]", value: 12 },
    { printed: "1,274*", value: 1274 },
    { printed: "（5）", value: 5 },
    { printed: "1’274", value: 1274 },
    { printed: "12'345'678", value: 12345678 },
    { printed: "“12件”", value: 12 },
    { printed: "「0」", value: 0 },
    { printed: "【1,274】", value: 1274 },
  ])("$printed is $value", ({ printed, value }) => {
    expect(valueOf(printed)).toBe(value);
  });

  test.each([
    { printed: "□3", value: 3 },
    { printed: "36□", value: 36 },
    { printed: "3□件", value: 3 },
  ])("□ beside a figure is a blank: $printed is $value", ({ printed, value }) => {
    expect(valueOf(printed)).toBe(value);
  });

  test.each(["3□6", "1□234", "3□.5"])("□ within a figure may stand for a digit: %s is not told", (printed) => {
    expect(parseFigure(printed)?.kind).toBe("unclear");
  });

  test.each(["/", "-", "--", "—", "——", "－", "／", "_", "..."])("%s says that there is none", (printed) => {
    expect(parseFigure(printed)).toEqual({ kind: "none" });
  });

  test.each([
    { printed: "无", candidates: [0, null] },
    { printed: "無", candidates: [0, null] },
    { printed: "没有", candidates: [0, null] },
    { printed: "O", candidates: [0, null] },
    { printed: "○", candidates: [0, null] },
    { printed: "一", candidates: [1, null] },
    { printed: "=SUM(C5:I5)", candidates: [] },
    { printed: "约3件", candidates: [3, null] },
    { printed: "12余件", candidates: [12, null] },
    { printed: "5（含上年1件）", candidates: [5, null] },
    { printed: "3?", candidates: [3, null] },
  ])("$printed may be a figure or none: a person decides", ({ printed, candidates }) => {
    expect(parseFigure(printed)).toEqual({ kind: "unclear", candidates });
  });

  test.each(["", "   ", "规章", "详见附件", "1.属于国家秘密", "12,34", "1,2,3", "2020年", "1/2", "50%", "1-2", "第20条", "0.0.1"])(
    "%j is no figure",
    (printed) => {
      expect(parseFigure(printed)).toBeUndefined();
    },
  );

  test.each(["-0", "－0", "减0", "-0.0", "减少0件"])("%s is 0, never -0", (printed) => {
    expect(valueOf(printed)).toBe(0);
  });

  test.each([
    { printed: "14.495万元", unit: "万元" },
    { printed: "14.495萬元", unit: "万元" },
    { printed: "8040元", unit: "元" },
    { printed: "1.2亿元", unit: "亿元" },
    { printed: "2条", unit: undefined },
    { printed: "8040", unit: undefined },
  ])("$printed has the unit $unit", ({ printed, unit }) => {
    const figure = parseFigure(printed);
    expect(figure?.kind === "number" && figure.unit).toBe(unit);
  });

  test("a plain row of digits is known as such, so that it can be parted or joined", () => {
    expect(parseFigure("000")).toMatchObject({ plain: true, digits: "000" });
    for (const printed of ["+19", "1,274", "3件", "6.9"]) expect(parseFigure(printed)).toMatchObject({ plain: false });
  });

  test("every whole number is read back as it was written", () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(valueOf(String(number))).toBe(number);
      }),
    );
  });

  test("every amount with up to four decimals is read back, in either width", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }), (units, decimals) => {
        const amount = units / 10 ** decimals;
        const printed = amount.toFixed(decimals);
        const fullWidth = printed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        expect(valueOf(printed)).toBe(Number(printed) + 0);
        expect(valueOf(fullWidth)).toBe(Number(printed) + 0);
      }),
    );
  });

  test("thousands commas do not change a number", () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(valueOf(number.toLocaleString("en-US"))).toBe(number);
      }),
    );
  });

  test("any text at all is read without a fault, and never as NaN or -0", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,.+-－/—零无减增万元件 　()（）。") }), (text) => {
        const value = valueOf(text);
        expect(Number.isNaN(value) || Object.is(value, -0)).toBe(false);
      }),
    );
  });
});

describe("several figures in one cell", () => {
  test.each([
    { printed: "0 0 0", parts: ["0", "0", "0"] },
    { printed: "1\u3000-2\u00a0/", parts: ["1", "-2", "/"] },
    { printed: "1\n274", parts: ["1", "274"] },
    { printed: "12", parts: undefined },
    { printed: "规章 0 0", parts: undefined },
  ])("$printed holds $parts", ({ printed, parts }) => {
    expect(splitFigures(printed)).toEqual(parts);
  });
});

describe("an amount in 万元", () => {
  test.each([
    { value: 8040, unit: "元", inWan: 0.804 },
    { value: 153103.83, unit: "元", inWan: 15.310383 },
    { value: 0.1, unit: "元", inWan: 0.00001 },
    { value: 14.495, unit: "万元", inWan: 14.495 },
    { value: 1.2, unit: "亿元", inWan: 12000 },
    { value: 4.35, unit: "亿元", inWan: 43500 },
  ] as const)("$value $unit is $inWan 万元, without binary dust", ({ value, unit, inWan }) => {
    expect(toWanYuan(value, unit)).toBe(inWan);
  });
});
