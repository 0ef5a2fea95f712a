import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type OwnRecordRefusal =
  | CommonRefusal
  | "not-found"
  | "identity-missing"
  | "in-the-future"
  | "before-receipt"
  | "checked-already"
  | "not-checked"
  | "finding-differs"
  | "organ-missing"
  | "decided-already"
  | "not-decided"
  | "told-already"
  | "erased";

export const OWN_RECORD_REFUSALS = {
  "not-allowed": { status: 403, message: "这一事项不由您的岗位办理。" },
  "not-found": { status: 404, message: "没有找到这件更正申请。" },
  "changed-meanwhile": { status: 409, message: "这件更正申请刚刚被他人办理过。您填写的内容没有丢失，请查看最新情况后再提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "identity-missing": { status: 422, message: "请填写申请人的身份证件号码或者统一社会信用代码：只能要求更正与本人相关的记录。" },
  "in-the-future": { status: 422, message: "日期不能晚于今天，请检查。" },
  "before-receipt": { status: 422, message: "日期不能早于收到申请之日，请检查。" },
  "checked-already": { status: 409, message: "这件更正申请已经核实过。" },
  "not-checked": { status: 409, message: "请先核实记录与证据，再作决定。" },
  "finding-differs": {
    status: 422,
    message: "决定与核实的结论不一致：记录不准确的予以更正，记录准确或者证据不足的不予更正，无权更正的转送或者告知。",
  },
  "organ-missing": { status: 422, message: "请填写有权更正的行政机关的名称。" },
  "decided-already": { status: 409, message: "这件更正申请已经作出决定。" },
  "not-decided": { status: 409, message: "请先作出决定，再告知申请人。" },
  "told-already": { status: 409, message: "已经告知过申请人。" },
  erased: { status: 410, message: "申请人的个人信息已按保存期限清除。" },
} as const satisfies Record<OwnRecordRefusal, RefusalWords>;
