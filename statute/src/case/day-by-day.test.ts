import fc from "fast-check";
import { expect, test } from "vitest";
import { officialCalendar, OFFICIAL_YEARS } from "../calendar/official-calendar.ts";
import { addDays, dateOfDay, dayNumber, type PlainDate } from "../plain-date.ts";
import { aHistory } from "../testing.ts";
import type { ApplicationCase, CaseEvent } from "./case-file.ts";
import { foldCase } from "./fold-case.ts";

/**
 * The clock once more, deliberately naive: it walks the days one at a time and keeps a counter, with a calendar, guards and
 * table of its own. It shares nothing with the fold but the meaning of the law.
 */
function simulate({ channel, events }: ApplicationCase, today: PlainDate) {
  let phase: "none" | "waiting" | "work" | "reasons" | "consulting" | "correction" | "fee" | "decided" | "over" | "closed" = "none";
  let received: PlainDate | null = null;
  let [left, used, running] = [0, 0, false];
  let reached: PlainDate | null = null;
  let [corrected, charged, extended] = [false, false, false];
  let [correctBy, payBy]: [PlainDate | null, PlainDate | null] = [null, null];
  let [isOver, isAgain] = [false, false];
  const letters: { id: string; sent: PlainDate; limit: PlainDate | null; ended: PlainDate | null }[] = [];
  const paused = (day: PlainDate) =>
    letters.some(({ sent, limit, ended }) => day > sent && (ended === null || day <= ended) && (limit === null || day <= limit));
  const waitsFor = () => letters.filter(({ ended }) => ended === null);
  const begin = (days: number) => {
    [left, used, running, reached] = [days, 0, true, null];
    phase = waitsFor().length > 0 ? "consulting" : "work";
  };
  const finish = (day: PlainDate) => {
    running = false;
    for (const letter of waitsFor()) letter.ended = day;
  };
  const receive = (day: PlainDate) => {
    received = day;
    begin(20);
    phase = "work";
  };
  const happen = (event: CaseEvent, day: PlainDate) => {
    if (
      phase === "waiting" &&
      ["correctionAsked", "reasonsAsked", "consultationSent", "extended", "feeNotified", "replied"].includes(event.type)
    )
      receive(day);
    const atWork = phase === "work";
    const isOpen = atWork || phase === "reasons" || phase === "consulting";
    const isLate = reached !== null && reached < day;
    switch (event.type) {
      case "submitted":
        if (phase !== "none") return;
        phase = "waiting";
        if (["inPerson", "postSigned", "oral"].includes(channel)) receive(day);
        return;
      case "confirmed":
        if (phase === "waiting") receive(day);
        return;
      case "correctionAsked":
        if (!atWork || isAgain || corrected) return;
        [corrected, correctBy, running, phase] = [true, event.by ?? null, false, "correction"];
        return;
      case "corrected":
        if (phase === "correction") begin(20);
        return;
      case "correctionExpired":
        if (phase !== "correction" || (correctBy !== null && day < correctBy)) return;
        [phase, isOver] = ["over", true];
        finish(day);
        return;
      case "reasonsAsked":
        if (atWork && !isAgain) phase = "reasons";
        return;
      case "reasonsGiven":
        if (phase === "reasons") phase = "work";
        return;
      case "consultationSent":
        if (!atWork && phase !== "consulting") return;
        letters.push({ id: event.id, sent: day, limit: event.receivedOn === undefined ? null : walk(event.receivedOn, 15), ended: null });
        [phase, isAgain] = ["consulting", false];
        return;
      case "opinionReceived":
      case "opinionExpired": {
        if (!isOpen && phase !== "correction" && phase !== "fee") return;
        const [letter] = waitsFor().filter(({ id }) => id === event.id);
        if (letter === undefined) return;
        if (event.type === "opinionExpired" && letter.limit !== null && day < letter.limit) return;
        for (const one of waitsFor()) if (one.id === event.id) one.ended = day;
        if (phase === "consulting" && waitsFor().length === 0) phase = "work";
        return;
      }
      case "extended":
        if (!isOpen || isAgain || extended || event.days > 20 || isLate) return;
        [extended, left, reached] = [true, left + event.days, null];
        return;
      case "feeNotified":
        if ((!atWork && phase !== "reasons") || isAgain || charged || isLate) return;
        [charged, running, phase] = [true, false, "fee"];
        payBy = event.receivedOn === undefined ? null : walk(event.receivedOn, 20);
        return;
      case "feePaid":
        if (phase === "fee") begin(20);
        return;
      case "feeExpired":
        if (phase !== "fee" || (payBy !== null && day < payBy)) return;
        [phase, isOver] = ["over", true];
        finish(day);
        return;
      case "replied":
        if (!isOpen && phase !== "correction" && phase !== "fee") return;
        [phase, isAgain] = ["decided", false];
        finish(day);
        return;
      case "withdrawn":
        if (!isOpen && phase !== "correction" && phase !== "fee" && phase !== "waiting") return;
        [phase, isOver, isAgain] = ["over", true, false];
        finish(day);
        return;
      case "reopened":
        if (phase !== "decided" && phase !== "closed") return;
        begin(event.days ?? 20);
        [phase, isAgain, isOver] = ["work", true, false];
        return;
      case "closed":
        if (phase === "decided" || (phase === "over" && isOver)) phase = "closed";
        return;
      default:
        return;
    }
  };
  const first = events[0]?.on ?? today;
  let day = first;
  for (; day <= today; day = addDays(day, 1)) {
    if (running && worksOn(day) && !paused(day)) {
      used++;
      left--;
      if (left === 0) reached = day;
    }
    for (const event of events) if (event.on === day) happen(event, day);
  }
  if (!running) return { received, due: null, used };
  if (reached !== null) return { received, due: reached, used };
  if (letters.some(({ limit, ended }) => ended === null && (limit === null || limit >= today))) return { received, due: null, used };
  for (let rest = left; rest > 0; day = addDays(day, 1))
    if (worksOn(day) && !paused(day) && --rest === 0) return { received, due: day, used };
  return { received, due: null, used };
}

