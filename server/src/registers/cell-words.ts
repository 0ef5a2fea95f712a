import { type ApplicantKind, type Channel, OUTCOMES, type OutcomeCode } from "@gongkai/statute";

type Words<Value> = readonly (readonly [word: string, value: Value])[];

/** Who applies, as registers call it. The first word a cell holds decides. */
export const KIND_WORDS: Words<ApplicantKind> = [
  ["natural", "natural"],
  ["business", "business"],
  ["research", "research"],
  ["welfare", "welfare"],
  ["legal", "legal"],
  ["other", "other"],
  ["自然人", "natural"],
  ["公民", "natural"],
  ["个人", "natural"],
  ["律师事务所", "legal"],
  ["律所", "legal"],
  ["法律服务", "legal"],
  ["商业企业", "business"],
  ["公司", "business"],
  ["企业", "business"],
  ["科研", "research"],
  ["高校", "research"],
  ["公益", "welfare"],
  ["社会组织", "welfare"],
  ["其他", "other"],
  ["其它", "other"],
];

export const CHANNEL_WORDS: Words<Channel> = [
  ["inPerson", "inPerson"],
  ["postSigned", "postSigned"],
  ["postOrdinary", "postOrdinary"],
  ["internet", "internet"],
  ["fax", "fax"],
  ["oral", "oral"],
  ["当面", "inPerson"],
  ["现场", "inPerson"],
  ["窗口", "inPerson"],
  ["来访", "inPerson"],
  ["平信", "postOrdinary"],
  ["平常信函", "postOrdinary"],
  ["普通信函", "postOrdinary"],
  ["传真", "fax"],
  ["口头", "oral"],
  ["网", "internet"],
  ["电子邮件", "internet"],
  ["邮箱", "internet"],
  ["在线", "internet"],
  ["平台", "internet"],
  ["挂号", "postSigned"],
  ["快递", "postSigned"],
  ["特快", "postSigned"],
  ["EMS", "postSigned"],
  ["邮寄", "postSigned"],
  ["信函", "postSigned"],
];

/** What became of it, beside the codes and the labels of table 3: words of registers and of older forms. */
const OUTCOME_SYNONYMS: Words<OutcomeCode | "withdrawn"> = [
  ["撤回", "withdrawn"],
  ["撤销申请", "withdrawn"],
  ["部分公开", "partial"],
  ["部分同意公开", "partial"],
  ["主动公开", "alreadyPublic"],
  ["已公开", "alreadyPublic"],
  ["告知获取", "alreadyPublic"],
  ["国家秘密", "denied.secret"],
  ["涉密", "denied.secret"],
  ["法律法规禁止", "denied.law"],
  ["法律行政法规禁止", "denied.law"],
  ["三安全", "denied.safety"],
  ["第三方", "denied.thirdParty"],
  ["商业秘密", "denied.thirdParty"],
  ["个人隐私", "denied.thirdParty"],
  ["内部事务", "denied.internal"],
  ["内部管理", "denied.internal"],
  ["过程性", "denied.process"],
  ["执法案卷", "denied.enforcement"],
  ["行政查询", "denied.inquiry"],
  ["不存在", "nonexistent"],
  ["不掌握", "unavailable.notHeld"],
  ["未制作", "nonexistent"],
  ["非本机关", "otherOrgan"],
  ["非本单位", "otherOrgan"],
  ["不属于本机关", "otherOrgan"],
  ["不属于本单位", "otherOrgan"],
  ["不属本机关", "otherOrgan"],
  ["另行制作", "unavailable.needsCreation"],
  ["加工分析", "unavailable.needsCreation"],
  ["内容仍不明确", "unavailable.unclear"],
  ["申请内容不明确", "unavailable.unclear"],
  ["信访", "unhandled.petition"],
  ["投诉举报", "unhandled.petition"],
  ["重复申请", "unhandled.duplicate"],
  ["不予重复", "unhandled.duplicate"],
  ["公开出版物", "unhandled.publication"],
  ["大量反复", "unhandled.abusive"],
  ["确认或", "unhandled.reconfirm"],
  ["逾期不补正", "otherHandling.uncorrected"],
  ["逾期未补正", "otherHandling.uncorrected"],
  ["视为放弃", "otherHandling.uncorrected"],
  ["逾期不缴费", "otherHandling.unpaid"],
  ["逾期未缴", "otherHandling.unpaid"],
  ["不予公开", "denied.law"],
  ["予以公开", "granted"],
  ["同意公开", "granted"],
  ["全部公开", "granted"],
  ["依申请公开", "granted"],
  ["公开", "granted"],
  ["其他", "otherHandling.misc"],
];

/** Words too broad to be taken without asking: several rows of table 3 could be meant. */
const TOO_BROAD: ReadonlySet<string> = new Set(["不予公开", "不公开", "不同意公开", "无法提供", "不予处理", "不予提供"]);

const LABELS: Words<OutcomeCode> = OUTCOMES.flatMap(({ code, label }) => [[code, code] as const, [label, code] as const]);

/** The kind of applicant a cell names; undefined when it names none. */
export function findKind(text: string): ApplicantKind | undefined {
  return findWord(KIND_WORDS, text);
}

export function findChannel(text: string): Channel | undefined {
  return findWord(CHANNEL_WORDS, text);
}

/**
 * The outcome a cell names: by what the person who imports says the word means, by code or label, then by a word it holds.
 * Undefined when none is known or several rows of table 3 could be meant.
 */
export function findOutcome(text: string, own: Readonly<Record<string, string>>): OutcomeCode | "withdrawn" | undefined {
  const plain = squeeze(text);
  const meant = Object.entries(own).find(([word]) => squeeze(word) === plain)?.[1];
  if (meant !== undefined) return meant as OutcomeCode | "withdrawn"; // checked by the schema of the mapping
  if (TOO_BROAD.has(plain)) return undefined;
  const exact = LABELS.find(([word]) => squeeze(word) === plain)?.[1];
  if (exact !== undefined) return exact;
  const found = OUTCOME_SYNONYMS.find(([word]) => plain.includes(squeeze(word)));
  return found?.[0] === "不予公开" ? undefined : found?.[1];
}

function findWord<Value>(words: Words<Value>, text: string): Value | undefined {
  const plain = squeeze(text);
  return plain === "" ? undefined : words.find(([word]) => plain.includes(squeeze(word)))?.[1];
}

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s"“”'、,，。.()（）]/g, "");
}
