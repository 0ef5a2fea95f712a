import type { ApplicantKind } from "@gongkai/statute";
import { CARRIERS, DELIVERIES, ID_TYPES } from "../applications/choices.ts";

/** Kinds of applicants as the form names them: the columns of table 3. */
export const KIND_WORDS = {
  natural: "公民个人",
  business: "商业企业",
  research: "科研机构",
  welfare: "社会公益组织",
  legal: "法律服务机构",
  other: "其他组织",
} as const satisfies Record<ApplicantKind, string>;

/** What each field is called, on the form, in the preview and where something is wrong with it. */
export const FIELD_WORDS = {
  title: "需要的政府信息",
  description: "补充描述",
  documentNumber: "文号",
  period: "信息的时间范围",
  kind: "申请人类型",
  name: "姓名或者名称",
  idType: "身份证件类型",
  idNumber: "身份证件号码",
  creditCode: "统一社会信用代码",
  representative: "法定代表人或者负责人",
  agentName: "代理人姓名",
  agentIdNumber: "代理人身份证件号码",
  telephone: "联系电话",
  address: "联系地址",
  postcode: "邮政编码",
  email: "电子邮箱",
  carrier: "希望得到的载体",
  delivery: "希望得到的方式",
  help: "需要的帮助",
  notify: "邮件通知",
  notifySms: "短信通知",
} as const;
export type DraftField = keyof typeof FIELD_WORDS;

/** A form in the making: what was typed, word for word. */
export type DraftContent = Readonly<Partial<Record<DraftField, string>>>;

/** The steps of the form and the fields each of them saves. */
export const STEP_FIELDS = {
  request: ["title", "description", "documentNumber", "period"],
  applicant: [
    "kind",
    "name",
    "idType",
    "idNumber",
    "creditCode",
    "representative",
    "agentName",
    "agentIdNumber",
    "telephone",
    "address",
    "postcode",
    "email",
  ],
  supply: ["carrier", "delivery", "help", "notify", "notifySms"],
} as const satisfies Record<string, readonly DraftField[]>;
export type FormStep = keyof typeof STEP_FIELDS;

export const STEPS = ["request", "applicant", "supply", "files", "preview"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS = {
  request: "要什么信息",
  applicant: "申请人",
  supply: "怎样得到",
  files: "附件",
  preview: "核对并提交",
} as const satisfies Record<Step, string>;

/** Longest text of each field, in characters. */
export const LONGEST: Readonly<Record<DraftField, number>> = {
  title: 200,
  description: 5000,
  documentNumber: 100,
  period: 100,
  kind: 20,
  name: 100,
  idType: 20,
  idNumber: 40,
  creditCode: 40,
  representative: 60,
  agentName: 60,
  agentIdNumber: 40,
  telephone: 40,
  address: 200,
  postcode: 10,
  email: 200,
  carrier: 20,
  delivery: 20,
  help: 500,
  notify: 2,
  notifySms: 2,
};

export { CARRIERS, DELIVERIES, ID_TYPES };
/** Something about a field of the form that must be mended. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}
