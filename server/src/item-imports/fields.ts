import type { Fields } from "../imports/guess-columns.ts"; // not by the door: the console reads this file too

/** What a column of a register of items may hold; law.md §9.3. */
export const ITEM_FIELD_NAMES = [
  "title",
  "indexNumber",
  "documentNumber",
  "publisher",
  "publishedOn",
  "formedOn",
  "entry",
  "topic",
  "genre",
  "validity",
  "effectiveOn",
  "validUntil",
  "normative",
  "keywords",
  "summary",
  "text",
  "textFile",
  "attachments",
  "source",
  "address",
] as const;
export type ItemFieldName = (typeof ITEM_FIELD_NAMES)[number];

/** The columns as sites export them. */
export const ITEM_FIELDS: Fields<ItemFieldName> = {
  title: { label: "标题", synonyms: ["名称", "信息名称", "信息标题", "文件名称", "文件标题", "题名"] },
  indexNumber: { label: "索引号", synonyms: ["信息索引号", "索引编号", "索引"] },
  documentNumber: { label: "发文字号", synonyms: ["文号", "发文号", "文件编号", "文件号"] },
  publisher: { label: "发布机构", synonyms: ["发文机关", "发文单位", "发布单位", "发布机关", "公开主体", "责任部门"] },
  publishedOn: { label: "发布日期", synonyms: ["公开日期", "发布时间", "公开时间", "上网日期"] },
  formedOn: { label: "成文日期", synonyms: ["生成日期", "发文日期", "成文时间", "生成时间", "印发日期", "形成日期"] },
  entry: {
    label: "目录",
    synonyms: ["主题目录", "公开目录", "目录条目", "栏目", "栏目名称", "公开事项", "组配分类", "信息类别", "信息分类", "分类"],
  },
  topic: { label: "主题分类", synonyms: ["主题", "主题类别"] },
  genre: { label: "体裁", synonyms: ["体裁分类", "文种", "公文种类"] },
  validity: { label: "有效性", synonyms: ["时效", "时效性", "效力", "效力状态", "文件状态"] },
  effectiveOn: { label: "实施日期", synonyms: ["施行日期", "生效日期"] },
  validUntil: { label: "失效日期", synonyms: ["废止日期", "有效期至", "失效时间", "废止时间"] },
  normative: { label: "规范性文件", synonyms: ["文件类型", "文件类别", "是否规范性文件"] },
  keywords: { label: "关键词", synonyms: ["主题词", "关键字"] },
  summary: { label: "内容概述", synonyms: ["摘要", "概述", "内容摘要"] },
  text: { label: "正文", synonyms: ["内容", "信息内容", "正文内容", "文件内容"] },
  textFile: { label: "正文文件", synonyms: ["正文文件名", "正文附件", "正文路径"] },
  attachments: { label: "附件", synonyms: ["附件名称", "附件文件", "附件文件名", "附件列表"] },
  source: { label: "信息来源", synonyms: ["来源", "稿源", "文章来源"] },
  address: { label: "原网址", synonyms: ["网址", "原地址", "链接", "URL", "url", "原链接", "页面地址"] },
};
