import { APPLICANT_KINDS } from "@gongkai/statute";
import { Applicant, InformationRequest } from "../applications/schema.ts";
import { mobileOf } from "./citizen-sms.ts";
import {
  CARRIERS,
  DELIVERIES,
  type DraftContent,
  type DraftField,
  FIELD_WORDS,
  type FieldProblem,
  type FormStep,
  ID_TYPES,
  LONGEST,
  STEP_FIELDS,
} from "./form-words.ts";

/** Keeps what a step of the form sent: known fields of that step alone, as text, with line ends and odd signs put in order. */
export function readStep(step: FormStep, body: Readonly<Record<string, unknown>>): DraftContent {
  const read: Record<string, string> = {};
  for (const field of STEP_FIELDS[step]) {
    const value = body[field];
    // A box that was not ticked is not sent at all.
    read[field] = typeof value === "string" ? clean(value).slice(0, 2 * LONGEST[field]) : "";
  }
  return read;
}

/** Line ends as one sign; no control or direction signs, which could make a text look like another. */
export function clean(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{C}\n\t]/gu, "")
    .trim();
}

/** The whole form; what was not filled in is empty. */
type Typed = Readonly<Record<DraftField, string>>;
const NOTHING_TYPED = Object.fromEntries(Object.keys(FIELD_WORDS).map((field) => [field, ""])) as Typed; // the names of all fields

/** Everything that is wrong with a step, or with the whole form; in the order of the fields. Art. 29: no more is asked than the law does. */
export function checkDraft(content: DraftContent, steps: readonly FormStep[]): readonly FieldProblem[] {
  const typed: Typed = { ...NOTHING_TYPED, ...content };
  const problems: FieldProblem[] = [];
  for (const step of steps) {
    for (const field of STEP_FIELDS[step]) {
      if (typed[field].length > LONGEST[field])
        problems.push({ field, message: `“${FIELD_WORDS[field]}”最多${LONGEST[field]}字，请精简，或者写成文件作为附件。` });
    }
    problems.push(...CHECKS[step](typed));
  }
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
}

const CHECKS: Readonly<Record<FormStep, (typed: Typed) => readonly FieldProblem[]>> = {
  request: ({ title }) => (title === "" ? [{ field: "title", message: "请写明需要什么政府信息，例如文件名称、文号或者事项。" }] : []),
  applicant: checkApplicant,
  supply: checkSupply,
};

function checkApplicant(typed: Typed): readonly FieldProblem[] {
  const { kind, name, idType, idNumber, creditCode, agentName, agentIdNumber, telephone, address, email } = typed;
  const problems: FieldProblem[] = [];
  const say = (field: DraftField, message: string) => void problems.push({ field, message });
  if (!isOneOf(APPLICANT_KINDS, kind)) say("kind", "请选择申请人类型。");
  if (name === "") say("name", kind === "natural" || kind === "" ? "请填写申请人的姓名。" : "请填写单位的名称。");
  if (kind === "natural") {
    if (!isOneOf(ID_TYPES, idType)) say("idType", "请选择身份证件类型。");
    if (idNumber === "") say("idNumber", "请填写身份证件号码（条例第二十九条要求提供身份证明）。");
    else if (idType === "residentId" && !isResidentId(idNumber))
      say("idNumber", "居民身份证号码有误：应为18位，请逐位核对，最后一位可以是X。");
  } else if (kind !== "") {
    if (creditCode === "") say("creditCode", "请填写统一社会信用代码，没有的填写登记证件号码。");
  }
  if (agentName === "" && agentIdNumber !== "") say("agentName", "填写了代理人的证件号码，请同时填写代理人的姓名。");
  if (telephone === "" && address === "" && email === "") say("telephone", "电话、地址、电子邮箱请至少填写一种，以便联系您。");
  else if (telephone !== "" && !/^[+()\d\s-]{5,}$/.test(telephone.normalize("NFKC")))
    say("telephone", "联系电话只能有数字、空格、括号和短横线。");
  if (email !== "" && !Applicant.shape.email.safeParse(email).success) say("email", "电子邮箱的格式有误，应当像 name@example.cn 这样。");
  return problems;
}

function checkSupply({ carrier, delivery, email, address, telephone, notify, notifySms }: Typed): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: DraftField, message: string) => void problems.push({ field, message });
  if (!isOneOf(CARRIERS, carrier)) say("carrier", "请选择希望得到的载体。");
  if (!isOneOf(DELIVERIES, delivery)) say("delivery", "请选择希望怎样得到。");
  if (delivery === "email" && email === "") say("delivery", "选择了电子邮件，请在“申请人”一步填写电子邮箱。");
  if (delivery === "post" && address === "") say("delivery", "选择了邮寄，请在“申请人”一步填写联系地址。");
  if (delivery === "fax" && telephone === "") say("delivery", "选择了传真，请在“申请人”一步填写电话（传真）号码。");
  if (notify !== "" && email === "") say("notify", "要收到邮件通知，请在“申请人”一步填写电子邮箱。");
  if (notifySms !== "" && mobileOf(telephone) === undefined) say("notifySms", "要收到短信通知，请在“申请人”一步的联系电话中填写手机号码。");
  return problems;
}

/** The form as the office's command takes it. Call it only on a form in which nothing is wrong. */
export function toSubmission(content: DraftContent): { readonly applicant: Applicant; readonly request: InformationRequest } {
  const isNatural = content.kind === "natural";
  const applicant = Applicant.parse({
    kind: content.kind,
    name: content.name,
    ...(isNatural
      ? { idType: content.idType, idNumber: squeeze(content.idNumber) }
      : { creditCode: squeeze(content.creditCode), ...filled("representative", content.representative) }),
    ...((content.agentName ?? "") === ""
      ? {}
      : { agent: { name: content.agentName, ...filled("idNumber", squeeze(content.agentIdNumber)) } }),
    ...filled("telephone", content.telephone),
    ...filled("address", content.address),
    ...filled("postcode", content.postcode),
    ...filled("email", content.email),
  });
  const request = InformationRequest.parse({
    title: content.title,
    description: content.description ?? "",
    ...filled("documentNumber", content.documentNumber),
    ...filled("period", content.period),
    carrier: content.carrier,
    delivery: content.delivery,
    ...filled("help", content.help),
  });
  return { applicant, request };
}

function filled(name: string, value = ""): Readonly<Record<string, string>> {
  return value === "" ? {} : { [name]: value };
}

function squeeze(text = ""): string {
  return text.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18 signs of a resident's identity number with its check sign (GB 11643). */
function isResidentId(typed: string): boolean {
  const number = squeeze(typed);
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return "10X98765432"[sum % 11] === number[17];
}

function isOneOf<Value extends string>(list: readonly Value[], value: string): value is Value {
  return (list as readonly string[]).includes(value);
}
