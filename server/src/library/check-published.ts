import { checkReport, type Finding } from "@gongkai/annual-report";
import { asReport, type PublishedReport } from "./published-report.ts";
import type { Shelf } from "./shelf.ts";

/** Rules about what a document lacks. An excerpt lacks it by its nature, so nothing follows for the organ. */
const RULES_ABOUT_LACK: readonly string[] = ["M-1", "S-1", "S-2"];

/** What the rules find in a published report, with the same organ's report of the year before where there is one. */
export function checkPublished(shelf: Shelf, published: PublishedReport): readonly Finding[] {
  const previous = shelf.findReport(published.organ.slug, published.report.year - 1);
  const findings = checkReport(asReport(published), previous === undefined ? {} : { previous: asReport(previous) });
  return published.demo === "excerpt" ? findings.filter((finding) => !RULES_ABOUT_LACK.includes(finding.rule)) : findings;
}
