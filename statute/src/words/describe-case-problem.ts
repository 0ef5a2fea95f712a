import type { CaseProblem } from "../case/parse-cases.ts";

const PROBLEMS = {
  "empty-file": "文件是空的",
  "not-json": "不是有效的 JSON",
  "not-an-object": "结构不对",
  missing: "缺少内容",
  "not-a-date": "不是日期（应如 2026-03-02）",
  "not-one-of": "不在可用的取值之内",
  "not-a-text": "应为文字",
  "not-a-number": "应为正整数",
} as const satisfies Record<CaseProblem["problem"], string>;

/** What is wrong with a case file, without the full stop: `第1件 events[2].on：不是日期（应如 2026-03-02），现为 "3月"`. */
export function describeCaseProblem({ case: number, at, problem, found, allowed }: CaseProblem): string {
  const where = at === "" ? `第${number}件` : `第${number}件 ${at}`;
  const value = found === undefined ? "" : `，现为 ${found}`;
  const choice = allowed === undefined ? "" : `，可用：${allowed.join(" ")}`;
  return `${where}：${PROBLEMS[problem]}${value}${choice}`;
}
