import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type LetterRefusal =
  | CommonRefusal
  | "not-found"
  | "erased"
  | "no-such-letter"
  | "no-such-letter-kind"
  | "letter-incomplete"
  | "letter-mismatch"
  | "letter-issued"
  | "letter-in-review"
  | "letter-by-act"
  | "letter-gone"
  | "file-unknown"
  | "files-in-review"
  | "release-without-grant"
  | "template-incomplete"
  | "template-same";

export const LETTER_REFUSALS = {
  "not-allowed": { status: 403, message: "这一事项不由您的岗位办理。请由有权办理的人员操作，或者请管理员调整岗位。" },
  "changed-meanwhile": { status: 409, message: "这份文书刚刚被他人修改过。您填写的内容没有丢失，请查看最新内容后再决定是否保存。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "not-found": { status: 404, message: "没有找到这件申请，请检查编号，或者返回列表重新查找。" },
  erased: { status: 410, message: "申请人的个人信息已按保存期限清除，不能再制作文书。" },
  "no-such-letter": { status: 404, message: "没有找到这份文书，可能已经被删除，请刷新页面。" },
  "no-such-letter-kind": { status: 404, message: "没有这种文书，请在列表中选择。" },
  "letter-incomplete": { status: 422, message: "文书缺少必备内容或者填写有误，请按所列各项补正后再办理。" },
  "letter-mismatch": { status: 409, message: "所选文书草稿与办理的事项或者答复类型不一致，请重新选择。" },
  "letter-issued": { status: 409, message: "这份文书已经发出，内容不能再修改。" },
  "letter-in-review": { status: 403, message: "答复正在审核，草稿只能由当前程序的办理人修改；需要改动的，请退回承办人。" },
  "letter-by-act": { status: 409, message: "这种文书随办理事项一并发出，请在案件页面办理相应事项。" },
  "letter-gone": { status: 410, message: "这份文书已按保存期限清除，只留下文号和日期。" },
  "file-unknown": { status: 404, message: "所选文件中有的没有上传成功，或者不是本机关的材料，请移除后重新上传。" },
  "files-in-review": { status: 409, message: "答复正在审核，文件已随送审稿固定；需要更换的，请退回后重新送审。" },
  "release-without-grant": {
    status: 422,
    message: "只有予以公开、部分公开、已主动公开的答复可以随附提供给申请人的文件，请移除文件或者检查答复类型。",
  },
  "template-incomplete": { status: 422, message: "模板缺少必备内容或者写法有误，请按所列各项修改后再保存。" },
  "template-same": { status: 409, message: "内容与现行模板相同，没有需要保存的修改。" },
} as const satisfies Record<LetterRefusal, RefusalWords>;
