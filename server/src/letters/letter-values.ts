import {
  APPLICANT_KIND_WORDS,
  type Channel,
  FEE_BY_ITEMS,
  FEE_BY_PAGES,
  FEE_PAYMENT,
  getOutcome,
  inWords,
  isPlainDate,
  ORGAN_OPINION,
  type OutcomeCode,
  plainDate,
  REPLY,
  THIRD_PARTY_OPINION,
} from "@gongkai/statute";
import { CARRIER_WORDS, DELIVERY_WORDS } from "../applications/index.ts";
import { type FieldName, FIELDS } from "./letter-fields.ts";
import type { FieldValues, LetterAgency, LetterApplication, LetterFacts } from "./letter-facts.ts";
import type { LetterKind } from "./letter-kind.ts";
import { remedyParagraph } from "./remedy-paragraph.ts";
import { REGULATIONS } from "./wording.ts";

/** As printed; "" for what is not known. */
export type PrintedValues = Readonly<Record<FieldName, string>>;

/** Every field as the letter prints it: what the officer filled in, else what the file and the law say. */
export function printedValues(kind: LetterKind, facts: LetterFacts): PrintedValues {
  const you = youOf(facts);
  const proposed = { ...proposedValues(kind, facts, you), ...givenOf(facts.fields) };
  const online = facts.isServedOnline ? (proposed.onlineRemedy ?? "") : null;
  const fixed = { ...caseValues(facts, you), ...lawValues(kind, facts, { you, online, scheme: proposed.scheme ?? "" }) };
  return Object.fromEntries(
    Object.entries(FIELDS).map(([name, { type, from }]) => {
      const field = name as FieldName; // the keys of FIELDS
      const value = from === "officer" ? proposed[field] : fixed[field];
      const printed = printValue(field, type, value ?? "");
      return [field, field === "count" && printed !== "" ? `${printed}${proposed.scheme === "items" ? "件" : "页"}` : printed];
    }),
  ) as Record<FieldName, string>; // one entry for each of them
}

/** What the officer filled in that cannot be what it is meant to be, as sentences. */
export function checkValues(fields: FieldValues): readonly { readonly code: FieldName; readonly text: string }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = name as FieldName; // callers hand in known names
    const { label, type } = FIELDS[field];
    const choices: Readonly<Record<string, string>> = "choices" in FIELDS[field] ? (FIELDS[field].choices ?? {}) : {};
    if (value === undefined || value === "") return [];
    if (type === "date" && !isPlainDate(value)) return [{ code: field, text: `“${label}”应当是日期，如2026-03-02` }];
    if (type === "number" && !/^\d+(?:\.\d{1,2})?$/.test(value)) return [{ code: field, text: `“${label}”应当是数字` }];
    if (type === "choice" && !Object.hasOwn(choices, value)) return [{ code: field, text: `“${label}”不在可选的范围内` }];
    return [];
  });
}

function givenOf(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== ""));
}

function printValue(field: FieldName, type: string, value: string): string {
  const text = value.replaceAll("\r\n", "\n").trim();
  if (type === "date") return isPlainDate(text) ? inWords(plainDate(text)) : text;
  if (type === "choice" && "choices" in FIELDS[field]) return (FIELDS[field].choices as Readonly<Record<string, string>>)[text] ?? text;
  return text;
}

function youOf({ addressee }: LetterFacts): string {
  return { person: "您", organisation: "贵单位", consulted: "贵方", units: "你部门", file: "申请人" }[addressee.kind];
}

const HOW: Readonly<Record<Channel, string>> = {
  inPerson: "当面",
  postSigned: "邮寄",
  postOrdinary: "平常信函",
  internet: "互联网",
  fax: "传真",
  oral: "口头",
};

// What was sealed is looser than the door: any word may stand there.
const CARRIERS: Readonly<Record<string, string>> = CARRIER_WORDS;
const DELIVERIES: Readonly<Record<string, string>> = DELIVERY_WORDS;

/** What the case says by itself. */
function caseValues({ agency, addressee, application, number }: LetterFacts, you: string): FieldValues {
  const own = { organ: agency.name, addressee: addressee.name, you, contact: contactOf(agency), number: number ?? "" };
  if (application === null) return own;
  const { applicant, request, correctionAsked, feeNotified, reply } = application;
  return {
    ...own,
    registration: application.registration ?? "",
    receivedOn: application.receivedOn ?? "",
    how: HOW[application.channel],
    asked: askedOf(request),
    carrier: CARRIERS[request.carrier] ?? request.carrier,
    delivery: DELIVERIES[request.delivery] ?? request.delivery,
    correctedOn: application.correctedOn ?? "",
    dueOn: application.dueOn ?? "",
    newDueOn: application.dueOn ?? "",
    objectedOn: application.objectedOn ?? "",
    askedCorrectionOn: correctionAsked?.on ?? "",
    askedCorrectionBy: correctionAsked?.by ?? "",
    askedCorrectionNumber: correctionAsked?.number ?? "",
    feeNotedOn: feeNotified?.on ?? "",
    feeNumber: feeNotified?.number ?? "",
    feeAmount: feeNotified?.amount == null ? "" : String(feeNotified.amount),
    applicantKind: APPLICANT_KIND_WORDS[applicant.kind],
    applicantName: applicant.name,
    applicantPaper: applicant.paper ?? "",
    representative: applicant.representative ?? "",
    agent: applicant.agent ?? "",
    telephone: applicant.telephone ?? "",
    address: applicant.address ?? "",
    email: applicant.email ?? "",
    unit: application.unit ?? "",
    servedLetter: reply === null ? "" : `《${reply.title}》${reply.number === null ? "" : `（${reply.number}）`}`,
  };
}