const HOLIDAYS = new Set(OFFICIAL_YEARS.flatMap(({ holidays }) => Object.keys(holidays)));
const WORKED = new Set(OFFICIAL_YEARS.flatMap(({ workDays }) => Object.keys(workDays)));
/** What the law fixes for 2027–2029, copied from the wall calendar. */
for (const day of ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"])
  for (const year of [2027, 2028, 2029]) HOLIDAYS.add(`${year}-${day}`);
for (const day of ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15"]) HOLIDAYS.add(day);
for (const day of ["2028-01-25", "2028-01-26", "2028-01-27", "2028-01-28", "2028-04-04", "2028-05-28", "2028-10-03"]) HOLIDAYS.add(day);
for (const day of ["2029-02-12", "2029-02-13", "2029-02-14", "2029-02-15", "2029-04-04", "2029-06-16", "2029-09-22"]) HOLIDAYS.add(day);

function worksOn(date: PlainDate): boolean {
  if (WORKED.has(date)) return true;
  if (HOLIDAYS.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function walk(from: PlainDate, days: number): PlainDate {
  let [date, left] = [from, days];
  while (left > 0) {
    date = addDays(date, 1);
    if (worksOn(date)) left--;
  }
  return date;
}

test("the clock agrees with a walk day by day on thousands of random histories", () => {
  const calendar = officialCalendar();
  fc.assert(
    fc.property(aHistory, fc.integer({ min: -20, max: 60 }), (history, offset) => {
      const last = history.events.at(-1)?.on ?? history.events[0]!.on; // a history has its first event
      const today = dateOfDay(dayNumber(last) + offset);
      const { receivedOn, dueOn, usedDays } = foldCase(history, { today, calendar });
      expect({ received: receivedOn, due: dueOn, used: usedDays }).toEqual(simulate(history, today));
    }),
    { numRuns: 4000 },
  );
});
