import type { Fields } from "../imports/guess-columns.ts"; // not by the door: the console reads this file too

/** What a column of a register may hold. */
export const FIELD_NAMES = [
  "number",
  "applicantName",
  "applicantKind",
  "idNumber",
  "creditCode",
  "telephone",
  "address",
  "email",
  "channel",
  "submittedOn",
  "receivedOn",
  "title",
  "description",
  "documentNumber",
  "extended",
  "extendedOn",
  "repliedOn",
  "outcome",
  "article",
  "letterNumber",
  "deliveredOn",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** The columns of registers as offices keep them. Order matters where one heading could be two: the first wins. */
export const FIELDS: Fields<FieldName> = {
  number: { label: "编号", synonyms: ["登记编号", "登记号", "受理编号", "受理号", "申请编号", "申请号", "收件编号", "流水号"] },
  applicantName: { label: "申请人", synonyms: ["申请人姓名", "申请人名称", "姓名", "姓名名称", "申请人姓名名称", "申请单位", "申请者"] },
  applicantKind: { label: "申请人类型", synonyms: ["申请人类别", "申请人性质", "申请人身份", "申请主体", "主体类型", "类型", "类别"] },
  idNumber: { label: "证件号码", synonyms: ["身份证号", "身份证号码", "身份证件号码", "证件号"] },
  creditCode: { label: "统一社会信用代码", synonyms: ["信用代码", "组织机构代码", "机构代码"] },
  telephone: { label: "联系电话", synonyms: ["电话", "联系方式", "手机", "手机号", "手机号码"] },
  address: { label: "通信地址", synonyms: ["地址", "通讯地址", "联系地址", "邮寄地址"] },
  email: { label: "电子邮箱", synonyms: ["邮箱", "电子邮件", "电子信箱"] },
  channel: { label: "申请方式", synonyms: ["申请渠道", "提交方式", "受理方式", "申请途径", "渠道", "来件方式", "收件方式", "来源"] },
  submittedOn: { label: "提交日期", synonyms: ["申请日期", "申请时间", "提交时间", "寄出日期", "来件日期"] },
  receivedOn: {
    label: "收到日期",
    synonyms: ["收到时间", "收件日期", "收件时间", "受理日期", "受理时间", "登记日期", "登记时间", "收到申请日期"],
  },
  title: {
    label: "申请内容",
    synonyms: [
      "所需信息",
      "申请公开内容",
      "申请公开的内容",
      "申请信息",
      "信息名称",
      "申请事项",
      "所需政府信息",
      "所需信息名称",
      "内容",
      "事项",
    ],
  },
  description: { label: "内容描述", synonyms: ["特征描述", "其他特征性描述", "具体内容", "详细内容"] },
  documentNumber: { label: "所需信息文号", synonyms: ["信息文号", "申请文号"] },
  extended: { label: "是否延期", synonyms: ["延期", "是否延期答复", "是否延长", "延期情况"] },
  extendedOn: { label: "延期日期", synonyms: ["延期告知日期", "延期答复日期", "延期时间", "延期告知时间"] },
  repliedOn: { label: "答复日期", synonyms: ["答复时间", "回复日期", "回复时间", "办结日期", "办结时间", "办理日期", "办理时间"] },
  outcome: {
    label: "答复类型",
    synonyms: ["答复结果", "办理结果", "处理结果", "答复情况", "答复意见", "公开类型", "答复内容", "办理情况", "结果"],
  },
  article: { label: "法律依据", synonyms: ["依据", "答复依据", "适用条款"] },
  letterNumber: { label: "答复文号", synonyms: ["答复书文号", "告知书文号", "答复书编号", "告知书编号", "文号", "发文号"] },
  deliveredOn: { label: "送达日期", synonyms: ["送达时间", "寄出答复日期", "签收日期"] },
};
