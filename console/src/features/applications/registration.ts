import { CARRIERS, DELIVERIES, ID_TYPES, type RegisterApplication } from "@gongkai/server/contract";
import { APPLICANT_KINDS, type ApplicantKind, CHANNELS, receiptRule, type Channel } from "@gongkai/statute";
import { z } from "zod";

/** What stands in the form of a registration: one flat value, named by the paths of the server's schema. */
export const Registration = z.object({
  channel: z.enum(CHANNELS),
  submittedOn: z.string(),
  confirmedOn: z.string(),
  "applicant.kind": z.enum(APPLICANT_KINDS),
  "applicant.name": z.string(),
  "applicant.idType": z.enum(ID_TYPES),
  "applicant.idNumber": z.string(),
  "applicant.creditCode": z.string(),
  "applicant.representative": z.string(),
  "applicant.telephone": z.string(),
  "applicant.address": z.string(),
  "applicant.postcode": z.string(),
  "applicant.email": z.string(),
  "applicant.agent.name": z.string(),
  "applicant.agent.idNumber": z.string(),
  "request.title": z.string(),
  "request.documentNumber": z.string(),
  "request.period": z.string(),
  "request.description": z.string(),
  "request.carrier": z.enum(CARRIERS),
  "request.delivery": z.enum(DELIVERIES),
  "request.help": z.string(),
});
export type Registration = z.infer<typeof Registration>;

export const LABELS: Readonly<Record<keyof Registration, string>> = {
  channel: "渠道",
  submittedOn: "提交、签收或者寄达之日",
  confirmedOn: "与申请人确认之日",
  "applicant.kind": "申请人类别",
  "applicant.name": "姓名或者名称",
  "applicant.idType": "证件类型",
  "applicant.idNumber": "证件号码",
  "applicant.creditCode": "统一社会信用代码",
  "applicant.representative": "法定代表人或者负责人",
  "applicant.telephone": "联系电话",
  "applicant.address": "通信地址",
  "applicant.postcode": "邮政编码",
  "applicant.email": "电子邮箱",
  "applicant.agent.name": "代理人姓名",
  "applicant.agent.idNumber": "代理人证件号码",
  "request.title": "所需信息的名称",
  "request.documentNumber": "文号",
  "request.period": "信息的时间范围",
  "request.description": "其他描述",
  "request.carrier": "提供信息的形式",
  "request.delivery": "获取信息的方式",
  "request.help": "需要的帮助",
};

export function emptyRegistration(channel: Channel, today: string): Registration {
  const texts = Object.fromEntries(Object.keys(LABELS).map((name) => [name, ""]));
  return {
    ...texts,
    channel,
    submittedOn: today,
    "applicant.kind": "natural",
    "applicant.idType": "residentId",
    "request.carrier": "paper",
    "request.delivery": "post",
  } as Registration; // every other field is a text
}

/** Whether the day of receipt is that of a confirmation by both sides (Art. 31). */
export function isByConfirmation(channel: Channel): boolean {
  return receiptRule(channel).by === "confirmed";
}

/** What is sent: empty texts left out, fields of the other kind of applicant too. `documents`: files taken in already. */
export function toRegisterApplication(values: Registration, files: { readonly documents?: readonly string[] } = {}): unknown {
  const sent: Record<string, unknown> = { ...files };
  for (const [path, value] of Object.entries(values)) {
    if (value.trim() === "" || !isAsked(path as keyof Registration, values)) continue;
    const names = path.split(".");
    let at = sent;
    for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>; // made here
    at[names.at(-1) ?? path] = value;
  }
  return sent satisfies Partial<Record<keyof RegisterApplication, unknown>>;
}

/** Which fields the form shows for this applicant and channel. */
export function isAsked(field: keyof Registration, { channel, ...values }: Registration): boolean {
  const isNatural = values["applicant.kind"] === "natural";
  switch (field) {
    case "confirmedOn":
      return isByConfirmation(channel);
    case "applicant.idType":
    case "applicant.idNumber":
      return isNatural;
    case "applicant.creditCode":
    case "applicant.representative":
      return !isNatural;
    default:
      return true;
  }
}

/** Where the server's refusals of a registration belong. */
export const FIELD_OF_REFUSAL: Readonly<Record<string, (kind: ApplicantKind) => keyof Registration>> = {
  "in-the-future": () => "submittedOn",
  "confirmed-before-submitted": () => "confirmedOn",
  "identity-missing": (kind) => (kind === "natural" ? "applicant.idNumber" : "applicant.creditCode"),
  "contact-missing": () => "applicant.telephone",
};

const DAY = 24 * 3600 * 1000;
const Kept = z.object({ at: z.number(), values: Registration });

export const draftKey = (agency: string) => `gongkai.registration.${agency}`;

/** The draft as the browser keeps it, for one day: it holds personal data. */
export function writeDraft(values: Registration, now: number): string {
  return JSON.stringify({ at: now, values });
}

export function readDraft(text: string | null, now: number): Registration | undefined {
  try {
    const kept = Kept.safeParse(JSON.parse(text ?? "null"));
    return kept.success && now - kept.data.at < DAY ? kept.data.values : undefined;
  } catch {
    return undefined;
  }
}
