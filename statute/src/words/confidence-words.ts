import type { Confidence } from "../rule.ts";

/** How well a rule is founded, as readers are told. */
export const CONFIDENCE_WORDS = {
  verified: "已核对原文",
  known: "据了解，未核对原文",
  inference: "推定",
} as const satisfies Record<Confidence, string>;
