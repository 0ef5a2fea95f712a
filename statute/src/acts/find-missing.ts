import { getOutcome } from "../outcomes/outcomes.ts";
import type { PlainDate } from "../plain-date.ts";
import { remedyVariant } from "../remedies/variant.ts";
import type { ActDetails, ActName, ActRefusalCode } from "./act.ts";

/** What an act cannot do without and was not given: everything at once. */
export function findMissing(act: ActName, details: ActDetails, on: PlainDate): readonly ActRefusalCode[] {
  const missing: ActRefusalCode[] = [];
  const need = (isThere: boolean, code: ActRefusalCode) => void (isThere || missing.push(code));
  const hasReason = (details.reason ?? "").trim() !== "";
  switch (act) {
    case "askCorrection":
      need(hasReason, "reason-missing");
      need(details.correctBy !== undefined, "period-missing");
      need(details.correctBy === undefined || details.correctBy > on, "period-before-notice");
      break;
    case "askReasons":
    case "rejectReasons":
    case "findUnclear":
    case "return":
    case "override":
      need(hasReason, "reason-missing");
      break;
    case "noticeFee":
      need(isPositive(details.amount), "amount-missing");
      break;
    case "consultThirdParty":
    case "consultOrgan":
    case "recordOpinion":
    case "expireOpinion":
      need((details.consultation ?? "") !== "", "consultation-missing");
      break;
    case "extend":
      need(isPositive(details.days) && Number.isInteger(details.days), "length-missing");
      need(hasReason, "reason-missing");
      break;
    case "reopen":
      need(details.days === undefined || (isPositive(details.days) && Number.isInteger(details.days)), "length-missing");
      break;
    case "draftReply":
    case "answerOnSpot":
    case "sign":
      missing.push(...findMissingInLetter(act, details, on));
      break;
    default:
  }
  return missing;
}

/** A draft needs its outcome, article and reasons; a letter that leaves also its remedy paragraph and the seal. */
function findMissingInLetter(act: "draftReply" | "answerOnSpot" | "sign", details: ActDetails, on: PlainDate): readonly ActRefusalCode[] {
  const { outcome, article = "", reason = "", remedy, isSealed } = details;
  if (outcome === undefined) return ["outcome-missing"];
  const missing: ActRefusalCode[] = [];
  if (article.trim() === "" && hasArticle(outcome)) missing.push("article-missing");
  if (NEEDS_REASONS.test(outcome) && reason.trim() === "") missing.push("reasons-missing");
  if (act === "draftReply") return missing;
  const wanted = remedyVariant(outcome, { on, ...(article === "" ? {} : { article }) });
  if (wanted !== "none") {
    if (remedy === undefined || remedy === "none") missing.push("remedy-missing");
    else if (wanted !== "configurable" && remedy !== wanted) missing.push("remedy-wrong");
  }
  if (isSealed !== true) missing.push("seal-missing");
  return missing;
}

/** Answers that refuse something, in whole or in part, and so have to say why (Art. 36(3), (5), Arts. 35, 37, 38). */
const NEEDS_REASONS = /^(?:partial|denied\.|otherOrgan|unavailable\.|unhandled\.)/;

function hasArticle(outcome: Parameters<typeof getOutcome>[0]): boolean {
  return getOutcome(outcome).cites.includes("条例》第");
}

function isPositive(number: number | undefined): boolean {
  return number !== undefined && number > 0;
}
