import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { plainDate } from "../plain-date.ts";
import type { ApplicationCase, CaseEvent } from "./case-file.ts";
import { foldCase, listCaseDays } from "./fold-case.ts";

const calendar = officialCalendar();
const on = plainDate;
const received: CaseEvent[] = [
  { type: "submitted", on: on("2026-03-02") },
  { type: "confirmed", on: on("2026-03-03") },
];

function status(events: readonly CaseEvent[], today: string, channel: ApplicationCase["channel"] = "internet") {
  return foldCase({ channel, events }, { today: on(today), calendar });
}

describe("a case", () => {
  test("is submitted, without a limit, until both sides confirm", () => {
    expect(status(received, "2026-03-02")).toMatchObject({
      state: "submitted",
      receivedOn: null,
      dueOn: null,
      next: ["confirmed", "withdrawn"],
    });
    expect(status(received, "2026-03-03")).toMatchObject({
      state: "received",
      receivedOn: "2026-03-03",
      dueOn: "2026-03-31",
      leftDays: 20,
    });
  });

  test("is received on the day it is handed in or signed for", () => {
    for (const channel of ["inPerson", "postSigned", "oral"] as const)
      expect(status(received.slice(0, 1), "2026-03-02", channel)).toMatchObject({ state: "received", receivedOn: "2026-03-02" });
    expect(status(received.slice(0, 1), "2026-03-02", "postOrdinary").receivedOn).toBeNull();
  });

  test("is overdue from the day after its limit", () => {
    expect(status(received, "2026-03-31")).toMatchObject({ overdue: false, leftDays: 0 });
    expect(status(received, "2026-04-01")).toMatchObject({ overdue: true, leftDays: -1 });
  });

  test("has one outcome, one row, and no limit once it is answered", () => {
    const answered = status([...received, { type: "replied", on: on("2026-03-20"), outcome: "otherOrgan" }], "2026-05-01");
    expect(answered).toMatchObject({
      state: "decided",
      outcome: "otherOrgan",
      row: "unavailable.notHeld",
      dueOn: null,
      usedDays: 13,
      overdue: false,
    });
  });

  test("goes on being late when it was answered late", () => {
    expect(status([...received, { type: "replied", on: on("2026-04-01"), outcome: "granted" }], "2026-06-01").overdue).toBe(true);
  });

  test("is abandoned when the correction does not come, but not before its day", () => {
    const asked: CaseEvent[] = [...received, { type: "correctionAsked", on: on("2026-03-10"), by: on("2026-03-24") }];
    expect(status(asked, "2026-03-24")).toMatchObject({ state: "awaitingCorrection", dueOn: null, next: ["corrected", "withdrawn"] });
    expect(status(asked, "2026-03-25").next).toContain("correctionExpired");
    const early = status([...asked, { type: "correctionExpired", on: on("2026-03-20") }], "2026-03-24");
    expect(early).toMatchObject({ state: "awaitingCorrection", irregularities: [{ problem: "before-limit-ends", effect: "none" }] });
    const expired = status([...asked, { type: "correctionExpired", on: on("2026-03-25") }], "2026-03-25");
    expect(expired).toMatchObject({ state: "abandoned", outcome: "otherHandling.uncorrected", row: "otherHandling.uncorrected" });
  });

  test("counts in the row of the edition of its year", () => {
    const events: CaseEvent[] = [
      { type: "submitted", on: on("2020-03-02") },
      { type: "withdrawn", on: on("2020-03-05") },
    ];
    expect(status(events, "2020-03-05", "inPerson")).toMatchObject({
      state: "withdrawn",
      outcome: "otherHandling.misc",
      row: "otherHandling",
    });
  });

  test("resumes only when the last consultation has ended", () => {
    const two: CaseEvent[] = [
      ...received,
      { type: "consultationSent", on: on("2026-03-09"), with: "thirdParty", id: "a", receivedOn: on("2026-03-11") },
      { type: "consultationSent", on: on("2026-03-12"), with: "organ", id: "b", receivedOn: on("2026-03-12") },
      { type: "opinionReceived", on: on("2026-03-16"), id: "a", position: "agree" },
    ];
    expect(status(two, "2026-03-17")).toMatchObject({ state: "consulting", dueOn: null, usedDays: 4 });
    const both = status([...two, { type: "opinionReceived", on: on("2026-03-20"), id: "b", position: "none" }], "2026-03-20");
    expect(both).toMatchObject({ state: "handling", usedDays: 4, leftDays: 16, dueOn: "2026-04-14" });
  });

  test("asks for reasons without stopping the clock", () => {
    expect(status([...received, { type: "reasonsAsked", on: on("2026-03-05") }], "2026-03-06")).toMatchObject({
      state: "awaitingReasons",
      dueOn: "2026-03-31",
    });
  });

  test("is answered again within the limit that was set", () => {
    const again: CaseEvent[] = [
      ...received,
      { type: "replied", on: on("2026-03-20"), outcome: "nonexistent" },
      { type: "reopened", on: on("2026-06-01"), days: 10 },
    ];
    expect(status(again, "2026-06-02")).toMatchObject({ state: "reopened", outcome: null, dueOn: "2026-06-15" });
  });

  test("says provisional when its limit runs into a year that is not announced", () => {
    const late = status([{ type: "submitted", on: on("2026-12-25") }], "2026-12-25", "inPerson");
    expect(late).toMatchObject({ dueOn: "2027-01-25", provisional: true });
    expect(late.because.map(({ rule }) => rule)).toContain("assumed-holidays");
  });

  test("names stages of the work without touching the clock", () => {
    const stages = ["registered", "assigned", "drafted", "toString", "备注"].map((name): CaseEvent => ({
      type: "noted",
      on: on("2026-03-04"),
      name,
    }));
    expect(status([...received, ...stages], "2026-03-05")).toMatchObject({ state: "approval", dueOn: "2026-03-31" });
  });

  test("explains itself: every reason names a rule and cites an article", () => {
    const { because } = status(received, "2026-03-05");
    expect(because.map(({ rule }) => rule)).toEqual(["receipt-internet-fax", "reply"]);
    for (const { cites, text } of because) expect([cites, text].every((part) => part.length > 5)).toBe(true);
    const days = listCaseDays({ channel: "internet", events: received }, { today: on("2026-03-05"), calendar });
    expect(days.at(-1)?.date).toBe("2026-03-31");
    expect(days.filter(({ counts }) => counts)).toHaveLength(20);
  });

  test("says so when silence has ended a consultation that nobody noted", () => {
    const letter: CaseEvent = { type: "consultationSent", on: on("2026-03-09"), with: "thirdParty", id: "a", receivedOn: on("2026-03-11") };
    const silent = status([...received, letter], "2026-04-02");
    expect(silent).toMatchObject({ state: "consulting", openConsultations: [], dueOn: "2026-04-24" });
    expect(silent.next).toContain("opinionExpired");
    expect(silent.because.map(({ text }) => text).join()).toContain("至2026年4月1日未提出意见");
  });

  test("of no events is a draft", () => {
    expect(status([], "2026-03-05")).toMatchObject({ state: "draft", next: ["submitted"], because: [] });
  });
});

