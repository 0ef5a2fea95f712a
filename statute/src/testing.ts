import fc from "fast-check";
import type { ApplicationCase, CaseEvent, RemedyCase } from "./case/case-file.ts";
import { APPLICANT_KINDS, EVENT_TYPES, REMEDIES, REMEDY_RESULTS } from "./case/case-file.ts";
import { OUTCOME_CODES } from "./outcomes/outcome.ts";
import { addDays, type PlainDate, plainDate } from "./plain-date.ts";
import { CHANNELS } from "./receipt/receipt.ts";

/** Dates from the first day of the Regulations into years that have no notice yet. */
export const aDate: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 3200 }).map((days) => addDays(plainDate("2019-05-15"), days));

/** An event of any type, likely or not, with the days since the one before. */
const aStep = fc.record({
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...EVENT_TYPES) },
    { weight: 3, arbitrary: fc.constantFrom("consultationSent", "opinionReceived", "corrected", "feePaid", "extended", "confirmed") },
  ),
  gap: fc.integer({ min: 0, max: 16 }),
  extra: fc.integer({ min: 0, max: 30 }),
  isGiven: fc.boolean(),
  id: fc.constantFrom("1", "2"),
  isOrgan: fc.boolean(),
  outcome: fc.constantFrom(...OUTCOME_CODES),
});
type Step = typeof aStep extends fc.Arbitrary<infer One> ? One : never;

/** A history as it may stand in a file: mostly lawful by chance only, so that refusals are exercised as well. */
export const aHistory: fc.Arbitrary<ApplicationCase> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    kind: fc.constantFrom(...APPLICANT_KINDS),
    submittedOn: aDate,
    steps: fc.array(aStep, { maxLength: 9 }),
  })
  .map(({ channel, kind, submittedOn, steps }) => {
    const events: CaseEvent[] = [{ type: "submitted", on: submittedOn }];
    let on = submittedOn;
    for (const step of steps) {
      on = addDays(on, step.gap);
      events.push(eventOf(step, on));
    }
    return { kind: "application", applicant: { kind }, channel, events };
  });

function eventOf({ type, extra, isGiven, id, isOrgan, outcome }: Step, on: PlainDate): CaseEvent {
  const date = addDays(on, extra);
  switch (type) {
    case "correctionAsked":
      return { type, on, ...(isGiven ? { by: date } : {}) };
    case "consultationSent":
      return { type, on, with: isOrgan ? "organ" : "thirdParty", id, ...(isGiven ? { receivedOn: date } : {}) };
    case "opinionReceived":
      return { type, on, id, position: "agree" };
    case "opinionExpired":
      return { type, on, id };
    case "extended":
      return { type, on, days: 1 + (extra % 24) };
    case "feeNotified":
      return { type, on, amount: 100, ...(isGiven ? { receivedOn: date } : {}) };
    case "replied":
      return { type, on, outcome };
    case "reopened":
      return { type, on, ...(isGiven ? { days: 1 + extra } : {}) };
    default:
      return { type, on };
  }
}

export const aRemedy: fc.Arbitrary<RemedyCase> = fc
  .record({
    remedy: fc.constantFrom(...REMEDIES),
    filedOn: aDate,
    gap: fc.option(fc.integer({ min: 1, max: 500 })),
    result: fc.constantFrom(...REMEDY_RESULTS),
  })
  .map(({ remedy, filedOn, gap, result }) => ({
    kind: "remedy",
    remedy,
    events: [{ type: "filed", on: filedOn }, ...(gap === null ? [] : [{ type: "decided" as const, on: addDays(filedOn, gap), result }])],
  }));
