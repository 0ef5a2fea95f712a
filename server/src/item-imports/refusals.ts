import { IMPORT_REFUSALS, type ImportRefusal } from "../imports/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type ItemImportRefusal = ImportRefusal | "not-a-register" | "no-register-inside" | "no-refused-rows";

export const ITEM_IMPORT_REFUSALS = {
  ...IMPORT_REFUSALS,
  "not-allowed": {
    status: 403,
    message: "目录清单由登记人或者政府信息公开工作机构负责人上传核对；移入和撤销由政府信息公开工作机构负责人办理。",
  },
  "not-a-register": {
    status: 422,
    message: "文件中没有找到信息目录清单：表格应有标题行，例如标题、索引号、发布日期、正文。可以先下载模板。",
  },
  "no-register-inside": { status: 422, message: "压缩包中没有目录清单（xlsx 或者 csv）。请把清单放在压缩包的最上一层。" },
  "too-many-rows": { status: 422, message: "一次最多移入3万条，请分批移入。" },
  "changed-since": { status: 409, message: "移入的信息中有的已经继续办理，不能整体撤销。" },
  "no-refused-rows": { status: 404, message: "这次移入没有未移入的行，或者已经满30天清除。" },
} as const satisfies Record<ItemImportRefusal, RefusalWords>;
