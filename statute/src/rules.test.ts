import { describe, expect, test } from "vitest";
import { checkAct } from "./acts/check-act.ts";
import { officialCalendar } from "./calendar/official-calendar.ts";
import { foldCase } from "./case/fold-case.ts";
import { feeFor } from "./fees/fees.ts";
import { describeLaw } from "./law-document.ts";
import { endOfLimit } from "./limits/limit.ts";
import { reportDueOn } from "./limits/yearly-date.ts";
import { rowOf } from "./outcomes/outcomes.ts";
import { findRemedyBody } from "./remedies/bodies.ts";
import { lastDayInTime } from "./remedies/last-day.ts";
import { remedyVariant } from "./remedies/variant.ts";
import { plainDate } from "./plain-date.ts";
import { type AnyRule, RULES } from "./rules.ts";

const calendar = officialCalendar();

describe.each(RULES.map((rule): [string, AnyRule] => [rule.id, rule]))("%s", (_id, rule) => {
  test("cites its article, is dated, says what it demands, and has cases", () => {
    expect(rule.cites).toMatch(/第[一二三四五六七八九十]+条|通知$|109号|依实践）/);
    expect(rule.inForce.to === undefined || rule.inForce.to > rule.inForce.from).toBe(true);
    expect(rule.says.length).toBeGreaterThan(10);
    expect(rule.cases.length).toBeGreaterThan(0);
  });

  test("decides its cases", () => {
    for (const [actual, wanted] of decide(rule)) expect(actual).toEqual(wanted);
  });
});

/** For each case of a rule: what its function gives, and what the case says. */
function decide(rule: AnyRule): readonly (readonly [actual: unknown, wanted: unknown])[] {
  switch (rule.kind) {
    case "calendar":
      return rule.cases.map(({ date, works }) => [calendar.describeDay(date).works, works]);
    case "receipt":
      return rule.cases.map(({ channel, submittedOn, confirmedOn, receivedOn }) => {
        const confirmed = confirmedOn === undefined ? [] : [{ type: "confirmed" as const, on: confirmedOn }];
        const events = [{ type: "submitted" as const, on: submittedOn }, ...confirmed];
        return [foldCase({ channel, events }, { today: plainDate("2026-03-10"), calendar }).receivedOn, receivedOn];
      });
    case "limit":
      return rule.cases.map(({ from, on }) => [endOfLimit(rule, from, calendar), on]);
    case "clock":
      return rule.cases.map(({ channel = "inPerson", events, today, dueOn }) => [
        foldCase({ channel, events }, { today, calendar }).dueOn,
        dueOn,
      ]);
    case "yearlyDate":
      return rule.cases.map(({ reportYear, on }) => [reportDueOn(rule, reportYear), on]);
    case "outcome":
      return rule.cases.map(({ edition, row }) => [rowOf(rule.code, edition), row]);
    case "fee":
      return rule.cases.map(({ count, yuan }) => [feeFor(rule, count), yuan]);
    case "remedyVariant":
      return rule.cases.map(({ outcome, on, article, variant }) => [
        remedyVariant(outcome, { on, ...(article === undefined ? {} : { article }) }),
        variant,
      ]);
    case "act":
      return rule.cases.map(({ events, channel = "inPerson", today, details, refusal, warning }) => {
        const checked = checkAct({ channel, events }, rule.act, { by: rule.by, ...details }, { today, calendar });
        const [actual, remarks] = checked.ok ? [null, checked.value.warnings.map(({ code }) => code)] : [checked.refusal, []];
        return [
          { refusal: actual, remarks },
          { refusal, remarks: warning === undefined ? [] : [warning] },
        ];
      });
    case "lastDay":
      return rule.cases.map(({ ends, lastDay }) => [lastDayInTime(ends, calendar), lastDay]);
    case "remedyBody":
      return rule.cases.map(({ on, body }) => [findRemedyBody(rule.organ, on)?.body, body]);
  }
}

test("no two rules have the same id", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test("docs/law.md is what the rules say (run with -u to write it anew)", async () => {
  await expect(describeLaw()).toMatchFileSnapshot("../../docs/law.md");
});
