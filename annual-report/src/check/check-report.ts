import type { Finding, Report } from "../report.ts";
import { factsOf } from "./facts.ts";
import type { CheckContext } from "./rule.ts";
import { RULES } from "./rules.ts";

export interface CheckOptions {
  /** The same organ's report for the year before: opens the rules from year to year. */
  readonly previous?: Report;
  /** Reports of other organs, to find copied text and names left over from them. */
  readonly others?: readonly Report[];
}

/**
 * Checks a report against every rule. Errors come first (rows, results, received = handled, table 4, the year
 * before), then warnings, then notices. The reader's own findings (`report.findings`) are not repeated.
 */
export function checkReport(report: Report, options: CheckOptions = {}): Finding[] {
  const context: CheckContext = {
    facts: factsOf(report),
    previous: options.previous === undefined ? undefined : factsOf(options.previous),
    others: options.others ?? [],
  };
  const findings: Finding[] = [];
  for (const rule of RULES)
    rule.check(context, ({ severity = rule.severity, ...finding }) => {
      findings.push({ rule: rule.id, severity, ...finding });
    });
  return findings.length < 2 ? findings : inOrder(findings);
}

const RANKS = { error: 0, warning: 1, notice: 2 } as const;

/** Errors, warnings, notices; within each in the order of the rules (the sort is stable). */
function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((one, two) => RANKS[one.severity] - RANKS[two.severity]);
}
