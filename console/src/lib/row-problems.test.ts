import { expect, test } from "vitest";
import { groupProblems, nameSome } from "./row-problems.ts";

test("what is wrong in many rows is told once and first, with what stood there", () => {
  const channel = (row: number) => ({ row, at: "申请方式", found: "", message: "没有申请方式。" });
  const date = { row: 7, at: "收到日期", found: "三月", message: "不是日期。" };
  expect(groupProblems([channel(2), date, channel(3)])).toEqual([
    { at: "申请方式", message: "没有申请方式。", rows: [2, 3], found: [] },
    { at: "收到日期", message: "不是日期。", rows: [7], found: ["三月"] },
  ]);
});

test("long lists are cut short", () => {
  expect(nameSome([1, 2])).toBe("1、2");
  expect(nameSome([1, 2, 3, 4, 5, 6])).toBe("1、2、3、4、5等");
});
