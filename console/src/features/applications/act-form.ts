import type { ActName } from "@gongkai/statute";
import { ProblemError } from "../../lib/problem.ts";

/** What stands in the form of an act; texts, as in their inputs. */
export interface ActValues {
  readonly on: string;
  readonly reason: string;
  readonly correctBy: string;
  readonly consultation: string;
  readonly consulted: string;
  readonly receivedOn: string;
  readonly position: string;
  readonly days: string;
  readonly amount: string;
  readonly isSealed: boolean;
  readonly unitId: string;
  readonly handlerId: string;
  readonly cooperatingUnitIds: readonly string[];
  readonly receiptNumber: string;
  readonly deliveryWay: string;
  readonly proof: string;
  readonly letter: Readonly<Record<string, string>>;
}

export const NOTHING_FILLED: ActValues = {
  on: "",
  reason: "",
  correctBy: "",
  consultation: "",
  consulted: "",
  receivedOn: "",
  position: "",
  days: "",
  amount: "",
  isSealed: false,
  unitId: "",
  handlerId: "",
  cooperatingUnitIds: [],
  receiptNumber: "",
  deliveryWay: "",
  proof: "",
  letter: {},
};

export type ActField = Exclude<keyof ActValues, "letter">;

interface AskedField {
  readonly name: ActField;
  readonly label: string;
  readonly required?: true;
  readonly help?: string;
}

const asked = (name: ActField, label: string, help?: string): AskedField => ({ name, label, ...(help === undefined ? {} : { help }) });
const needed = (name: ActField, label: string, help?: string): AskedField => ({ ...asked(name, label, help), required: true });

const AGAIN = "当日办理的不用填；补记以前发生的事项时填写";
const consultation = [
  needed("consulted", "征求谁的意见", "名称或者姓名，加密保存"),
  asked("receivedOn", "对方收到之日", "对方的 15 个工作日自次日起算；还不知道的以后补"),
] as const;

/** Exactly what each act asks for. Acts that are not named are done on a page of their own, or elsewhere. */
export const ACT_FIELDS: Partial<Record<ActName, readonly AskedField[]>> = {
  confirm: [asked("on", "确认之日", AGAIN), asked("reason", "确认的方式")],
  register: [],
  assign: [
    needed("handlerId", "承办人"),
    asked("unitId", "承办部门"),
    asked("cooperatingUnitIds", "协办部门", "需要协办的，一并发出协办函"),
  ],
  askCorrection: [needed("correctBy", "补正期限", "给申请人的合理期限，写在告知书中"), asked("on", "告知之日", AGAIN)],
  recordCorrection: [asked("on", "收到补正之日", AGAIN), asked("reason", "补正的内容")],
  expireCorrection: [asked("reason", "说明")],
  findUnclear: [needed("reason", "不明确之处")],
  askReasons: [needed("reason", "数量、频次超过合理范围的情况")],
  acceptReasons: [asked("reason", "申请人说明的理由")],
  rejectReasons: [needed("reason", "理由不合理之处")],
  noticeFee: [needed("amount", "收费金额（元）"), asked("receivedOn", "申请人收到之日", "缴费期限为其次日起 20 个工作日")],
  recordPayment: [asked("on", "缴费之日", AGAIN), asked("receiptNumber", "财政票据号码")],
  expireFee: [asked("reason", "说明")],
  consultThirdParty: consultation,
  consultOrgan: consultation,
  recordOpinion: [
    needed("consultation", "哪一项征求意见"),
    needed("position", "对方的意见"),
    asked("on", "收到意见之日", AGAIN),
    asked("reason", "意见的内容"),
  ],
  expireOpinion: [needed("consultation", "哪一项征求意见")],
  extend: [needed("days", "延长的工作日", "1 至 20 个工作日，只能延长一次"), needed("reason", "延长的理由")],
  return: [needed("reason", "退回的原因")],
  override: [needed("reason", "不公开会对公共利益造成重大影响的理由")],
  sign: [needed("isSealed", "答复文书已加盖印章")],
  serve: [
    needed("deliveryWay", "送达方式"),
    needed("proof", "送达凭证", "挂号单号、签收人、网上送达记录等"),
    asked("on", "送达之日", AGAIN),
  ],
  withdraw: [asked("reason", "撤回的情况", "申请人签字或者确认的方式"), asked("on", "撤回之日", AGAIN)],
  close: [],
  reopen: [asked("days", "重新答复的期限（工作日）", "决定或判决没有写明的不填，参照 20 个工作日"), needed("reason", "依据的决定或者判决")],
};

