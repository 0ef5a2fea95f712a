import { type Calendar, officialCalendar } from "@gongkai/statute";
import { ACCOUNT_PROJECTIONS } from "./accounts/index.ts";
import { AGENCY_PROJECTIONS } from "./agencies/index.ts";
import { applicationProjection } from "./applications/index.ts";
import { CALENDAR_PROJECTIONS } from "./calendar/index.ts";
import { SNAPSHOT_PROJECTION } from "./figures/index.ts";
import { LETTER_PROJECTIONS } from "./letters/index.ts";
import { disclosureProjections } from "./disclosures/index.ts";
import { ownRecordProjection } from "./own-records/index.ts";
import { remedyProjection } from "./remedies/index.ts";
import type { Projection } from "./ledger/index.ts";

/**
 * The projections of every slice, in an order in which rows may refer to rows of earlier ones. Due dates stand in some of
 * them, so they follow from the events and the calendar in force.
 */
export function listProjections(calendar: () => Calendar): readonly Projection[] {
  return [
    ...AGENCY_PROJECTIONS,
    ...ACCOUNT_PROJECTIONS,
    ...CALENDAR_PROJECTIONS,
    applicationProjection(calendar),
    remedyProjection(calendar),
    ownRecordProjection(calendar),
    SNAPSHOT_PROJECTION,
    ...LETTER_PROJECTIONS,
    ...disclosureProjections(calendar),
  ];
}

export const PROJECTIONS = listProjections(officialCalendar);
