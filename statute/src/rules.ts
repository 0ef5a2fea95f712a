import type { Act } from "./acts/act.ts";
import { ACTS } from "./acts/acts.ts";
import { CALENDAR_RULES, type CalendarRule } from "./calendar/calendar-rules.ts";
import { FEE_SCHEMES, type FeeScheme } from "./fees/fees.ts";
import { APPLICATION_LIMITS } from "./limits/application-limits.ts";
import { CLOCK_RULES, type ClockRule } from "./limits/clock-rules.ts";
import type { Limit } from "./limits/limit.ts";
import { PUBLICATION_LIMITS } from "./limits/publication-limits.ts";
import { YEARLY_DATES, type YearlyDate } from "./limits/yearly-date.ts";
import type { Outcome } from "./outcomes/outcome.ts";
import { OUTCOMES } from "./outcomes/outcomes.ts";
import { RECEIPTS, type Receipt } from "./receipt/receipt.ts";
import { REMEDY_BODIES, type RemedyBody } from "./remedies/bodies.ts";
import { LAST_DAY_OFF, type LastDayRule } from "./remedies/last-day.ts";
import { REMEDY_PERIODS } from "./remedies/periods.ts";
import { REMEDY_RULES, type RemedyRule } from "./remedies/variant.ts";

/** Any rule; `kind` says which function reads it. */
export type AnyRule =
  | CalendarRule
  | Receipt
  | Limit
  | ClockRule
  | YearlyDate
  | Outcome
  | FeeScheme
  | RemedyRule
  | RemedyBody
  | LastDayRule
  | Act;

/** Every rule of this workspace. A rule that is not here does not exist. */
export const RULES: readonly AnyRule[] = [
  ...CALENDAR_RULES,
  ...RECEIPTS,
  ...APPLICATION_LIMITS,
  ...CLOCK_RULES,
  ...ACTS,
  ...OUTCOMES,
  ...FEE_SCHEMES,
  ...PUBLICATION_LIMITS,
  ...YEARLY_DATES,
  ...REMEDY_RULES,
  ...REMEDY_PERIODS,
  LAST_DAY_OFF,
  ...REMEDY_BODIES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule by its id. */
export function getRule(id: string): AnyRule {
  const rule = BY_ID.get(id);
  if (rule === undefined) throw new Error(`No rule ${id}`);
  return rule;
}

/** What a rule cites. */
export function getCites(id: string): string {
  return getRule(id).cites;
}
