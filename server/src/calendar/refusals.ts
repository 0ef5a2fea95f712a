import type { FastifyReply, FastifyRequest } from "fastify";
import type { CommonRefusal } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import type { ContentIssue } from "./check-content.ts";

export type CalendarYearRefusal = CommonRefusal | "calendar-content";

const REFUSALS = {
  "key-reused": { status: 409, message: "这次提交的编号已用于另一次操作，请刷新页面后重新提交。" },
  "not-allowed": { status: 403, message: "只有本系统的管理员可以录入放假安排。" },
  "changed-meanwhile": { status: 409, message: "您打开之后，这一年的放假安排已被他人修改。请刷新后核对，再决定是否修改。" },
  "calendar-content": { status: 400, message: "放假安排有误，请按下列提示修改。" },
} as const satisfies Record<CalendarYearRefusal, RefusalWords>;

export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: CalendarYearRefusal,
  issues: readonly ContentIssue[] = [],
): FastifyReply {
  return answerRefusal(request, reply, refusal, REFUSALS[refusal], issues.length === 0 ? {} : { issues: [...issues] });
}
