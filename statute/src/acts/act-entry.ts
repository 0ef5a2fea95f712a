import type { CaseState } from "../case/standing.ts";
import type { Confidence } from "../rule.ts";
import type { ActCase } from "./act.ts";
import type { Role } from "./roles.ts";

/** An act as its table writes it; `acts.ts` makes the rule. Verified unless it says otherwise. */
export interface ActEntry {
  readonly label: string;
  readonly cites: string;
  readonly confidence?: Confidence;
  readonly by: readonly Role[];
  readonly proposedBy?: Role;
  readonly approvedBy?: Role;
  readonly from: readonly CaseState[];
  readonly says: string;
  readonly consequence: string;
  readonly cases: readonly ActCase[];
}
