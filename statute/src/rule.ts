import type { PlainDate } from "./plain-date.ts";

/** How well a rule is founded: seen in the text of the law; known but not seen again; concluded for want of a rule. */
export type Confidence = "verified" | "known" | "inference";

/** What every rule has, whatever its kind. */
export interface Rule {
  /** Stable; cases, screens and letters refer to it. */
  readonly id: string;
  /** The article it follows, as an officer would cite it. */
  readonly cites: string;
  /** The days it is in force; a change of the law closes it and adds another. */
  readonly inForce: { readonly from: PlainDate; readonly to?: PlainDate };
  readonly confidence: Confidence;
  /** The rule in one sentence, in the office's own words. */
  readonly says: string;
}

/** Whether a rule is in force on a day. */
export function isInForce({ inForce }: Pick<Rule, "inForce">, on: PlainDate): boolean {
  return inForce.from <= on && (inForce.to === undefined || on <= inForce.to);
}

/** The rule of several that is in force on a day. */
export function findInForce<R extends Rule>(rules: readonly R[], on: PlainDate): R | undefined {
  return rules.find((rule) => isInForce(rule, on));
}
