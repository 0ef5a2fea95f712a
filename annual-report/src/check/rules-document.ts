import { RULE_CASES } from "./rule-cases.ts";
import { RULES } from "./rules.ts";

const SEVERITIES = { error: "错误", warning: "提醒", notice: "提示" } as const;

/** docs/report-rules.md: every rule with its basis and the cases the tests run. */
export function rulesDocument(): string {
  const table = RULES.map((rule) => `| [${rule.id}](#${rule.id.toLowerCase()}) | ${SEVERITIES[rule.severity]} | ${rule.title} |`);
  const details = RULES.flatMap((rule) => [
    "",
    `## ${rule.id}`,
    "",
    `${rule.title}（${SEVERITIES[rule.severity]}）`,
    "",
    `- 规则：\`${rule.formula}\``,
    `- 依据：${rule.basis}`,
    "",
    "| 情形 | 结果 |",
    "|---|---|",
    ...(RULE_CASES[rule.id] ?? []).map((one) => `| ${one.when} | ${one.finds === 0 ? "不提示" : `${one.finds}条`} |`),
  ]);
  return [
    "# 年度报告核对规则",
    "",
    "本文由程序按规则和用例生成（`annual-report/src/check/`），与测试一致；改规则后运行测试并加 `-u` 更新。",
    "单元格名称见 `annual-report/src/editions/`；c 指六类申请人和总计各列，r 指表三各行，b 指表四各组，x 指表二各行，Y 指年度。",
    "空格在加总时按0计并另作提示（B-1）；有缺失或无法确定的格，相关加总不核对（M-1、A-1 会说明）。",
    "",
    "| 编号 | 程度 | 要求 |",
    "|---|---|---|",
    ...table,
    ...details,
    "",
    "## 汇总时的提示",
    "",
    "汇总（`mergeReports`）另有三种提醒：MG-1 年度不同，MG-2 同一机关同一年度的报告不止一份，MG-3 有的格在部分报告中空着、缺失或无法确定，未计入合计。",
    "",
  ].join("\n");
}
