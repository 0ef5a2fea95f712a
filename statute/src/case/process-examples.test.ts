import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { CORRECTION_NOTICE, FEE_PAYMENT, THIRD_PARTY_OPINION } from "../limits/application-limits.ts";
import { endOfLimit } from "../limits/limit.ts";
import { PUBLICATION } from "../limits/publication-limits.ts";
import { plainDate } from "../plain-date.ts";
import type { CaseEvent } from "./case-file.ts";
import { foldCase } from "./fold-case.ts";

const calendar = officialCalendar();
const on = plainDate;
const signed = (date: string): CaseEvent => ({ type: "submitted", on: on(date) });
const letter: CaseEvent = { type: "consultationSent", on: on("2026-03-09"), with: "thirdParty", id: "a", receivedOn: on("2026-03-11") };

/** Examples 1–10 on the calendar of 2026. */
describe("the limit for the answer", () => {
  test.each<{ example: string; events: CaseEvent[]; today: string; due: string }>([
    { example: "1: signed by the organ on Monday 2 March", events: [signed("2026-03-02")], today: "2026-03-02", due: "2026-03-30" },
    { example: "2: over the Spring Festival", events: [signed("2026-02-09")], today: "2026-02-09", due: "2026-03-13" },
    { example: "3: over National Day", events: [signed("2026-09-21")], today: "2026-09-21", due: "2026-10-26" },
    {
      example: "3: extended as far as possible",
      events: [signed("2026-09-21"), { type: "extended", on: on("2026-10-26"), days: 20 }],
      today: "2026-10-26",
      due: "2026-11-23",
    },
    {
      example: "5: corrected",
      events: [
        signed("2026-03-02"),
        { type: "correctionAsked", on: on("2026-03-11"), by: on("2026-03-25") },
        { type: "corrected", on: on("2026-03-18") },
      ],
      today: "2026-03-18",
      due: "2026-04-16",
    },
    {
      example: "6: an opinion comes in",
      events: [signed("2026-03-02"), letter, { type: "opinionReceived", on: on("2026-03-20"), id: "a", position: "object" }],
      today: "2026-03-20",
      due: "2026-04-13",
    },
    {
      example: "7: the third party is silent",
      events: [signed("2026-03-02"), letter, { type: "opinionExpired", on: on("2026-04-01"), id: "a" }],
      today: "2026-04-01",
      due: "2026-04-23",
    },
    { example: "7: nobody noted it", events: [signed("2026-03-02"), letter], today: "2026-04-02", due: "2026-04-23" },
    {
      example: "8: the fee is paid",
      events: [
        signed("2026-03-02"),
        { type: "feeNotified", on: on("2026-03-13"), amount: 380, receivedOn: on("2026-03-16") },
        { type: "feePaid", on: on("2026-03-25") },
      ],
      today: "2026-03-25",
      due: "2026-04-23",
    },
    {
      example: "9: extended in time",
      events: [signed("2026-03-02"), { type: "extended", on: on("2026-03-27"), days: 20 }],
      today: "2026-03-27",
      due: "2026-04-28",
    },
  ])("example $example is due $due", ({ events, today, due }) => {
    const status = foldCase({ channel: "postSigned", events }, { today: on(today), calendar });
    expect(status).toMatchObject({ dueOn: due, provisional: false, overdue: false, irregularities: [] });
  });

  test("example 6: five days are used when the letter goes out", () => {
    const status = foldCase({ channel: "postSigned", events: [signed("2026-03-02"), letter] }, { today: on("2026-03-16"), calendar });
    expect(status).toMatchObject({ state: "consulting", dueOn: null, usedDays: 5, leftDays: 15 });
    expect(status.openConsultations).toMatchObject([{ id: "a", limitOn: "2026-04-01" }]);
  });
});

test.each([
  { example: 4, rule: CORRECTION_NOTICE, from: "2026-04-27", ends: "2026-05-09" },
  { example: 5, rule: CORRECTION_NOTICE, from: "2026-03-02", ends: "2026-03-11" },
  { example: 7, rule: THIRD_PARTY_OPINION, from: "2026-03-11", ends: "2026-04-01" },
  { example: 8, rule: FEE_PAYMENT, from: "2026-03-16", ends: "2026-04-14" },
  { example: 10, rule: PUBLICATION, from: "2026-09-11", ends: "2026-10-15" },
])("example $example: $rule.id from $from ends $ends", ({ rule, from, ends }) => {
  expect(endOfLimit(rule, on(from), calendar)).toBe(ends);
});

test("example 3: forty working days at the most", () => {
  expect(addWorkingDays(calendar, on("2026-09-21"), 40)).toBe("2026-11-23");
});
