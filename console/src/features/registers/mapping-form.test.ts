import type { ImportMapping } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { listOutcomeWords, meanOutcome } from "./mapping-form.ts";

const mapping: ImportMapping = {
  columns: { number: 1, title: 4, outcome: 6 },
  applicantKind: null,
  channel: null,
  outcomes: { 已办: "granted" },
  closeAnswered: true,
};

test("a word of the register is explained, and left to the program again", () => {
  const explained = meanOutcome(mapping, "不公开", "denied.process");
  expect(explained.outcomes).toEqual({ 已办: "granted", 不公开: "denied.process" });
  expect(meanOutcome(explained, "不公开", undefined).outcomes).toEqual({ 已办: "granted" });
});

test("words nobody understands are asked for once, beside those that were explained", () => {
  const columns = ["序号", "编号", "申请人", "收到", "内容", "答复日期", "结果"];
  const problem = (at: string, found: string) => ({ row: 2, at, found, message: "" });
  const problems = [problem("结果", "不公开"), problem("结果", "不公开"), problem("结果", ""), problem("收到", "三月")];
  expect(listOutcomeWords({ columns, mapping, preview: { good: 0, bad: 4, rows: [], problems } })).toEqual(["已办", "不公开"]);
});
