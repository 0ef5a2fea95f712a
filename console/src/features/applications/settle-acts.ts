import type { ApplicationPage, OfferedAct } from "@gongkai/server/contract";
import { sayRole } from "./words.ts";

/** Statute allows a signature once a draft is in review; the chain of the organ says when and by whom it is this step's turn. */
export function settleActs({ acts, review }: Pick<ApplicationPage, "acts" | "review">): readonly OfferedAct[] {
  if (review === null) return acts;
  const isLast = review.step >= review.chain.length - 1;
  if (isLast && review.mayReview) return acts;
  const why = isLast ? review.whyNot : `审核程序尚未完成，现由${sayRole(review.chain[review.step] ?? "")}办理。`;
  return acts.map((one) => (one.act === "sign" && one.mayDo ? { ...one, mayDo: false, whyNot: why } : one));
}