const DAYS_IN_WORDS = { workingDays: "个工作日", days: "日", months: "个月", years: "年" } as const;
const lengthOf = ({ length }: typeof REPLY): string => `${length.number}${DAYS_IN_WORDS[length.unit]}`;

/** What follows from the law of the day. */
function lawValues(
  kind: LetterKind,
  { agency, on, answer }: LetterFacts,
  { you, online, scheme }: { readonly you: string; readonly online: string | null; readonly scheme: string },
): FieldValues {
  return {
    article: kind.outcome === undefined ? "" : articleInWords(kind.outcome, answer?.article ?? null),
    remedy: answer === null ? "" : remedyParagraph(answer.remedy, { on, agency, you, online: online === "" ? null : online }),
    opinionPeriod: lengthOf(kind.kind === "consultOrgan" ? ORGAN_OPINION : THIRD_PARTY_OPINION),
    replyPeriod: lengthOf(REPLY),
    payPeriod: lengthOf(FEE_PAYMENT),
    feeRule: scheme === "items" ? FEE_BY_ITEMS.says : scheme === "pages" ? FEE_BY_PAGES.says : "",
  };
}

/** The article as letters cite it: the Regulations unless another instrument is named. */
export function articleInWords(outcome: OutcomeCode, article: string | null): string {
  const cited = article?.trim() ?? "";
  const named = cited === "" ? getOutcome(outcome).cites : cited;
  if (named.includes("无专条")) return "";
  const short = "《政府信息公开条例》";
  if (named.startsWith(short)) return REGULATIONS + named.slice(short.length);
  return named.includes("《") ? named : REGULATIONS + named;
}

/** What the program proposes where the officer filled in nothing. */
function proposedValues(kind: LetterKind, { agency, application, addressee, on, fields }: LetterFacts, you: string): FieldValues {
  const reason = fields.reason ?? "";
  const concerned = application === null ? "" : titleOf(application.request);
  const consultation = application?.consultation ?? null;
  return {
    correctionItems: reason,
    access: reason,
    search: reason,
    harm: reason,
    concerned,
    disclosed: kind.kind === "overrideNotice" ? (fields.concerned ?? concerned) : "见随本告知书提供的材料",
    withheld: "见下列理由所述的内容",
    reasonsBy: "自收到本告知书之日起10个工作日内",
    supply: application === null ? "" : supplyOf(application, you),
    consulted: addressee.kind === "consulted" ? addressee.name : "",
    consultedOn: kind.kind === "consultNotice" ? on : (consultation?.on ?? ""),
    consultationNumber: consultation?.number ?? "",
    opinionOn: consultation?.opinionOn ?? "",
    position: consultation?.position ?? "",
    firstNumber: application?.earlierReply?.number ?? "",
    firstOn: application?.earlierReply?.on ?? "",
    payment: agency.settings.payment ?? "",
    onlineRemedy: agency.settings.onlineRemedy ?? "",
    cooperators: addressee.kind === "units" ? addressee.name : "",
    help: "检索本部门掌握的相关信息，提出是否公开的意见，并说明理由和依据",
    servedOn: on,
    servedBy: application === null ? "" : (DELIVERIES[application.request.delivery] ?? ""),
  };
}

function contactOf({ name, contact }: LetterAgency): string {
  const { office, address, postcode, telephone, fax, email, hours } = contact;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ["地址", address],
    ["邮政编码", postcode],
    ["电话", telephone],
    ["传真", fax],
    ["电子邮箱", email],
    ["办公时间", hours],
  ];
  const known = parts.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [`${label}：${value}`]));
  return known.length === 0 ? "" : [office === undefined || office === "" ? name : office, ...known].join("，");
}

function titleOf({ title, documentNumber }: LetterApplication["request"]): string {
  return `“${title}”${documentNumber === null || documentNumber === "" ? "" : `（${documentNumber}）`}`;
}

function askedOf(request: LetterApplication["request"]): string {
  const { period, description } = request;
  const more = [
    ...(period === null || period === "" ? [] : [`时间范围：${period}`]),
    ...(description === "" ? [] : [`具体描述：${description.replaceAll(/\s*\n\s*/g, "；")}`]),
  ];
  return titleOf(request) + more.map((part) => `，${part}`).join("");
}

/** How the information is given, by what was asked for (Art. 40). */
function supplyOf({ request: { carrier, delivery } }: LetterApplication, you: string): string {
  if (carrier === "read" || carrier === "copy" || delivery === "onSite")
    return `请${you}在办公时间到本机关${carrier === "copy" ? "抄录" : carrier === "read" ? "阅览" : "阅览、抄录"}`;
  const form = `按照${you}的要求以${CARRIERS[carrier] ?? ""}形式提供`;
  switch (delivery) {
    case "collect":
      return `${form}，请${you}在办公时间到本机关领取`;
    case "post":
      return `${form}，随本告知书邮寄`;
    case "email":
      return `${form}，随本告知书发送至${you}提供的电子邮箱`;
    case "fax":
      return `${form}，随本告知书传真`;
    default:
      return `${form}，请${you}登录提交申请的网站查看、下载`;
  }
}
