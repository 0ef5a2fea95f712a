import type { Finding, Report, Severity } from "../report.ts";
import type { Facts } from "./facts.ts";

/** What a rule looks at: the report, and for some rules the year before or the reports beside it. */
export interface CheckContext {
  readonly facts: Facts;
  readonly previous: Facts | undefined;
  readonly others: readonly Report[];
}

/** A finding without the rule's own id and severity; a rule may lower or raise its severity for one finding. */
export interface Found extends Omit<Finding, "rule" | "severity"> {
  readonly severity?: Severity;
}

/** One rule of the form or of good sense, as data; `check` reports every place where it does not hold. */
export interface Rule {
  /** e.g. T3-1; stable, written into findings. */
  readonly id: string;
  readonly severity: Severity;
  /** What the rule asks, for a clerk. */
  readonly title: string;
  /** The rule as a formula over cell keys or as one sentence. */
  readonly formula: string;
  /** Where the rule comes from: the form itself, plain arithmetic, the meaning of a column, practice. */
  readonly basis: string;
  readonly check: (context: CheckContext, found: (finding: Found) => void) => void;
}
