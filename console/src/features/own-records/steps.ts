import type { ListedOwnRecord } from "@gongkai/server/contract";
import type { PostRole } from "@gongkai/server/contract";
import type { OwnRecordStep } from "./api/own-records.ts";

/** What comes next with a request, and who does it; undefined when all is done. */
export function nextStep({ state, toldOn }: Pick<ListedOwnRecord, "state" | "toldOn">): OwnRecordStep | undefined {
  if (state === "received") return "check";
  if (state === "checked") return "decision";
  return toldOn === null ? "delivery" : undefined;
}

export const STEP_WORDS = { check: "核实", decision: "作出决定", delivery: "告知申请人" } as const satisfies Record<OwnRecordStep, string>;

export const STEP_ROLES = {
  check: ["handler", "registrar", "officeHead"],
  decision: ["officeHead"],
  delivery: ["registrar", "officeHead"],
} as const satisfies Record<OwnRecordStep, readonly PostRole[]>;

/** How a request stands against its limit, in words. */
export function sayLimit({
  decidedOn,
  decidedLate,
  isOverdue,
  dueOn,
}: ListedOwnRecord): readonly ["fine" | "error" | "warning" | "plain", string] {
  if (decidedOn !== null) return decidedLate ? ["warning", "逾期决定"] : ["fine", "按期决定"];
  return isOverdue ? ["error", `已逾期，${dueOn} 到期`] : ["plain", `${dueOn} 到期`];
}
