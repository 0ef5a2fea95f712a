import { describe, expect, test } from "vitest";
import { parseTyped } from "./parse-typed.ts";

describe("what is typed into a cell", () => {
  test.each([
    { typed: "12", kind: "count", value: 12 },
    { typed: " １２ ", kind: "count", value: 12 },
    { typed: "1,234", kind: "count", value: 1234 },
    { typed: "", kind: "count", value: null },
    { typed: "007", kind: "count", value: 7 },
    { typed: "－8", kind: "change", value: -8 },
    { typed: "+19", kind: "change", value: 19 },
    { typed: "-0", kind: "change", value: 0 },
    { typed: "5125.11", kind: "amount", value: 5125.11 },
    { typed: ".5", kind: "amount", value: 0.5 },
  ] as const)("“$typed” in a cell of kind $kind is $value", ({ typed, kind, value }) => {
    expect(parseTyped(typed, kind)).toEqual({ ok: true, value });
  });

  test.each([
    { typed: "12.5", kind: "count", says: "不是整数" },
    { typed: "-1", kind: "count", says: "小于 0" },
    { typed: "+1", kind: "count", says: "不填增减号" },
    { typed: "12件", kind: "count", says: "不带“件”" },
    { typed: "无", kind: "count", says: "没有的填 0" },
    { typed: "1 2 3 a", kind: "count", says: "不是数字" },
    { typed: "1,2", kind: "count", says: "不是数字" },
    { typed: "153103.83元", kind: "amount", says: "应填 15.310383" },
    { typed: "1.2亿元", kind: "amount", says: "应填 12000" },
    { typed: "-3", kind: "amount", says: "小于 0" },
    { typed: "1".repeat(13), kind: "count", says: "位数过多" },
  ] as const)("“$typed” in a cell of kind $kind is refused with a reason", ({ typed, kind, says }) => {
    const parsed = parseTyped(typed, kind);
    expect(parsed).toMatchObject({ ok: false, problem: expect.stringMatching(/。$/) });
    expect(parsed.ok ? "" : parsed.problem).toContain(says);
  });
});
