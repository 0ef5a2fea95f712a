/** What may stand in a template as `{label}`. */
export interface LetterField {
  /** As written in templates. */
  readonly label: string;
  readonly meaning: string;
  readonly type: "text" | "paragraph" | "date" | "number" | "choice";
  /** `case`: taken from the file; `law`: follows from the law; `officer`: filled in, or proposed by the program and changed. */
  readonly from: "case" | "law" | "officer";
  /** For a choice: what is stored and what is printed. */
  readonly choices?: Readonly<Record<string, string>>;
}

type Entry = readonly [label: string, meaning: string, type?: LetterField["type"], choices?: LetterField["choices"]];

const fromCase = ([label, meaning, type = "text"]: Entry): LetterField => ({ label, meaning, type, from: "case" });
const fromLaw = ([label, meaning, type = "text"]: Entry): LetterField => ({ label, meaning, type, from: "law" });
const typed = ([label, meaning, type = "text", choices]: Entry): LetterField => ({
  label,
  meaning,
  type,
  from: "officer",
  ...(choices === undefined ? {} : { choices }),
});

/** Every field of every letter. */
// prettier-ignore
export const FIELDS = {
  organ: fromCase(["机关名称", "本机关全称"]),
  addressee: fromCase(["收件人", "文书的收件人"]),
  you: fromCase(["称谓", "您（公民）、贵单位（法人或者其他组织）、贵方（第三方）"]),
  registration: fromCase(["登记编号", "申请的登记编号"]),
  receivedOn: fromCase(["收到日期", "收到申请之日（条例第三十一条）", "date"]),
  how: fromCase(["提交方式", "当面、邮寄、互联网等"]),
  asked: fromCase(["申请内容", "申请公开的政府信息：名称、文号、时间范围和描述"]),
  carrier: fromCase(["提供形式", "申请人要求的形式"]),
  delivery: fromCase(["获取方式", "申请人要求的获取方式"]),
  correctedOn: fromCase(["补正日期", "收到补正之日", "date"]),
  dueOn: fromCase(["答复期限", "答复的最后一日", "date"]),
  newDueOn: fromCase(["延长后的期限", "延长以后答复的最后一日", "date"]),
  contact: fromCase(["联系方式", "政府信息公开工作机构的名称、地址、电话等（在机关资料中填写）"]),
  objectedOn: fromCase(["第三方意见日期", "收到第三方不同意公开的意见之日", "date"]),
  askedCorrectionOn: fromCase(["补正告知日期", "告知补正之日", "date"]),
  askedCorrectionBy: fromCase(["原定补正期限", "告知的补正期限", "date"]),
  askedCorrectionNumber: fromCase(["补正告知书文号", "补正告知书的文号"]),
  feeNotedOn: fromCase(["收费通知日期", "发出收费通知之日", "date"]),
  feeNumber: fromCase(["收费通知书文号", "收费通知书的文号"]),
  feeAmount: fromCase(["应缴金额", "已经通知的金额，元", "number"]),
  number: fromCase(["文号", "本文书的文号"]),
  applicantKind: fromCase(["申请人类别", "表三的栏目"]),
  applicantName: fromCase(["申请人", "姓名或者名称"]),
  applicantPaper: fromCase(["证件", "证件类型和号码"]),
  representative: fromCase(["法定代表人", "法定代表人或者负责人"]),
  agent: fromCase(["代理人", "代理人姓名和证件号码"]),
  telephone: fromCase(["联系电话", "申请人的电话"]),
  address: fromCase(["联系地址", "申请人的地址和邮政编码"]),
  email: fromCase(["电子邮箱", "申请人的电子邮箱"]),
  unit: fromCase(["承办部门", "承办的内设机构"]),
  servedLetter: fromCase(["送达文书", "送达文书的名称和文号"]),

  article: fromLaw(["法律依据", "答复所依据的条款"]),
  remedy: fromLaw(["救济途径", "申请行政复议、提起行政诉讼的途径和期限，由答复类型、条款和日期决定"]),
  opinionPeriod: fromLaw(["意见期限", "第三方、共同制作机关提出意见的期限"]),
  replyPeriod: fromLaw(["法定期限", "答复的法定期限"]),
  payPeriod: fromLaw(["缴费期限", "缴纳信息处理费的期限"]),
  feeRule: fromLaw(["收费标准", "所选计收方式的标准"]),

  reason: typed(["理由", "事实和理由", "paragraph"]),
  correctionItems: typed(["补正事项", "需要补正的内容", "paragraph"]),
  correctBy: typed(["补正期限", "补正的最后一日", "date"]),
  reasonsBy: typed(["说明期限", "说明理由的期限"]),
  delayTo: typed(["延迟答复期限", "延迟答复的日期", "date"]),
  days: typed(["延长天数", "延长的工作日数", "number"]),
  concerned: typed(["涉及信息", "征求意见所涉及的信息，不写申请人的情况", "paragraph"]),
  harm: typed(["可能的损害", "公开后可能怎样损害对方的合法权益", "paragraph"]),
  consulted: typed(["被征求意见方", "第三方或者机关的名称"]),
  consultedOn: typed(["征求意见日期", "发出征求意见书之日", "date"]),
  consultationNumber: typed(["征求意见书文号", "征求意见书的文号"]),
  opinionOn: typed(["意见日期", "收到意见之日", "date"]),
  opinion: typed(["意见内容", "对方的意见和理由", "paragraph"]),
  position: typed(["意见结论", "对方是否同意公开", "choice", { agree: "同意公开", object: "不同意公开", none: "未表示意见" }]),
  disclosed: typed(["公开内容", "决定公开的内容", "paragraph"]),
  withheld: typed(["不予公开内容", "不予公开的内容", "paragraph"]),
  supply: typed(["提供说明", "提供信息的方式、途径和时间"]),
  attachments: typed(["附件", "随文书提供的材料", "paragraph"]),
  access: typed(["获取途径", "获取、查询该信息的方式和途径", "paragraph"]),
  search: typed(["检索情况", "检索的时间、范围、方式和关键词", "paragraph"]),
  rightOrgan: typed(["负责机关", "负责公开该信息的机关"]),
  rightOrganContact: typed(["负责机关联系方式", "该机关的联系方式"]),
  rightChannel: typed(["反映途径", "信访、投诉、举报的途径"]),
  firstNumber: typed(["首次答复文号", "先前答复的文号"]),
  firstOn: typed(["首次答复日期", "先前答复之日", "date"]),
  remark: typed(["补充说明", "需要另行说明的内容", "paragraph"]),
  scheme: typed(["计收方式", "按件或者按量，只能选一种", "choice", { items: "按件计收", pages: "按量计收" }]),
  count: typed(["计费数量", "按件的为本月累计件数，按量的为页数", "number"]),
  amount: typed(["收费金额", "元", "number"]),
  payment: typed(["缴纳方式", "缴纳的途径和账户（可在机关设置中预先填写）", "paragraph"]),
  onlineRemedy: typed(["网上复议渠道", "通过互联网送达的，应当同时提供网上申请行政复议的渠道（行政复议法第二十二条）"]),
  cooperators: typed(["协办部门", "请求协助的部门"]),
  help: typed(["协办事项", "请求协助的内容", "paragraph"]),
  helpBy: typed(["反馈期限", "协办部门反馈的最后一日", "date"]),
  servedAt: typed(["送达地点", "送达的地点"]),
  servedBy: typed(["送达方式", "送达的方式"]),
  servedOn: typed(["送达日期", "送达之日", "date"]),
  proof: typed(["送达凭证", "挂号单号、签收人、网上送达记录"]),
  refusedBecause: typed(["拒收情况", "拒绝签收的理由和见证人"]),
  rectifyOn: typed(["更正申请日期", "收到更正申请之日", "date"]),
  rectifyAsked: typed(["更正请求", "申请人认为记录不准确之处", "paragraph"]),
  rectifyFound: typed(["核实情况", "审核的情况", "paragraph"]),
  rectifyDone: typed(["更正结果", "予以更正、不予更正、转送或者告知向有权机关提出", "paragraph"]),
} as const satisfies Record<string, LetterField>;

export type FieldName = keyof typeof FIELDS;

const BY_LABEL: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(FIELDS).map(([name, { label }]) => [label, name as FieldName]), // the keys of FIELDS
);

/** The field a template means by `{label}`. */
export function findField(label: string): FieldName | undefined {
  return BY_LABEL.get(label);
}

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}
