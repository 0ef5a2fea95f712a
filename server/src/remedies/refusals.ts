import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type RemedyRefusal =
  | CommonRefusal
  | "not-found"
  | "application-not-found"
  | "in-the-future"
  | "before-filing"
  | "decided-already"
  | "copy-received-already"
  | "copy-not-received"
  | "nothing-to-redo"
  | "cannot-reopen";

export const REMEDY_REFUSALS = {
  "not-allowed": { status: 403, message: "复议诉讼案件由登记人、法制审核人或者政府信息公开工作机构负责人办理。" },
  "not-found": { status: 404, message: "没有找到这件复议诉讼案件。" },
  "application-not-found": { status: 404, message: "没有找到所涉的申请，请重新选择。" },
  "changed-meanwhile": { status: 409, message: "这件案件刚刚被他人更新过。您填写的内容没有丢失，请查看最新情况后再提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "in-the-future": { status: 422, message: "日期不能晚于今天，请检查。" },
  "before-filing": { status: 422, message: "日期不能早于提出之日，请检查。" },
  "decided-already": { status: 409, message: "这件案件已经审结。" },
  "copy-received-already": { status: 409, message: "已经登记过收到副本之日。" },
  "copy-not-received": { status: 409, message: "请先登记收到副本之日，答复期限自该日的次日起计算。" },
  "nothing-to-redo": { status: 422, message: "责令重新答复须有所涉的申请。" },
  "cannot-reopen": { status: 409, message: "所涉的申请还没有办结，不能重新办理。请先核对该申请的办理情况。" },
} as const satisfies Record<RemedyRefusal, RefusalWords>;