describe("what the law does not allow moves nothing", () => {
  const extended: CaseEvent = { type: "extended", on: on("2026-03-20"), days: 5 };
  test.each<{ problem: string; events: CaseEvent[]; due: string }>([
    { problem: "extension-twice", events: [extended, { ...extended, on: on("2026-03-23") }], due: "2026-04-08" },
    { problem: "extension-too-long", events: [{ ...extended, days: 21 }], due: "2026-03-31" },
    { problem: "extension-not-approved", events: [{ ...extended, approvedBy: "leader" }], due: "2026-03-31" },
    { problem: "extension-late", events: [{ ...extended, on: on("2026-04-01") }], due: "2026-03-31" },
    { problem: "fee-late", events: [{ type: "feeNotified", on: on("2026-04-01"), amount: 380 }], due: "2026-03-31" },
    {
      problem: "unknown-consultation",
      events: [{ type: "opinionReceived", on: on("2026-03-20"), id: "x", position: "agree" }],
      due: "2026-03-31",
    },
    { problem: "not-permitted", events: [{ type: "feePaid", on: on("2026-03-20") }], due: "2026-03-31" },
  ])("$problem", ({ problem, events, due }) => {
    expect(status([...received, ...events], "2026-04-01")).toMatchObject({ dueOn: due, irregularities: [{ problem, effect: "none" }] });
  });

  test("an extension approved by the head of the disclosure office counts", () => {
    expect(status([...received, { ...extended, approvedBy: "officeHead" }], "2026-03-21")).toMatchObject({
      dueOn: "2026-04-08",
      irregularities: [],
    });
  });
});

describe("what happened all the same stands, with a remark", () => {
  test("a correction notice after the seventh working day", () => {
    const late = status([...received, { type: "correctionAsked", on: on("2026-03-20"), by: on("2026-04-03") }], "2026-03-21");
    expect(late).toMatchObject({ state: "awaitingCorrection", irregularities: [{ problem: "correction-late", effect: "recorded" }] });
    expect(status(received, "2026-03-13").next).not.toContain("correctionAsked");
  });

  test("an answer before anybody confirmed counts as received that day", () => {
    const answered = status(
      [
        { type: "submitted", on: on("2026-03-02") },
        { type: "replied", on: on("2026-03-04"), outcome: "granted" },
      ],
      "2026-03-05",
    );
    expect(answered).toMatchObject({
      state: "decided",
      receivedOn: "2026-03-04",
      irregularities: [{ problem: "not-confirmed", effect: "recorded" }],
    });
  });
});
