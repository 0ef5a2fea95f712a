import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type RegisterRefusal =
  | CommonRefusal
  | "not-found"
  | "not-a-register"
  | "unreadable"
  | "too-many-rows"
  | "not-a-draft"
  | "no-mapping"
  | "column-twice"
  | "nothing-to-import"
  | "not-running"
  | "not-ended"
  | "changed-since"
  | "queue-missing"
  | "too-many-to-export";

export const REGISTER_REFUSALS = {
  "not-allowed": { status: 403, message: "台账的导入和导出由登记人或者政府信息公开工作机构负责人办理。" },
  "not-found": { status: 404, message: "没有找到这次导入，请返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这次导入刚刚被他人更改过，请查看最新情况后再操作。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "not-a-register": {
    status: 422,
    message: "文件中没有找到台账：表格应有标题行，例如编号、申请人、收到日期、答复类型；或者是案件文件（JSON）。",
  },
  unreadable: { status: 422, message: "文件不能读取，请确认没有损坏、没有加密，或者另存为 xlsx 后再试。" },
  "too-many-rows": { status: 422, message: "一次最多导入20万行，请按年度拆分后分别导入。" },
  "not-a-draft": { status: 409, message: "导入已经开始，不能再更改对应关系。" },
  "no-mapping": { status: 409, message: "案件文件（JSON）没有列，不需要对应关系。" },
  "column-twice": { status: 422, message: "同一列不能对应两个字段，请检查。" },
  "nothing-to-import": { status: 422, message: "没有可以导入的行：请按各行的说明改正文件或者对应关系。" },
  "not-running": { status: 409, message: "导入没有在进行，不需要取消。" },
  "not-ended": { status: 409, message: "导入还没有结束，或者已经撤销。" },
  "changed-since": { status: 409, message: "导入的案件中有的已经继续办理，不能整体撤销。" },
  "queue-missing": { status: 503, message: "后台任务没有启动，暂时不能导入。请联系管理员。" },
  "too-many-to-export": { status: 422, message: "符合条件的超过5万件，请按年度分别导出。" },
} as const satisfies Record<RegisterRefusal, RefusalWords>;
