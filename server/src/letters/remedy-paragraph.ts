import { findRemedyBody, type PlainDate, type ReconsiderationBody, REMEDY_PERIODS, type RemedyVariant } from "@gongkai/statute";
import type { LetterAgency } from "./letter-facts.ts";

const UNITS = { workingDays: "个工作日", days: "日", months: "个月", years: "年" } as const;

/** Length of one of statute's periods in words, such as 60日. */
function periodOf(id: string): string {
  const rule = REMEDY_PERIODS.find((period) => period.id === id);
  if (rule === undefined) throw new Error(`No period ${id}`);
  return `${rule.length.number}${UNITS[rule.length.unit]}`;
}

/** What the paragraph says for sure of each variant; also how a test tells them apart. */
export const FIRST_RECONSIDER = "应当先申请行政复议";
export const EITHER_WAY = "也可以";

interface RemedyFacts {
  readonly on: PlainDate;
  readonly agency: LetterAgency;
  /** How the letter calls its addressee. */
  readonly you: string;
  /** The channel on the internet, where the letter is served by it. */
  readonly online: string | null;
}

/**
 * The paragraph on remedies: which way is open, where to and how long, by the law of the letter's day. Empty for letters
 * without one. `configurable` is printed as `either`.
 */
export function remedyParagraph(variant: RemedyVariant, { on, agency, you, online }: RemedyFacts): string {
  if (variant === "none") return "";
  const { settings } = agency;
  const body = bodyOf(agency, on) + (settings.reconsiderationAddress === undefined ? "" : `（地址：${settings.reconsiderationAddress}）`);
  const court = settings.court ?? "有管辖权的人民法院";
  const reconsider = `自收到本告知书之日起${periodOf("reconsideration-apply")}内，向${body}申请行政复议`;
  const channel = online === null ? "" : `申请行政复议，可以通过下列互联网渠道提交申请：${withoutStop(online)}。`;
  if (variant === "reconsiderFirst") {
    return `${you}对本告知书不服的，根据《中华人民共和国行政复议法》第二十三条的规定，${FIRST_RECONSIDER}：可以${reconsider}；对行政复议决定不服的，可以自收到行政复议决定书之日起${periodOf("sue-after-reconsideration")}内，向${court}提起行政诉讼。${channel}`;
  }
  return `${you}对本告知书不服的，可以${reconsider}，${EITHER_WAY}自收到本告知书之日起${periodOf("sue-directly")}内，向${court}提起行政诉讼。${channel}`;
}

/** The body by name: as the organ says, or as far as its place in the tree tells. */
function bodyOf({ settings, remedyKind, governmentAbove, name }: LetterAgency, on: PlainDate): string {
  if (settings.reconsiderationBody !== undefined && settings.reconsiderationBody !== "") return settings.reconsiderationBody;
  const rule = findRemedyBody(remedyKind, on);
  return rule === undefined ? "有管辖权的行政复议机关" : NAMES[rule.body]({ governmentAbove, name, isJustice: remedyKind === "justice" });
}

interface Above {
  readonly governmentAbove: string | null;
  readonly name: string;
  readonly isJustice: boolean;
}

const NAMES: Readonly<Record<ReconsiderationBody, (above: Above) => string>> = {
  sameLevelGovernment: ({ governmentAbove }) => governmentAbove ?? "本级人民政府",
  sameLevelGovernmentOrHigherDepartment: ({ governmentAbove, isJustice }) =>
    `${governmentAbove ?? "本级人民政府"}或者上一级${isJustice ? "司法行政部门" : "主管部门"}`,
  higherGovernment: ({ governmentAbove }) => governmentAbove ?? "上一级人民政府",
  itself: ({ name }) => name,
  higherDepartment: () => "上一级主管部门",
};

function withoutStop(text: string): string {
  return text.trim().replace(/[。；]+$/u, "");
}
