import type { Calendar } from "../calendar/calendar.ts";
import type { ApplicationCase, CaseFile, RemedyCase } from "../case/case-file.ts";
import { foldRemedy } from "../case/fold-remedy.ts";
import { foldStanding } from "../case/fold-case.ts";
import type { Edition, OutcomeCode } from "../outcomes/outcome.ts";
import { rowOf } from "../outcomes/outcomes.ts";
import { lastDayOf, yearOf } from "../plain-date.ts";
import { emptyTables } from "./table-rows.ts";

/** Tables 3 and 4 of a year, by cell key. */
export interface CaseTally {
  readonly year: number;
  readonly edition: Edition;
  readonly cells: Readonly<Record<string, number>>;
}

/**
 * Counts cases into every cell of tables 3 and 4.
 *
 * `new`: received in the year. A result: the first year at whose end the case stands closed, with the outcome it has then; so
 * each application has one result, one reopened within the year has its last, and one reopened in a later year is not counted
 * again. `carriedIn` and `carriedOut`: received, and not closed at the end of the year before, or of this one. Table 4: what
 * was concluded in the year, and what is pending at its end.
 */
export function tallyCases(
  files: Iterable<CaseFile>,
  year: number,
  edition: Edition,
  { calendar }: { readonly calendar: Calendar },
): CaseTally {
  const cells = emptyTables(edition);
  for (const file of files) {
    if (file.kind === "remedy") countRemedy(cells, file, year);
    else countApplication(cells, file, { year, edition, calendar });
  }
  return { year, edition, cells };
}

/** When an application came in and in which year it counts as dealt with; undefined when it was never received. */
export function placeInYears(
  application: Pick<ApplicationCase, "channel" | "events">,
  { until, calendar }: { readonly until: number; readonly calendar: Calendar },
): { readonly receivedIn: number; readonly closedIn: number | null; readonly outcome: OutcomeCode | null } | undefined {
  const standing = foldStanding(application, { today: lastDayOf(until), calendar });
  if (standing.receivedOn === null) return undefined;
  const receivedIn = yearOf(standing.receivedOn);
  const wasReopened = application.events.some(({ type }) => type === "reopened");
  if (!wasReopened) {
    const closedIn = standing.decidedOn === null ? null : yearOf(standing.decidedOn);
    return { receivedIn, closedIn, outcome: standing.outcome };
  }
  for (let year = receivedIn; year <= until; year++) {
    const { outcome } = foldStanding(application, { today: lastDayOf(year), calendar });
    if (outcome !== null) return { receivedIn, closedIn: year, outcome };
  }
  return { receivedIn, closedIn: null, outcome: null };
}

function countApplication(
  cells: Record<string, number>,
  application: ApplicationCase,
  { year, edition, calendar }: { readonly year: number; readonly edition: Edition; readonly calendar: Calendar },
): void {
  const place = placeInYears(application, { until: year, calendar });
  if (place === undefined || (place.closedIn !== null && place.closedIn < year)) return;
  const count = (row: string) => {
    add(cells, `t3.${row}.${application.applicant.kind}`);
    add(cells, `t3.${row}.total`);
  };
  count(place.receivedIn === year ? "new" : "carriedIn");
  if (place.closedIn === null || place.outcome === null) return count("carriedOut");
  count(rowOf(place.outcome, edition));
  count("total");
}

function countRemedy(cells: Record<string, number>, remedy: RemedyCase, year: number): void {
  const { state, decidedOn, result } = foldRemedy(remedy, lastDayOf(year));
  if (state === "draft") return;
  if (state === "decided" && (decidedOn === null || yearOf(decidedOn) !== year)) return;
  add(cells, `t4.${remedy.remedy}.${result ?? "pending"}`);
  add(cells, `t4.${remedy.remedy}.total`);
}

function add(cells: Record<string, number>, key: string): void {
  cells[key] = (cells[key] ?? 0) + 1;
}
