import { getOutcome, OUTCOME_CODES, type OutcomeCode } from "@gongkai/statute";
import type { FieldName } from "./letter-fields.ts";
import type { LetterKind } from "./letter-kind.ts";
import { ASKED, CONTACT, CORRECTED, REGULATIONS } from "./wording.ts";

interface Wording {
  readonly purpose: string;
  /** Beside what every answer must have. */
  readonly mandatory: readonly FieldName[];
  /** Between what was asked and the remedy paragraph. */
  readonly lines: readonly string[];
}

/** Refusals under Arts. 14–16: what the information is, why, on what article, and Art. 36(3). */
function denied(what: string, ...before: readonly string[]): Wording {
  return {
    purpose: `决定不予公开：${what}。`,
    mandatory: ["article", "reason"],
    lines: [
      ...before,
      `经审查，{称谓}申请公开的政府信息${what}。`,
      "理由如下：{理由}",
      `根据{法律依据}的规定，本机关决定不予公开，并依照该条例第三十六条第三项的规定告知{称谓}。`,
      "[{补充说明}]",
    ],
  };
}

const THEREFORE = "根据{法律依据}的规定，";

/** What each answer says. The words are ours; what they must say is Arts. 36–39 of the Regulations. */
const WORDINGS: Readonly<Record<OutcomeCode, Wording>> = {
  alreadyPublic: {
    purpose: "所申请的信息已经主动公开，告知获取的方式、途径。",
    mandatory: ["article", "access"],
    lines: [`经查，{称谓}申请公开的政府信息已经主动公开。${THEREFORE}现将获取该信息的方式、途径告知如下：`, "{获取途径}", "[{补充说明}]"],
  },
  granted: {
    purpose: "予以公开，提供信息，或者告知获取的方式、途径和时间。",
    mandatory: ["article", "supply"],
    lines: [
      `经审查，{称谓}申请公开的政府信息可以公开。${THEREFORE}本机关决定予以公开，{提供说明}。`,
      "[随本告知书提供：{附件}]",
      "[{补充说明}]",
    ],
  },
  partial: {
    purpose: "区分处理：公开一部分，说明不予公开部分的理由。",
    mandatory: ["article", "reason", "disclosed", "withheld"],
    lines: [
      "经审查，{称谓}申请公开的政府信息中含有不应当公开或者可以不予公开的内容，能够区分处理。",
      "予以公开的内容：{公开内容}",
      "不予公开的内容：{不予公开内容}",
      "不予公开的理由：{理由}",
      `${THEREFORE}本机关决定对{称谓}申请公开的政府信息部分公开，{提供说明}。`,
      "[随本告知书提供：{附件}]",
      "[{补充说明}]",
    ],
  },
  "denied.secret": denied("属于依法确定为国家秘密的政府信息"),
  "denied.law": denied("属于法律、行政法规禁止公开的政府信息"),
  "denied.safety": denied("一旦公开，可能危及国家安全、公共安全、经济安全、社会稳定"),
  "denied.thirdParty": denied(
    "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害",
    "[本机关依法书面征求了第三方的意见，并于{第三方意见日期}收到其不同意公开的意见。]",
  ),
  "denied.internal": denied("属于本机关人事管理、后勤管理、内部工作流程等内部事务信息"),
  "denied.process": denied("属于本机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息"),
  "denied.enforcement": denied("属于行政执法案卷信息"),
  "denied.inquiry": {
    purpose: "工商、不动产登记资料等，依照有关法律、行政法规的规定办理。",
    mandatory: ["article", "access"],
    lines: [
      "经审查，{称谓}申请公开的信息属于工商登记、不动产登记等资料，有关法律、行政法规对其获取另有规定。",
      `${THEREFORE}请{称谓}依照有关法律、行政法规的规定办理。办理的依据和途径：{获取途径}`,
      "[{补充说明}]",
    ],
  },
  nonexistent: {
    purpose: "经检索没有所申请公开的信息。检索记录附卷。",
    mandatory: ["article", "search"],
    lines: [
      "收到申请后，本机关进行了检索：{检索情况}",
      `经检索，本机关没有{称谓}申请公开的政府信息。${THEREFORE}现告知{称谓}该政府信息不存在。`,
      "[{补充说明}]",
    ],
  },
  otherOrgan: {
    purpose: "不属于本机关负责公开；能够确定负责机关的，告知其名称、联系方式。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，{称谓}申请公开的政府信息不属于本机关负责公开。",
      "理由如下：{理由}",
      `${THEREFORE}现告知{称谓}上述情况。`,
      "[该信息由{负责机关}负责公开，请向该机关提出申请[，联系方式：{负责机关联系方式}]。]",
      "[{补充说明}]",
    ],
  },
  "unavailable.notHeld": {
    purpose: "本机关不掌握相关政府信息。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，本机关不掌握{称谓}申请公开的政府信息，无法提供。",
      "理由如下：{理由}",
      `${THEREFORE}现告知{称谓}上述情况。`,
      "[该信息由{负责机关}负责公开，请向该机关提出申请[，联系方式：{负责机关联系方式}]。]",
      "[{补充说明}]",
    ],
  },
  "unavailable.needsCreation": {
    purpose: "没有现成信息，需要对现有信息加工、分析。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，本机关没有{称谓}申请公开的现成信息，提供该信息需要对现有政府信息进行加工、分析。",
      "理由如下：{理由}",
      `${THEREFORE}行政机关向申请人提供的信息，应当是已制作或者获取的政府信息，本机关无法提供。`,
      "[{补充说明}]",
    ],
  },
  "unavailable.unclear": {
    purpose: "补正后申请内容仍不明确。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，{称谓}补正后，申请内容仍不明确，本机关无法据此确定所申请公开的政府信息。",
      "理由如下：{理由}",
      `${THEREFORE}本机关无法提供。{称谓}可以明确申请内容后重新提出申请。`,
      "[{补充说明}]",
    ],
  },
  "unhandled.petition": {
    purpose: "以申请的形式进行信访、投诉、举报，不作为政府信息公开申请处理。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，{称谓}提交的材料以政府信息公开申请的形式进行信访、投诉、举报等活动。",
      "理由如下：{理由}",
      `${THEREFORE}本机关不作为政府信息公开申请处理。`,
      "[{称谓}可以通过以下途径反映：{反映途径}]",
      "[{补充说明}]",
    ],
  },
  "unhandled.duplicate": {
    purpose: "同一申请人重复申请已经答复的同一信息，不予重复处理。",
    mandatory: ["article", "firstNumber"],
    lines: [
      "经查，{称谓}曾向本机关申请公开相同的政府信息，本机关[已于{首次答复日期}]以{首次答复文号}文书作出答复。",
      "[{理由}]",
      `${THEREFORE}本机关对本次申请不予重复处理。`,
      "[{补充说明}]",
    ],
  },
  "unhandled.publication": {
    purpose: "要求提供公报、报刊、书籍等公开出版物，告知获取的途径。",
    mandatory: ["article", "access"],
    lines: [
      "经审查，{称谓}要求提供的是政府公报、报刊、书籍等公开出版物。",
      `${THEREFORE}本机关不作为政府信息公开申请处理，现将获取的途径告知如下：`,
      "{获取途径}",
      "[{补充说明}]",
    ],
  },
  "unhandled.abusive": {
    purpose: "申请数量、频次明显超过合理范围，说明的理由不合理，不予处理。",
    mandatory: ["article", "reason"],
    lines: [
      "经审查，{称谓}申请公开政府信息的数量、频次明显超过合理范围，经本机关要求说明理由，所说明的理由不合理。",
      "具体情况：{理由}",
      `${THEREFORE}本机关对该申请不予处理。`,
      "[{补充说明}]",
    ],
  },
  "unhandled.reconfirm": {
    purpose: "要求确认或者重新出具已经获取的信息。",
    mandatory: ["reason"],
    lines: [
      "经审查，{称谓}要求本机关对已经获取的政府信息进行确认或者重新出具。",
      "理由如下：{理由}",
      `${REGULATIONS}规定的政府信息公开，是提供行政机关已制作或者获取的政府信息，不包括对申请人已经获取的信息进行确认或者重新出具。本机关对该申请不予处理。`,
      "[{补充说明}]",
    ],
  },
  otherHandling: {
    purpose: "不属于其他各类的情形，不再处理。",
    mandatory: ["reason"],
    lines: ["经审查，{称谓}的申请有下列情形：{理由}", "本机关对该申请不再处理，特此告知。", "[{补充说明}]"],
  },
  "otherHandling.uncorrected": {
    purpose: "无正当理由逾期不补正，视为放弃申请。",
    mandatory: ["article", "askedCorrectionOn"],
    lines: [
      "因申请内容不明确，本机关于{补正告知日期}[以{补正告知书文号}文书]告知{称谓}补正[，补正期限至{原定补正期限}]。{称谓}逾期未补正，也没有说明正当理由。",
      `${THEREFORE}视为{称谓}放弃申请，本机关不再处理该政府信息公开申请。`,
      "[{补充说明}]",
    ],
  },
  "otherHandling.unpaid": {
    purpose: "逾期未缴纳信息处理费，视为放弃申请。",
    mandatory: ["article", "feeNotedOn"],
    lines: [
      "本机关于{收费通知日期}[以{收费通知书文号}文书]通知{称谓}缴纳信息处理费[{应缴金额}元]。{称谓}自收到通知次日起{缴费期限}内未缴纳。",
      `${THEREFORE}视为{称谓}放弃申请，本机关不再处理该政府信息公开申请。`,
      "[{补充说明}]",
    ],
  },
  "otherHandling.misc": {
    purpose: "申请人撤回申请、信息已移交档案馆等，记录办理情况。",
    mandatory: ["reason"],
    lines: ["办理情况：{理由}", "[{补充说明}]"],
  },
};

