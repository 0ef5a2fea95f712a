import { IMPORT_REFUSALS, type ImportRefusal } from "../imports/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type RegisterRefusal = ImportRefusal | "not-a-register" | "no-mapping" | "too-many-to-export";

export const REGISTER_REFUSALS = {
  ...IMPORT_REFUSALS,
  "not-allowed": { status: 403, message: "台账的导入和导出由登记人或者政府信息公开工作机构负责人办理。" },
  "not-a-register": {
    status: 422,
    message: "文件中没有找到台账：表格应有标题行，例如编号、申请人、收到日期、答复类型；或者是案件文件（JSON）。",
  },
  "too-many-rows": { status: 422, message: "一次最多导入20万行，请按年度拆分后分别导入。" },
  "no-mapping": { status: 409, message: "案件文件（JSON）没有列，不需要对应关系。" },
  "changed-since": { status: 409, message: "导入的案件中有的已经继续办理，不能整体撤销。" },
  "too-many-to-export": { status: 422, message: "符合条件的超过5万件，请按年度分别导出。" },
} as const satisfies Record<RegisterRefusal, RefusalWords>;