/** Acts with a page of their own, where the answer is written. */
export const REPLY_ACTS: ReadonlySet<ActName> = new Set(["draftReply", "answerOnSpot"]);

/** Acts whose reason is said in the letter already. */
const REASON_IN_LETTER: Partial<Record<ActName, string>> = { askCorrection: "correctionItems" };

/** What is sent for an act: only what its form asks for and what was filled in. */
export function toPerformAct(act: ActName, values: ActValues, version: number): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = { version };
  for (const { name } of ACT_FIELDS[act] ?? []) {
    const value = values[name];
    if (value === "" || value === false || (Array.isArray(value) && value.length === 0)) continue;
    given[name] = name === "days" || name === "amount" ? toNumber(String(value)) : value;
  }
  const letter = Object.fromEntries(Object.entries(values.letter).filter(([, text]) => text.trim() !== ""));
  if (Object.keys(letter).length > 0) given["letter"] = letter;
  const reason = letter[REASON_IN_LETTER[act] ?? ""];
  if (reason !== undefined) given["reason"] = reason;
  return given;
}

/** What is no number stays what it is, so that the schema says so. */
function toNumber(text: string): unknown {
  const number = Number(text.trim());
  return Number.isFinite(number) ? number : text;
}

/** Fields of the letter that the act's own form has asked for, by the letter's names. */
export function knownToLetter(act: ActName, values: ActValues): Readonly<Record<string, string>> {
  const taken = (ACT_FIELDS[act] ?? []).map(({ name }) => name);
  const known: Record<string, string> = {};
  for (const name of ["reason", "correctBy", "days", "amount", "proof", "consulted"] as const)
    if (taken.includes(name)) known[name] = values[name];
  if (taken.includes("deliveryWay")) known["servedBy"] = "";
  return known;
}

/** Which field a refusal of statute is about. */
const FIELD_OF_CODE: Readonly<Record<string, ActField>> = {
  "reason-missing": "reason",
  "reasons-missing": "reason",
  "period-missing": "correctBy",
  "period-before-notice": "correctBy",
  "consultation-missing": "consultation",
  "unknown-consultation": "consultation",
  "limit-not-over": "consultation",
  "consulted-missing": "consulted",
  "length-missing": "days",
  "extension-too-long": "days",
  "amount-missing": "amount",
  "seal-missing": "isSealed",
  "handler-missing": "handlerId",
  "not-a-handler": "handlerId",
  "proof-missing": "proof",
  "in-the-future": "on",
  "before-last-event": "on",
};

/** The refusal with each of its reasons at the field it is about, as far as this act has that field. */
export function placeRefusal(act: ActName, fault: unknown): unknown {
  if (!(fault instanceof ProblemError)) return fault;
  const fields = new Set((ACT_FIELDS[act] ?? []).map(({ name }) => name));
  const all = fault.issues.length > 0 ? fault.issues : [{ path: fault.code, message: fault.message }];
  const issues = all.map(({ path, message }) => {
    const field = FIELD_OF_CODE[path];
    return { path: field !== undefined && fields.has(field) ? field : path, message };
  });
  const { status, code: error, message, requestId } = fault;
  return new ProblemError({ status, error, message, requestId, issues: fault.status >= 500 || fault.status === 0 ? fault.issues : issues });
}
