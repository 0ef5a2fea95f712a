import { ACT_REFUSAL_WORDS, type ActRefusalCode } from "@gongkai/statute";
import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";
import type { ReleaseRefusal } from "./released.ts";
import type { SubmissionRefusal } from "./submit-application.ts";

/** Codes of this slice beside statute's. */
export type ApplicationRefusal =
  | CommonRefusal
  | SubmissionRefusal
  | ReleaseRefusal
  | "not-found"
  | "handler-missing"
  | "not-a-handler"
  | "consulted-missing"
  | "proof-missing"
  | "nothing-to-sign"
  | "review-incomplete"
  | "signed-already"
  | "nothing-to-review"
  | "last-step-signs"
  | "document-unknown"
  | "erased";

export const APPLICATION_REFUSALS = {
  "not-allowed": { status: 403, message: "这一事项不由您的岗位办理。请由有权办理的人员操作，或者请管理员调整岗位。" },
  "not-found": { status: 404, message: "没有找到这件申请，请检查编号，或者返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这件申请刚刚被他人办理过。您填写的内容没有丢失，请查看最新情况后再决定是否提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "in-the-future": { status: 422, message: "日期不能晚于今天，请检查。" },
  "confirmed-before-submitted": { status: 422, message: "确认日期不能早于提交日期，请检查。" },
  "identity-missing": { status: 422, message: "请填写申请人的身份证件号码或者统一社会信用代码（条例第二十九条）。" },
  "contact-missing": { status: 422, message: "请至少填写一种联系方式：电话、地址或者电子邮箱（条例第二十九条）。" },
  "handler-missing": { status: 422, message: "请选择承办部门或者承办人。" },
  "not-a-handler": { status: 422, message: "所选人员在本机关没有岗位，请重新选择承办人。" },
  "consulted-missing": { status: 422, message: "请填写征求谁的意见。" },
  "proof-missing": { status: 422, message: "请填写送达凭证，例如挂号单号、签收人或者网上送达记录。" },
  "nothing-to-sign": { status: 409, message: "没有等待签发的答复草稿。" },
  "review-incomplete": { status: 409, message: "审核程序尚未完成，还不能签发。" },
  "signed-already": { status: 403, message: "您在本轮已经办理过一道程序，同一人不能办理两道程序，请由其他人员审核。" },
  "nothing-to-review": { status: 409, message: "没有等待审核的答复草稿，可能已经被退回或者签发。" },
  "last-step-signs": { status: 409, message: "这是最后一道程序，请签发或者退回。" },
  "document-unknown": { status: 422, message: "所附的文件没有上传成功，请重新选择文件。" },
  "release-without-grant": {
    status: 422,
    message: "只有予以公开、部分公开、已主动公开的答复可以随附提供给申请人的文件，请移除文件或者检查答复类型。",
  },
  "release-not-ours": { status: 422, message: "申请人、第三方的材料不能作为提供的政府信息，请以本机关的文件重新上传。" },
  erased: { status: 410, message: "申请人的个人信息已按保存期限清除。" },
} as const satisfies Record<ApplicationRefusal, RefusalWords>;

/** Refusals of statute that are about what was typed, not about where the case stands. */
const ABOUT_INPUT = /-(missing|wrong|before-notice|too-long)$/;

/** The words for any refusal an act may give. A code nobody has words for is a fault of ours. */
export function wordsFor(refusal: string): RefusalWords {
  if (Object.hasOwn(APPLICATION_REFUSALS, refusal)) return APPLICATION_REFUSALS[refusal as ApplicationRefusal];
  if (!Object.hasOwn(ACT_REFUSAL_WORDS, refusal)) throw new Error(`No words for the refusal ${refusal}.`);
  const status = refusal === "not-ones-act" ? 403 : ABOUT_INPUT.test(refusal) ? 422 : 409;
  return { status, message: `${ACT_REFUSAL_WORDS[refusal as ActRefusalCode]}。` };
}
