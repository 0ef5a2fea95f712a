import { type PostRole, settingsOf } from "../agencies/index.ts";

/** A question of the review form (保密审查表). */
export interface ReviewCheck {
  readonly id: string;
  readonly label: string;
}

/** The form's questions. A form that was filled in keeps its version; a new wording gets a new number. */
export const REVIEW_FORM: { readonly version: number; readonly checks: readonly ReviewCheck[] } = {
  version: 1,
  checks: [
    { id: "stateSecret", label: "是否涉及国家秘密" },
    { id: "workSecret", label: "是否涉及工作秘密" },
    { id: "tradeSecret", label: "是否涉及商业秘密" },
    { id: "privacy", label: "是否涉及个人隐私" },
    { id: "securityStability", label: "是否危及国家安全、公共安全、经济安全、社会稳定" },
    { id: "thirdParty", label: "涉及第三方权益的，是否未取得同意" },
    { id: "copyright", label: "是否侵犯著作权" },
    { id: "accuracy", label: "文字表述、数据是否有误" },
  ],
};

/** The chain of most organs: 部门负责人 → 保密审查 → 领导签发, after the drafter's own check. */
const USUAL_CHAIN: readonly PostRole[] = ["unitHead", "secrecyReviewer", "leader"];

/** The organ's chain from its settings (`itemReviewChain`); the usual one when they hold none that will do. */
export function itemChainOf(settings: unknown): readonly PostRole[] {
  return settingsOf(settings).itemReviewChain ?? USUAL_CHAIN;
}

/** Whoever answers the questions of the form: the secrecy reviewer, or the last to sign where the chain has none. */
export function mustFillForm(chain: readonly string[], step: number): boolean {
  return chain.includes("secrecyReviewer") ? chain[step] === "secrecyReviewer" : step === chain.length - 1;
}
