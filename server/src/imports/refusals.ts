import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

/** What any import may be refused for. */
export type ImportRefusal =
  | CommonRefusal
  | "not-found"
  | "unreadable"
  | "too-many-rows"
  | "not-a-draft"
  | "column-twice"
  | "nothing-to-import"
  | "not-running"
  | "not-ended"
  | "changed-since"
  | "queue-missing";

/** In words; who may do it, and how many rows there may be, each kind says itself. */
export const IMPORT_REFUSALS = {
  "not-found": { status: 404, message: "没有找到这次导入，请返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这次导入刚刚被他人更改过，请查看最新情况后再操作。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  unreadable: { status: 422, message: "文件不能读取，请确认没有损坏、没有加密，或者另存为 xlsx 后再试。" },
  "not-a-draft": { status: 409, message: "导入已经开始，不能再更改对应关系。" },
  "column-twice": { status: 422, message: "同一列不能对应两个字段，请检查。" },
  "nothing-to-import": { status: 422, message: "没有可以导入的行：请按各行的说明改正文件或者对应关系。" },
  "not-running": { status: 409, message: "导入没有在进行，不需要取消。" },
  "not-ended": { status: 409, message: "导入还没有结束，或者已经撤销。" },
  "queue-missing": { status: 503, message: "后台任务没有启动，暂时不能导入。请联系管理员。" },
} as const satisfies Record<Exclude<ImportRefusal, "not-allowed" | "too-many-rows" | "changed-since">, RefusalWords>;
