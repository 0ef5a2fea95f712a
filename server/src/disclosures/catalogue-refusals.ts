import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type CatalogueRefusal =
  | CommonRefusal
  | "not-found"
  | "node-not-found"
  | "limit-too-long"
  | "limit-missing"
  | "closed-already"
  | "file-unreadable"
  | "no-catalogue-in-file"
  | "finding-open"
  | "text-empty"
  | "period-in-disorder"
  | "received-already"
  | "not-received"
  | "not-in-batch"
  | "in-the-future";

export const CATALOGUE_REFUSALS = {
  "not-allowed": { status: 403, message: "公开目录、指南、制度和移送由政府信息公开工作机构负责人办理，移送也可以由登记人办理。" },
  "not-found": { status: 404, message: "没有找到，请返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这一内容刚刚被他人修改过。您填写的内容没有丢失，请查看最新情况后再提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "node-not-found": { status: 422, message: "没有这一法定主动公开类别，或者它不适用于本机关。" },
  "limit-too-long": { status: 422, message: "公开时限不能超过20个工作日（条例第二十六条）。" },
  "limit-missing": { status: 422, message: "按工作日计算的时限请填写天数；按月、按季度、每两周的不填天数。" },
  "closed-already": { status: 409, message: "已经停用。" },
  "file-unreadable": { status: 422, message: "无法读取这个文件，请使用xlsx格式的目录。" },
  "no-catalogue-in-file": { status: 422, message: "文件中没有找到目录：表头应当有“公开事项”“公开内容”等栏目。" },
  "finding-open": { status: 422, message: "内容含有身份证号码、银行卡号或者涉密标识，请删除后再保存。" },
  "text-empty": { status: 422, message: "正文不能为空。" },
  "period-in-disorder": { status: 422, message: "截止日期不能早于起始日期，也不能晚于今天。" },
  "received-already": { status: 409, message: "这一批已经签收。" },
  "not-received": { status: 409, message: "尚未签收的移送直接重新编制即可，不需要办理替换。" },
  "not-in-batch": { status: 422, message: "所选的信息不在这一批移送中。" },
  "in-the-future": { status: 422, message: "日期不能晚于今天，请检查。" },
} as const satisfies Record<CatalogueRefusal, RefusalWords>;
