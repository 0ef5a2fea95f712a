import type { ApplicationPage } from "@gongkai/server/contract";

export interface ReviewStep {
  readonly role: string;
  readonly state: "done" | "now" | "later";
  readonly on?: string;
  readonly actor?: string;
  readonly opinion: string;
}

/** The steps of the round under way, each with who passed it on and with which opinion. */
export function reviewSteps({ review, timeline }: Pick<ApplicationPage, "review" | "timeline">): readonly ReviewStep[] {
  if (review === null) return [];
  const from = timeline.findLastIndex(({ type }) => type === "drafted");
  const passed = timeline.slice(from).filter(({ type }) => type === "reviewed");
  return review.chain.map((role, index): ReviewStep => {
    const state = index < review.step ? "done" : index === review.step ? "now" : "later";
    const by = passed[index];
    if (by === undefined) return { role, state, opinion: "" };
    return { role, state, on: by.on, actor: by.actor, opinion: by.details.find(({ label }) => label === "意见")?.value ?? "" };
  });
}
