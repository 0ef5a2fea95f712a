import { checkReport, composeTitle, EDITIONS, type Finding, type Report } from "@gongkai/annual-report";
import { editionOfYear } from "@gongkai/statute";
import type { Queryable } from "../platform/database/open-database.ts";
import { countTables } from "./count-tables.ts";

/** Figures of other slices for the report, such as table 2 from the register of normative documents. */
export type FigureSource = (db: Queryable, agencyId: number, year: number) => Promise<Readonly<Record<string, number | null>>>;

/**
 * The organ's annual report as far as the ledger knows it: tables 3 and 4 from its cases, the rest blank for the office to
 * fill in, with every rule checked and the year before beside it.
 */
export async function draftReport(
  db: Queryable,
  agency: { readonly agency_id: number; readonly name: string },
  year: number,
  sources: readonly FigureSource[] = [],
): Promise<Report & { readonly edition: "2019" | "2021" }> {
  const report = await composeDraft(db, agency, year, sources);
  const previous = await composeDraft(db, agency, year - 1, sources);
  return { ...report, findings: checkReport(report, { previous }).filter(isOfKnownCells(report)) };
}

async function composeDraft(
  db: Queryable,
  { agency_id: agencyId, name }: { readonly agency_id: number; readonly name: string },
  year: number,
  sources: readonly FigureSource[],
) {
  const edition = editionOfYear(year);
  const known: Record<string, number | null> = { ...(await countTables(db, agencyId, year, edition)) };
  for (const source of sources) Object.assign(known, await source(db, agencyId, year));
  const keys = EDITIONS[edition].cells.map(({ key }) => key);
  const cells = Object.fromEntries(keys.map((key) => [key, known[key] ?? null]));
  const states = Object.fromEntries(keys.map((key) => [key, typeof known[key] === "number" ? ("seen" as const) : ("blank" as const)]));
  const head = { edition, year, agency: name, title: null };
  return {
    ...head,
    title: composeTitle(head),
    sections: { overview: null, problems: null, other: null },
    cells,
    states,
    sources: {},
    findings: [],
  };
}

/** What is blank because the office has not come to it yet is no finding of the draft. */
function isOfKnownCells({ states }: Pick<Report, "states">): (finding: Finding) => boolean {
  return ({ cells }) => cells.length === 0 || cells.some((cell) => states[cell] === "seen");
}
