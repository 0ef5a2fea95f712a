import { FEE_RULES, REGULATIONS, SINCE } from "../in-force.ts";
import type { Confidence } from "../rule.ts";
import type { Edition, Outcome, OutcomeCode, RemedyVariant } from "./outcome.ts";

type Entry = readonly [
  code: OutcomeCode,
  label: string,
  letter: string,
  cites: string,
  remedy: RemedyVariant,
  rows: string | readonly [row2019: string, row2021: string],
  when: string,
  confidence?: Confidence,
];

const NOT_DISCLOSED = "不予公开告知书";
const NOT_HANDLED = "不予处理告知书";
const NOT_AVAILABLE = "无法提供告知书";
/** No article of its own. */
const PRACTICE = "（无专条，依实践）";
const ENDED = "不再处理告知书";

// prettier-ignore
const ENTRIES: readonly Entry[] = [
  ["alreadyPublic", "已主动公开", "告知书（已主动公开）", "第三十六条第一项", "either", "granted", "所要文件已在网站公布，告知获取的方式和途径", "known"],
  ["granted", "予以公开", "予以公开告知书", "第三十六条第二项", "either", "granted", "可以公开，提供该信息"],
  ["partial", "部分公开", "部分公开告知书", "第三十七条、第三十六条第三项", "reconsiderFirst", "partial", "文件中能区分处理，公开一部分、说明另一部分不予公开的理由"],
  ["denied.secret", "属于国家秘密", NOT_DISCLOSED, "第十四条", "reconsiderFirst", "denied.secret", "依法确定为国家秘密"],
  ["denied.law", "其他法律行政法规禁止公开", NOT_DISCLOSED, "第十四条", "reconsiderFirst", "denied.law", "法律、行政法规禁止公开"],
  ["denied.safety", "危及“三安全一稳定”", NOT_DISCLOSED, "第十四条", "reconsiderFirst", "denied.safety", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"],
  ["denied.thirdParty", "保护第三方合法权益", NOT_DISCLOSED, "第十五条、第三十二条", "reconsiderFirst", "denied.thirdParty", "涉及商业秘密或者个人隐私，第三方不同意公开且有合理理由"],
  ["denied.internal", "属于三类内部事务信息", NOT_DISCLOSED, "第十六条第一款", "reconsiderFirst", "denied.internal", "人事管理、后勤管理、内部工作流程方面的信息"],
  ["denied.process", "属于四类过程性信息", NOT_DISCLOSED, "第十六条第二款", "reconsiderFirst", "denied.process", "讨论记录、过程稿、磋商信函、请示报告"],
  ["denied.enforcement", "属于行政执法案卷", NOT_DISCLOSED, "第十六条第二款", "reconsiderFirst", "denied.enforcement", "行政执法案卷信息"],
  ["denied.inquiry", "属于行政查询事项", "告知书（依照有关规定办理）", "第三十六条第七项", "configurable", "denied.inquiry", "工商、不动产登记资料，有专门的查询办法"],
  ["nonexistent", "政府信息不存在", "不存在告知书", "第三十六条第四项", "either", "unavailable.notHeld", "经检索没有所申请公开信息"],
  ["otherOrgan", "不属于本机关负责公开", "非本机关告知书", "第三十六条第五项", "either", "unavailable.notHeld", "由其他机关负责公开，告知其名称和联系方式"],
  ["unavailable.notHeld", "本机关不掌握相关政府信息", NOT_AVAILABLE, "第三十六条第四项、第五项", "either", "unavailable.notHeld", "信息不存在，或者不属于本机关"],
  ["unavailable.needsCreation", "没有现成信息需要另行制作", NOT_AVAILABLE, "第三十八条", "either", "unavailable.needsCreation", "需要对现有信息加工、分析"],
  ["unavailable.unclear", "补正后申请内容仍不明确", NOT_AVAILABLE, "第三十条", "either", "unavailable.unclear", "申请人已补正，内容仍不明确"],
  ["unhandled.petition", "信访举报投诉类申请", NOT_HANDLED, "第三十九条第一款", "configurable", "unhandled.petition", "以申请的形式提出投诉"],
  ["unhandled.duplicate", "重复申请", "不予重复处理告知书", "第三十六条第六项", "configurable", "unhandled.duplicate", "同一申请人再次申请已经答复的同一信息"],
  ["unhandled.publication", "要求提供公开出版物", "告知书（公开出版物）", "第三十九条第二款", "configurable", "unhandled.publication", "要求提供公报、报刊、书籍"],
  ["unhandled.abusive", "无正当理由大量反复申请", NOT_HANDLED, "第三十五条", "either", "unhandled.abusive", "申请数量、频次明显超过合理范围，说明的理由不合理"],
  ["unhandled.reconfirm", "要求确认或重新出具已获取信息", NOT_HANDLED, PRACTICE, "either", "unhandled.reconfirm", "要求确认或者重新出具已经取得的信息", "known"],
  ["otherHandling", "其他处理", ENDED, PRACTICE, "none", ["otherHandling", "otherHandling.misc"], "不属于以上各类的情形", "known"],
  ["otherHandling.uncorrected", "逾期不补正", ENDED, "第三十条", "either", ["otherHandling", "otherHandling.uncorrected"], "申请人无正当理由逾期不补正，视为放弃申请"],
  ["otherHandling.unpaid", "逾期不缴费", ENDED, "第四十二条", "either", ["otherHandling", "otherHandling.unpaid"], "申请人逾期未缴纳信息处理费，视为放弃申请"],
  ["otherHandling.misc", "其他", "办理记录", PRACTICE, "none", ["otherHandling", "otherHandling.misc"], "申请人撤回申请；信息已移交国家档案馆", "known"],
];

export const OUTCOMES: readonly Outcome[] = ENTRIES.map(
  ([code, label, letter, article, remedy, row, when, confidence = "verified"]): Outcome => {
    const rows: Record<Edition, string> = typeof row === "string" ? { "2019": row, "2021": row } : { "2019": row[0], "2021": row[1] };
    const feeRule = code === "otherHandling.unpaid" ? `、${FEE_RULES}` : "";
    return {
      kind: "outcome",
      id: `outcome-${code}`,
      cites: `${REGULATIONS}${article}${feeRule}`,
      inForce: SINCE.regulations2019,
      confidence,
      says: `${label}：出具《${letter}》。`,
      code,
      label,
      letter,
      remedy,
      rows,
      cases: (["2019", "2021"] as const).map((edition) => ({ when, edition, row: rows[edition] })),
    };
  },
);

const BY_CODE = new Map(OUTCOMES.map((outcome) => [outcome.code, outcome]));

/** Everything that follows from an outcome code. */
export function getOutcome(code: OutcomeCode): Outcome {
  const outcome = BY_CODE.get(code);
  if (outcome === undefined) throw new Error(`No outcome ${code}`);
  return outcome;
}

/** The row of table 3 in which an outcome counts, e.g. `unavailable.notHeld` for `nonexistent`. */
export function rowOf(code: OutcomeCode, edition: Edition): string {
  return getOutcome(code).rows[edition];
}
