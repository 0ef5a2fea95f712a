import type { FastifyReply, FastifyRequest } from "fastify";
import type { CommonRefusal } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import type { SetAsideRefusal } from "./set-aside.ts";
import type { LinkRefusal } from "./third-party.ts";

export type OfficeRefusal = LinkRefusal | SetAsideRefusal | CommonRefusal | "no-such-file" | "erased" | "no-such-statement";

export const OFFICE_REFUSALS = {
  "not-found": { status: 404, message: "没有找到这件申请，请检查编号，或者返回列表重新查找。" },
  "no-such-consultation": { status: 404, message: "没有这项第三方征求意见，请先办理“征求第三方意见”。" },
  "consultation-over": { status: 409, message: "这项征求意见已经结束，不需要再发链接。" },
  "no-such-file": { status: 404, message: "这件申请没有这个附件。" },
  "no-such-statement": { status: 404, message: "这件申请没有这份陈述。" },
  "not-waiting": { status: 409, message: "这件申请已经确认或者已经搁置，请刷新列表。" },
  "not-set-aside": { status: 409, message: "这件申请没有搁置，或者已经恢复，请刷新列表。" },
  "changed-meanwhile": { status: 409, message: "这件申请刚刚有了新的情况，请查看后再办理。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "not-allowed": { status: 403, message: "网上提交由登记人或者政府信息公开工作机构负责人办理。" },
  erased: { status: 410, message: "内容已按保存期限清除。" },
} as const satisfies Record<OfficeRefusal, RefusalWords>;

/** Answers a refusal in the office's words. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: OfficeRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, OFFICE_REFUSALS[refusal]);
}