/** Statute's name of the letter, made plain where it names no subject. */
function titleOf(code: OutcomeCode): string {
  const { letter } = getOutcome(code);
  return /^(?:予以公开|部分公开|不予公开|不存在|无法提供)/.test(letter) ? `政府信息${letter}` : letter;
}

/** The acts that end a case with an outcome of their own. */
const ENDING = { "otherHandling.uncorrected": "expireCorrection", "otherHandling.unpaid": "expireFee" } as const;

/** The letter of each outcome. */
export const ANSWER_LETTERS: readonly LetterKind[] = OUTCOME_CODES.map((code): LetterKind => {
  const { purpose, mandatory, lines } = WORDINGS[code];
  const { remedy, cites } = getOutcome(code);
  const isRecord = code === "otherHandling.misc";
  return {
    kind: `answer.${code}`,
    title: titleOf(code),
    purpose,
    series: isRecord ? null : "reply",
    to: isRecord ? "file" : "applicant",
    acts: code === "otherHandling.uncorrected" || code === "otherHandling.unpaid" ? [ENDING[code]] : ["sign", "answerOnSpot"],
    outcome: code,
    mayFollow: isRecord,
    cites,
    mandatory: [
      "receivedOn",
      "how",
      "asked",
      ...mandatory,
      ...(remedy === "none" ? [] : ["remedy" as const]),
      ...(isRecord ? [] : ["contact" as const]),
    ],
    lines: [ASKED, CORRECTED, ...lines, ...(remedy === "none" ? [] : ["{救济途径}"]), ...(isRecord ? [] : [CONTACT])],
  };
});
