import type { Guide } from "@gongkai/server/contract";

/** The fields of the guide (Art. 12), in the order in which they are read. */
export const GUIDE_LABELS = {
  classification: "信息分类",
  arrangement: "编排体系",
  ways: "获取方式",
  applying: "依申请公开的办理程序",
  officeName: "公开工作机构名称",
  officeAddress: "办公地址",
  officeHours: "办公时间",
  telephone: "联系电话",
  fax: "传真号码",
  internet: "互联网联系方式",
  remedies: "监督和救济",
} as const satisfies Record<keyof Guide, string>;

export const GUIDE_HELP: Readonly<Partial<Record<keyof Guide, string>>> = {
  classification: "本机关主动公开哪几类信息",
  arrangement: "目录怎样编排、索引号怎样组成",
  ways: "公众从哪里看到：网站、公告栏、查阅场所的地址等",
  applying: "向谁申请、怎样申请、多久答复、怎样收费",
  officeHours: "如 工作日 8:30—12:00，14:00—17:30",
  internet: "如网站的申请页面地址或者电子邮箱",
  remedies: "监督电话；不服的怎样申请行政复议、提起行政诉讼",
};

/** Fields of several lines. */
export const GUIDE_LONG: ReadonlySet<string> = new Set<keyof Guide>(["classification", "arrangement", "ways", "applying", "remedies"]);
/** Fields that may be left empty. */
export const GUIDE_OPTIONAL: ReadonlySet<string> = new Set<keyof Guide>(["applying", "fax", "remedies"]);
