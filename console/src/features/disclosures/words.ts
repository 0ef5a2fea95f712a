import { type CatalogueEntry, type ListedItem, POST_ROLE_WORDS, type ScreeningFinding } from "@gongkai/server/contract";
import type { z } from "zod";

type Attribute = NonNullable<ListedItem["attribute"]>;

/** What each attribute means, for someone who has never chosen one. */
export const ATTRIBUTE_HELP = {
  proactive: "全文向社会公布。拿不准时先按主动公开考虑：公开为常态、不公开为例外。",
  redacted: "删去不宜公开的部分（如个人电话）后公布其余内容，写明删去了什么、为什么。",
  onRequest: "不主动公布，有人申请时再决定。写明理由，并定期重新审查。",
  withheld: "涉及国家秘密、商业秘密、个人隐私等依法不公开。写明依据，并定期重新审查。",
} as const satisfies Record<Attribute, string>;

export const LIMIT_KIND_WORDS = {
  workingDays: "工作日",
  month: "当月内",
  quarter: "当季度内",
  fortnight: "每两周",
} as const satisfies Record<CatalogueEntry["limitKind"], string>;

type Severity = z.infer<typeof ScreeningFinding>["severity"];
export const SEVERITY_WORDS = { block: "必须处理", warn: "请核对", hint: "提示" } as const satisfies Record<Severity, string>;
export const SEVERITY_TONES = { block: "error", warn: "warning", hint: "plain" } as const satisfies Record<Severity, string>;

const RULE_WORDS: Readonly<Record<string, string>> = {
  residentId: "居民身份证号码",
  mobile: "手机号码",
  landline: "固定电话",
  bankCard: "银行卡号",
  passport: "护照号码",
  address: "住址",
  secrecyMark: "涉密标识",
  internalMark: "内部标识",
  misprint: "错别字",
  title: "称谓、表述",
  hiddenText: "隐藏文字",
  hiddenSheet: "隐藏的工作表",
  hiddenCells: "隐藏的行列",
  comment: "批注",
  trackedChange: "修订痕迹",
  metadata: "文件属性",
  embedded: "嵌入的文件",
  unreadable: "无法核对",
};

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  title: "标题",
  summary: "内容概述",
  body: "正文",
  documentNumber: "发文字号",
  topic: "主题分类",
  keywords: "关键词",
  publisher: "发布机构",
  source: "信息来源",
  audience: "公开范围",
  correction: "更正说明",
  attachmentName: "附件名称",
};

export function sayRule(rule: string): string {
  return RULE_WORDS[rule] ?? rule;
}

/** Where a finding stands: a field, or the attachment of that name. */
export function saySource(source: string): string {
  return SOURCE_WORDS[source] ?? `附件《${source}》`;
}

export function sayRole(role: string): string {
  return (POST_ROLE_WORDS as Readonly<Record<string, string>>)[role] ?? role;
}

export function optionsOf<Key extends string>(words: Readonly<Record<Key, string>>): { readonly value: Key; readonly label: string }[] {
  return (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label })); // entries forget the literal types
}

/** Who drafts. */
export const DRAFTERS = ["handler", "unitHead", "officeHead"] as const;
