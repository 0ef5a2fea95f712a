import { type CaseStatus, EVENT_WORDS, getOutcome, type ListedAct, ROLE_WORDS, STATE_WORDS } from "@gongkai/statute";

/** A case as a person reads it. */
export function printStatus(status: Omit<CaseStatus, "openConsultations" | "irregularities">): string {
  const { state, receivedOn, dueOn, provisional, usedDays, leftDays, overdue, outcome, row, next, because } = status;
  const left = leftDays === null ? "" : leftDays < 0 ? `，已超 ${-leftDays} 个工作日` : `，剩余 ${leftDays} 个`;
  const lines = [
    `状态：${STATE_WORDS[state]}`,
    `收到申请之日：${receivedOn ?? "尚未确定"}`,
    `答复期限：${dueOn ?? "当前不计"}${dueOn !== null && provisional ? "（暂定）" : ""}${overdue ? "（已逾期）" : ""}`,
    ...(receivedOn === null ? [] : [`已用 ${usedDays} 个工作日${left}`]),
    ...(outcome === null ? [] : [`办理结果：${getOutcome(outcome).label}（表三：${row ?? ""}）`]),
    ...(next.length === 0 ? [] : [`下一步可以：${next.map((type) => EVENT_WORDS[type]).join("、")}`]),
    ...(because.length === 0 ? [] : ["依据："]),
    ...because.map(({ text, cites }) => `  ${text}〔${cites}〕`),
  ];
  return `${lines.join("\n")}\n`;
}

/** The acts that may be done: who may do them, what they do to the clock, the article. */
export function printActs(acts: readonly ListedAct[]): string {
  const lines = acts
    .filter(({ permitted }) => permitted)
    .map(({ label, by, consequence, cites, warnings }) => {
      const remarks = warnings.map(({ text }) => `（${text}）`).join("");
      return `  ${label}：${by.map((role) => ROLE_WORDS[role]).join("、")}${remarks}；${consequence}〔${cites}〕\n`;
    });
  return lines.length === 0 ? "没有可以办理的事项\n" : `可以办理的事项：\n${lines.join("")}`;
}
