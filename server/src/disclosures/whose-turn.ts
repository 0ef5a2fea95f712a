import type { ItemStanding } from "./fold-item.ts";

/** Whose turn it is, by role; null when only time moves the item on. */
export function whoseTurn({ state, round, mark, withdrawal }: ItemStanding): string | null {
  if (withdrawal?.isApproved === false) return "leader";
  switch (state) {
    case "drafted":
    case "marked":
    case "returned":
      return "handler";
    case "inReview":
      return round?.chain[round.signatures.length] ?? null;
    case "approved":
      return mark?.attribute === "proactive" || mark?.attribute === "redacted" ? "officeHead" : null;
    default:
      return null;
  }
}
