import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { plainDate } from "../plain-date.ts";
import { type RemedyFacts, remedyDeadlines } from "./remedy-deadlines.ts";

const calendar = officialCalendar();
const on = plainDate;

/** Rule, by counting, last day in time. */
function told(facts: RemedyFacts): readonly (readonly [string, string, string])[] {
  return remedyDeadlines(facts, calendar).deadlines.map(({ rule, ends, lastDay }) => [rule, ends, lastDay]);
}

describe("against an answer known on 23 March 2026", () => {
  const known = { repliedOn: on("2026-03-20"), knownOn: on("2026-03-23") };

  test("that withholds under Arts. 14–16: reconsideration first", () => {
    const facts: RemedyFacts = { answer: { outcome: "denied.internal", ...known } };
    expect(remedyDeadlines(facts, calendar).variant).toBe("reconsiderFirst");
    expect(told(facts)).toEqual([["reconsideration-apply", "2026-05-22", "2026-05-22"]]);
  });

  test("that is another: reconsideration or lawsuit", () => {
    expect(told({ answer: { outcome: "nonexistent", ...known } })).toEqual([
      ["reconsideration-apply", "2026-05-22", "2026-05-22"],
      ["sue-directly", "2026-09-23", "2026-09-23"],
    ]);
  });

  test("that did not tell the remedies: a year at the most", () => {
    expect(told({ answer: { outcome: "nonexistent", ...known, wasTold: false } })).toEqual([
      ["reconsideration-apply-longest", "2027-03-23", "2027-03-23"],
      ["sue-untold-longest", "2027-03-23", "2027-03-23"],
    ]);
  });

  test("that is no decision (a withdrawal): nothing", () => {
    expect(told({ answer: { outcome: "otherHandling.misc", ...known } })).toEqual([]);
  });

  test("of 2023 to be either way, whatever the ground", () => {
    const facts: RemedyFacts = { answer: { outcome: "denied.secret", repliedOn: on("2023-06-01"), knownOn: on("2023-06-02") } };
    expect(remedyDeadlines(facts, calendar).variant).toBe("either");
  });
});

test("a period that ends in a holiday runs to the first day after it", () => {
  const facts: RemedyFacts = { answer: { outcome: "denied.law", repliedOn: on("2026-03-02"), knownOn: on("2026-03-02") } };
  expect(told(facts)).toEqual([["reconsideration-apply", "2026-05-01", "2026-05-06"]]);
});

test("no right lasts longer than five years from the act", () => {
  expect(told({ answer: { outcome: "granted", repliedOn: on("2021-03-02"), knownOn: on("2026-02-25") } })).toEqual([
    ["reconsideration-apply", "2026-03-02", "2026-03-02"],
    ["sue-directly", "2026-03-02", "2026-03-02"],
  ]);
});

test("no answer in time: from the day after the limit", () => {
  expect(told({ unansweredSince: on("2026-03-30") })).toEqual([
    ["reconsideration-inaction", "2026-05-29", "2026-05-29"],
    ["sue-inaction", "2026-09-30", "2026-09-30"],
  ]);
});

describe("in the proceedings", () => {
  test("the organ answers within 10 working days, within 5 in the simplified procedure", () => {
    const copyReceivedOn = on("2026-04-01");
    expect(told({ reconsideration: { copyReceivedOn } })[0]).toEqual(["reconsideration-answer", "2026-04-16", "2026-04-16"]);
    expect(told({ reconsideration: { copyReceivedOn, isSimplified: true } })[0]).toEqual([
      "reconsideration-answer-simplified",
      "2026-04-09",
      "2026-04-09",
    ]);
  });

  test("who is not content with the decision, or gets none, sues within 15 days", () => {
    expect(told({ reconsideration: { acceptedOn: on("2026-03-02"), decisionReceivedOn: on("2026-04-20") } })).toEqual([
      ["reconsideration-decide", "2026-05-01", "2026-05-06"],
      ["sue-after-reconsideration", "2026-05-05", "2026-05-06"],
    ]);
    expect(told({ reconsideration: { acceptedOn: on("2026-03-09") } })).toEqual([
      ["reconsideration-decide", "2026-05-08", "2026-05-08"],
      ["sue-after-reconsideration", "2026-05-23", "2026-05-25"],
    ]);
    expect(told({ reconsideration: { decisionReceivedOn: on("2026-03-09"), isRefused: true } })).toEqual([
      ["sue-after-reconsideration-refused", "2026-03-24", "2026-03-24"],
    ]);
  });

  test("in court the organ has 15 days for its defence, and for an appeal", () => {
    expect(told({ litigation: { copyReceivedOn: on("2026-06-01"), judgmentServedOn: on("2026-09-01") } })).toEqual([
      ["litigation-answer", "2026-06-16", "2026-06-16"],
      ["appeal-judgment", "2026-09-16", "2026-09-16"],
    ]);
  });
});
