export type { Result } from "./result.ts";
export {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isPlainDate,
  lastDayOf,
  parsePlainDate,
  type PlainDate,
  plainDate,
  weekdayOf,
  yearOf,
} from "./plain-date.ts";
export { type Confidence, findInForce, isInForce, type Rule } from "./rule.ts";
export { type AnyRule, getCites, getRule, RULES } from "./rules.ts";
export { type Calendar, type CalendarDay, createCalendar } from "./calendar/calendar.ts";
export { type CalendarNotice, type CalendarRefusal, type CalendarYear, parseCalendarYear } from "./calendar/calendar-year.ts";
export { OFFICIAL_YEARS, officialCalendar } from "./calendar/official-calendar.ts";
export {
  addWorkingDays,
  countWorkingDays,
  type CountedDay,
  type Deadline,
  explainDeadline,
  isProvisional,
  listDays,
  LONGEST_LIMIT,
  type Pause,
} from "./calendar/working-days.ts";
export { endOfLimit, type Length, type Limit, workingDays } from "./limits/limit.ts";
export { CORRECTION_NOTICE, FEE_PAYMENT, ORGAN_OPINION, REPLY, REPLY_AGAIN, THIRD_PARTY_OPINION } from "./limits/application-limits.ts";
export { type ClockRule, EXTENSION, EXTENSION_ONCE } from "./limits/clock-rules.ts";
export { BUDGET_PUBLICATION, PUBLICATION } from "./limits/publication-limits.ts";
export { DEPARTMENT_REPORT, GOVERNMENT_REPORT, reportDueOn, TOWNSHIP_REPORT, type YearlyDate } from "./limits/yearly-date.ts";
export { type Channel, CHANNELS, type Receipt, receiptRule } from "./receipt/receipt.ts";
export { type Edition, editionOfYear, type Outcome, OUTCOME_CODES, type OutcomeCode, type RemedyVariant } from "./outcomes/outcome.ts";
export { getOutcome, OUTCOMES, rowOf } from "./outcomes/outcomes.ts";
export { FEE_BY_ITEMS, FEE_BY_PAGES, feeFor, type FeeItem, type FeeScheme, listItemFees, priceOfUnit } from "./fees/fees.ts";
export { compareDueDates, type MovedLimit } from "./limits/compare-due-dates.ts";
export { listRunningLimits, type RunningLimit } from "./limits/running-limits.ts";
export {
  type LocalLimit,
  PUBLICATION_KINDS,
  type PublicationDue,
  publicationDue,
  type PublicationKind,
  type PublicationLimit,
} from "./limits/publication-due.ts";
export { lastDayInTime } from "./remedies/last-day.ts";
export { type RemedyDeadline, type RemedyDeadlines, remedyDeadlines, type RemedyFacts } from "./remedies/remedy-deadlines.ts";
export { REMEDY_PERIODS } from "./remedies/periods.ts";
export { remedyVariant } from "./remedies/variant.ts";
export { findRemedyBody, ORGAN_KINDS, type OrganKind, type ReconsiderationBody, type RemedyBody } from "./remedies/bodies.ts";
export {
  APPLICANT_KINDS,
  type ApplicantKind,
  type ApplicationCase,
  type CaseEvent,
  type CaseFile,
  EVENT_TYPES,
  type EventType,
  REMEDIES,
  type RemedyCase,
  type RemedyEvent,
} from "./case/case-file.ts";
export { type CaseProblem, type ParsedCases, parseCases } from "./case/parse-cases.ts";
export { type Because, type CaseStatus, foldCase, type FoldOptions, listCaseDays } from "./case/fold-case.ts";
export { describeHistoryDay, type HistoryDay, listHistoryDays, type StoppedFor } from "./case/history-days.ts";
export { foldRemedy, type RemedyStatus } from "./case/fold-remedy.ts";
export { CASE_STATES, type CaseState, type Irregularity, type IrregularityCode } from "./case/standing.ts";
export { ACT_NAMES, type Act, type ActDetails, type ActName, type ActRefusalCode, type ActWarningCode } from "./acts/act.ts";
export { ACT_REFUSAL_WORDS, ACT_WARNING_WORDS } from "./acts/act-words.ts";
export { ACTS, getAct } from "./acts/acts.ts";
export { type ActRemark, checkAct, type CheckedAct, type PermittedAct } from "./acts/check-act.ts";
export { type ListedAct, listActs } from "./acts/list-acts.ts";
export { type Role, ROLE_WORDS, ROLES } from "./acts/roles.ts";
export { APPLICANT_KIND_WORDS, CHANNEL_WORDS, describeIrregularity, describeRemedy, EVENT_WORDS, STATE_WORDS } from "./words/case-words.ts";
export { CONFIDENCE_WORDS } from "./words/confidence-words.ts";
export { describeCaseProblem } from "./words/describe-case-problem.ts";
export { describeDay, describeWeekday, tellDays, type ToldDay } from "./words/describe-day.ts";
export { inWords } from "./words/in-words.ts";
export { type CaseTally, placeInYears, tallyCases } from "./tally/tally-cases.ts";
export { COLUMNS, listResultRows } from "./tally/table-rows.ts";
export { describeLaw } from "./law-document.ts";
