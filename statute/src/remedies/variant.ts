import { LITIGATION_LAW, RECONSIDERATION_LAW, REGULATIONS, SINCE } from "../in-force.ts";
import type { OutcomeCode, RemedyVariant } from "../outcomes/outcome.ts";
import { getOutcome } from "../outcomes/outcomes.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import { isInForce, type Rule } from "../rule.ts";

/** Which way is open against an answer of some kind. */
export interface RemedyRule extends Rule {
  readonly kind: "remedyVariant";
  readonly variant: RemedyVariant;
  readonly cases: readonly {
    readonly outcome: OutcomeCode;
    readonly article?: string;
    readonly on: PlainDate;
    readonly variant: RemedyVariant;
  }[];
}

const [IN_2023, IN_2026] = [plainDate("2023-06-01"), plainDate("2026-03-20")];
const SPC = "、法释〔2025〕8号第一条第二项";

export const RECONSIDER_FIRST: RemedyRule = {
  kind: "remedyVariant",
  id: "remedy-reconsider-first",
  cites: `${RECONSIDERATION_LAW}第二十三条第一款第四项${SPC}`,
  inForce: SINCE.reconsideration2023,
  confidence: "verified",
  says: "依据条例第十四条、第十五条、第十六条不予公开的，应当先申请行政复议，对复议决定不服的再提起诉讼，并在答复书中告知。",
  variant: "reconsiderFirst",
  cases: [
    { outcome: "denied.secret", on: IN_2026, variant: "reconsiderFirst" },
    { outcome: "denied.thirdParty", on: IN_2026, variant: "reconsiderFirst" },
  ],
};

/** Seen in a public source that cites the revised implementing rules, not in their text. */
export const RECONSIDER_FIRST_PARTIAL: RemedyRule = {
  kind: "remedyVariant",
  id: "remedy-reconsider-first-partial",
  cites: `${RECONSIDERATION_LAW}第二十三条第一款第四项`,
  inForce: SINCE.reconsideration2023,
  confidence: "known",
  says: "部分公开、其余依据条例第十四条、第十五条、第十六条不予公开的，同样应当先申请行政复议。",
  variant: "reconsiderFirst",
  cases: [
    { outcome: "partial", article: "第三十七条、第十五条", on: IN_2026, variant: "reconsiderFirst" },
    { outcome: "partial", on: IN_2026, variant: "reconsiderFirst" },
  ],
};

export const EITHER_BEFORE_2024: RemedyRule = {
  kind: "remedyVariant",
  id: "remedy-either-before-2024",
  cites: `${REGULATIONS}第五十一条、${LITIGATION_LAW}第四十四条`,
  inForce: SINCE.before2024,
  confidence: "known",
  says: "2024年1月1日前作出的答复，申请人可以申请行政复议，也可以直接提起诉讼。",
  variant: "either",
  cases: [{ outcome: "denied.secret", on: IN_2023, variant: "either" }],
};

export const EITHER: RemedyRule = {
  kind: "remedyVariant",
  id: "remedy-either",
  cites: `${REGULATIONS}第五十一条、法释〔2025〕8号第一条`,
  inForce: SINCE.regulations2019,
  confidence: "inference",
  says: "其他答复，申请人可以申请行政复议，也可以直接提起诉讼；不属于条例第十四条至第十六条的不予公开（如第三十六条第七项）不适用复议前置。",
  variant: "either",
  cases: [
    { outcome: "nonexistent", on: IN_2026, variant: "either" },
    { outcome: "partial", article: "第三十七条、第三十六条第五项", on: IN_2026, variant: "either" },
    { outcome: "denied.inquiry", on: IN_2026, variant: "configurable" },
  ],
};

export const REMEDY_RULES = [RECONSIDER_FIRST, RECONSIDER_FIRST_PARTIAL, EITHER_BEFORE_2024, EITHER];

/**
 * The remedy a letter of that day has to name. It keys on the article, not on the heading of table 3: `article` is what the
 * letter cites, and a partial answer withholds under Arts. 14–16 unless it cites others only.
 */
export function remedyVariant(outcome: OutcomeCode, { on, article }: { readonly on: PlainDate; readonly article?: string }): RemedyVariant {
  const { remedy } = getOutcome(outcome);
  if (remedy !== "reconsiderFirst") return remedy;
  if (!isInForce(RECONSIDER_FIRST, on)) return "either";
  return outcome === "partial" && article !== undefined && !WITHHOLDING.test(article) ? "either" : "reconsiderFirst";
}

/** Articles 14, 15 and 16, in characters or in figures; not 34 to 36. */
const WITHHOLDING = /(?<![二三四五六七八九])十[四五六](?![一二三四五六七八九十])|(?<!\d)1[456](?!\d)/;
