import type { FastifyReply, FastifyRequest } from "fastify";
import type { CommonRefusal } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";

export type AgencyRefusal =
  | CommonRefusal
  | "code-taken"
  | "no-such-agency"
  | "agency-closed"
  | "has-subordinates"
  | "is-platform"
  | "no-such-unit"
  | "unit-closed"
  | "unit-in-use"
  | "name-taken";

const AGENCY_REFUSALS = {
  "key-reused": { status: 409, message: "这次提交的编号已用于另一次操作，请刷新页面后重新提交。" },
  "not-allowed": { status: 403, message: "您没有办理此事的权限；如有需要，请联系本机关或上级机关的系统管理员。" },
  "changed-meanwhile": { status: 409, message: "您打开之后，内容已被他人修改。请刷新后核对，再决定是否修改。" },
  "code-taken": { status: 409, message: "机关代号已被使用，请另取一个。" },
  "no-such-agency": { status: 404, message: "没有这个机关，或者您与这个机关没有工作关系。" },
  "agency-closed": { status: 409, message: "该机关已经撤销，不能再作修改。" },
  "has-subordinates": { status: 409, message: "该机关还有未撤销的下级机关，请先办理下级机关的撤销。" },
  "is-platform": { status: 409, message: "“本系统”不是机关，不能撤销。" },
  "no-such-unit": { status: 404, message: "没有这个内设机构。" },
  "unit-closed": { status: 409, message: "该内设机构已经撤销，不能再作修改。" },
  "unit-in-use": { status: 409, message: "该内设机构还有未结束的岗位，请先结束或改设这些岗位。" },
  "name-taken": { status: 409, message: "本机关已有同名的内设机构。" },
} as const satisfies Record<AgencyRefusal, RefusalWords>;

export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: AgencyRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, AGENCY_REFUSALS[refusal]);
}
