/** Lists of this slice with their Chinese words; the schema and the database hold values to them. */

export const ITEM_STATES = {
  drafted: "拟稿",
  marked: "已定属性",
  inReview: "审查中",
  returned: "已退回",
  approved: "审查通过",
  scheduled: "待发布",
  published: "已发布",
  updated: "已更新",
  withdrawn: "已撤回",
  expired: "公开期满",
  archived: "已归档",
  discarded: "已作废",
} as const;
export type ItemState = keyof typeof ITEM_STATES;

/** 公开属性, decided while drafting. Compulsory reasons for all but the first. */
export const ATTRIBUTES = {
  proactive: "主动公开",
  onRequest: "依申请公开",
  redacted: "删减后公开",
  withheld: "不予公开",
} as const;
export type Attribute = keyof typeof ATTRIBUTES;

/** 体裁分类. */
export const GENRES = {
  order: "命令（令）",
  decision: "决定",
  announcement: "公告",
  notice: "通告",
  circular: "通知",
  bulletin: "通报",
  opinion: "意见",
  reply: "批复",
  letter: "函",
  plan: "规划计划",
  report: "报告",
  statistics: "统计信息",
  publicity: "公示",
  interpretation: "政策解读",
  news: "工作动态",
  other: "其他",
} as const;
export type Genre = keyof typeof GENRES;

export const VALIDITIES = { effective: "有效", amended: "修改", repealed: "废止", lapsed: "失效" } as const;
export type Validity = keyof typeof VALIDITIES;

export const NORMATIVES = { rules: "规章", normative: "行政规范性文件" } as const;
export type Normative = keyof typeof NORMATIVES;

export const LIMIT_KINDS = { workingDays: "工作日", month: "当月", quarter: "当季度", fortnight: "每两周" } as const;
export type LimitKind = keyof typeof LIMIT_KINDS;

export const RECEIVER_KINDS = { archives: "国家档案馆", library: "公共图书馆", serviceHall: "政务服务场所" } as const;
export type ReceiverKind = keyof typeof RECEIVER_KINDS;

/** What becomes of an item when its 公开时限 has passed: a stub, or the page with a notice that it has expired. */
export const EXPIRES_AS = { stub: "期满后只保留提示", banner: "期满后注明已过期" } as const;

/** Answers of the review form. `present` means there is something that stands in the way. */
export const ANSWER_WORDS = { clear: "否", present: "是", notApplicable: "不涉及" } as const;

/** 公文类、非公文类, as the review form asks. */
export const REVIEW_CARRIERS = { document: "公文类", other: "非公文类" } as const;

/** Where an item is to be made public, as the review form asks. */
export const WAY_WORDS = {
  website: "政府网站",
  newMedia: "政务新媒体",
  gazette: "政府公报",
  newspaper: "报刊",
  radio: "广播",
  television: "电视",
  noticeBoard: "公告栏",
  other: "其他",
} as const;

export function keysOf<Key extends string>(words: Readonly<Record<Key, string>>): [Key, ...Key[]] {
  return Object.keys(words) as [Key, ...Key[]]; // Object.keys forgets the literal types; none of the lists is empty
}
