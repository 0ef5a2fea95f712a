import { ACT_REFUSAL_WORDS, ACT_WARNING_WORDS } from "./acts/act-words.ts";
import type { Act } from "./acts/act.ts";
import { ROLE_WORDS } from "./acts/roles.ts";
import type { AnyRule } from "./rules.ts";
import { RULES } from "./rules.ts";
import { CONFIDENCE_WORDS } from "./words/confidence-words.ts";

/** docs/law.md: article by article the rules that follow it, with the cases that the tests run. */
export function describeLaw(rules: readonly AnyRule[] = RULES): string {
  const articles = [...new Set(rules.map(({ cites }) => articleOf(cites)))];
  return [
    "# 法律规则",
    "",
    "本文由程序按规则生成（`statute/src/`），逐条列出依据、规则和用例；用例由测试执行。改规则后运行测试并加 `-u` 更新。",
    "",
    ...articles.flatMap((article) => [
      `## ${article}`,
      "",
      ...rules.filter(({ cites }) => articleOf(cites) === article).flatMap(describeRule),
    ]),
  ].join("\n");
}

/** The instrument and article, without paragraph and item, so that what belongs together stands together. */
function articleOf(cites: string): string {
  return /^.*?第[一二三四五六七八九十百]+条/.exec(cites)?.[0] ?? cites;
}

function describeRule(rule: AnyRule): readonly string[] {
  const to = rule.inForce.to === undefined ? "起" : `至${rule.inForce.to}`;
  return [
    `### ${rule.id}`,
    "",
    rule.says,
    "",
    `依据：${rule.cites}。施行：${rule.inForce.from}${to}。可靠程度：${CONFIDENCE_WORDS[rule.confidence]}。`,
    "",
    ...(rule.kind === "act" ? describeAct(rule) : []),
    ...describeCases(rule),
    "",
  ];
}

function describeAct({ label, by, proposedBy, approvedBy, consequence }: Act): readonly string[] {
  const proposed = proposedBy === undefined ? "" : `（${ROLE_WORDS[proposedBy]}提出）`;
  const approved = approvedBy === undefined ? "" : `，经${ROLE_WORDS[approvedBy]}同意`;
  return [`${label}：由${by.map((role) => ROLE_WORDS[role]).join("、")}办理${proposed}${approved}。对期限的影响：${consequence}。`, ""];
}

function describeCases(rule: AnyRule): readonly string[] {
  switch (rule.kind) {
    case "calendar":
      return table(
        ["日期", "结果"],
        rule.cases.map(({ date, works }) => [date, works ? "工作日" : "不是工作日"]),
      );
    case "receipt":
      return table(
        ["提交", "确认", "收到申请之日"],
        rule.cases.map(({ submittedOn, confirmedOn, receivedOn }) => [submittedOn, confirmedOn ?? "—", receivedOn ?? "尚未收到"]),
      );
    case "limit":
      return table(
        [rule.runsFrom, "期限届满"],
        rule.cases.map(({ from, on }) => [from, on]),
      );
    case "clock":
      return table(
        ["情形（3月2日收到申请）", "今天", "答复期限"],
        rule.cases.map(({ when, today, dueOn }) => [when, today, dueOn ?? "不计"]),
      );
    case "yearlyDate":
      return table(
        ["报告年度", "期限"],
        rule.cases.map(({ reportYear, on }) => [`${reportYear}`, on]),
      );
    case "outcome":
      return table(
        ["情形", "年报表三的行（2019年版）", "（2021年版）"],
        [[rule.cases[0]?.when ?? "", ...rule.cases.map(({ row }) => `\`${row}\``)]],
      );
    case "fee":
      return table(
        ["数量", "金额（元）"],
        rule.cases.map(({ count, yuan }) => [`${count}`, `${yuan}`]),
      );
    case "remedyVariant":
      return table(
        ["答复", "所引条款", "日期", "救济"],
        rule.cases.map(({ outcome, article, on, variant }) => [`\`${outcome}\``, article ?? "—", on, `\`${variant}\``]),
      );
    case "act":
      return table(
        ["情形（3月2日收到申请）", "日期", "结果"],
        rule.cases.map(({ when, today, refusal, warning }) => [
          when,
          today,
          refusal !== null
            ? `不得办理：${ACT_REFUSAL_WORDS[refusal]}`
            : warning === undefined
              ? "可以"
              : `可以，${ACT_WARNING_WORDS[warning]}`,
        ]),
      );
    case "lastDay":
      return table(
        ["按日计算的届满日", "最后一日"],
        rule.cases.map(({ ends, lastDay }) => [ends, lastDay]),
      );
    case "remedyBody":
      return table(
        ["日期", "复议机关"],
        rule.cases.map(({ on, body }) => [on, `\`${body}\``]),
      );
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
