import type { ListedApplication } from "@gongkai/server/contract";
import { type RemedyVariant, ROLE_WORDS } from "@gongkai/statute";

export const REMEDY_VARIANT_WORDS = {
  reconsiderFirst: "应当先申请行政复议",
  either: "可以申请行政复议或者提起行政诉讼",
  none: "不列救济途径",
  configurable: "按本机关规定列明",
} as const satisfies Record<RemedyVariant, string>;

/** A role as the office calls it; an unknown one as it is. */
export function sayRole(role: string): string {
  return (ROLE_WORDS as Readonly<Record<string, string>>)[role] ?? role;
}

type Due = Pick<ListedApplication, "urgency" | "leftDays" | "state" | "dueOn">;

/** How much time is left, in working days, as one would say it. */
export function sayLeft({ urgency, leftDays, state, dueOn }: Due): string {
  switch (urgency) {
    case "overdue":
      return leftDays === null || leftDays === 0 ? "已逾期" : `逾期 ${Math.abs(leftDays)} 个工作日`;
    case "today":
      return "今天到期";
    case "soon":
    case "later":
      return `还剩 ${leftDays ?? 0} 个工作日`;
    case "paused":
      return PAUSED[state] ?? (dueOn === null ? "期限未起算" : "期限暂停");
    case "done":
      return "已办结";
  }
}

const PAUSED: Partial<Record<Due["state"], string>> = {
  submitted: "待确认，未起算",
  awaitingCorrection: "等待补正，停止计算",
  awaitingFee: "等待缴费，停止计算",
  consulting: "征求意见，暂停计算",
};
