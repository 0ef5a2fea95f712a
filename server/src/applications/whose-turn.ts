import type { CaseStatus } from "@gongkai/statute";
import type { ReviewStanding } from "./review-chain.ts";

/** Whose turn it is, by role; null when only time or the applicant moves the case on. */
export function whoseTurn(
  { state }: Pick<CaseStatus, "state">,
  review: ReviewStanding | undefined,
  chain: readonly string[],
): string | null {
  switch (state) {
    case "submitted":
    case "received":
    case "decided":
    case "delivered":
      return "registrar";
    case "registered":
    case "reopened":
    case "awaitingReasons":
      return "officeHead";
    case "handling":
      return "handler";
    case "approval":
      return chain[review?.step ?? 0] ?? chain.at(-1) ?? null;
    case "draft":
    case "awaitingCorrection":
    case "awaitingFee":
    case "consulting":
    case "closed":
    case "abandoned":
    case "withdrawn":
      return null;
  }
}
