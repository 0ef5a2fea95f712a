import fc from "fast-check";
import { expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { addDays, dayNumber, type PlainDate } from "../plain-date.ts";
import { aDate, aHistory } from "../testing.ts";
import type { ApplicationCase } from "./case-file.ts";
import { foldCase } from "./fold-case.ts";

const calendar = officialCalendar();
const RUNS = { numRuns: 600 };
const aLength = fc.integer({ min: 1, max: 60 });
const aPause = fc.tuple(aDate, fc.integer({ min: 0, max: 60 })).map(([after, days]) => ({ after, upTo: addDays(after, days) }));

function lastDay({ events }: ApplicationCase): PlainDate {
  return events.at(-1)!.on; // a history has its first event
}

test("a due date is a working day, so many working days after its start", () => {
  fc.assert(
    fc.property(aDate, aLength, (from, length) => {
      const due = addWorkingDays(calendar, from, length)!; // without pauses it always ends
      expect(calendar.describeDay(due).works).toBe(true);
      expect(calendar.countUpTo(due) - calendar.countUpTo(from)).toBe(length);
    }),
    RUNS,
  );
  fc.assert(
    fc.property(aHistory, (history) => {
      const { dueOn } = foldCase(history, { today: lastDay(history), calendar });
      if (dueOn !== null) expect(calendar.describeDay(dueOn).works).toBe(true);
    }),
    RUNS,
  );
});

test("a pause never shortens a limit", () => {
  fc.assert(
    fc.property(aDate, aLength, fc.array(aPause, { maxLength: 4 }), aPause, (from, length, pauses, one) => {
      expect(addWorkingDays(calendar, from, length, [...pauses, one])! >= addWorkingDays(calendar, from, length, pauses)!).toBe(true); // all pauses end
    }),
    RUNS,
  );
});

test("extending never makes the date earlier", () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 1, max: 30 }), (history, days) => {
      const today = lastDay(history);
      const before = foldCase(history, { today, calendar }).dueOn;
      const { dueOn: after, openConsultations } = foldCase(
        { ...history, events: [...history.events, { type: "extended", on: today, days }] },
        { today, calendar },
      );
      // The last day was reached before the pause could hold it up: the added days stand still until the opinion comes.
      if (before !== null && after === null) expect(openConsultations).not.toEqual([]);
      else expect(before === null || (after !== null && after >= before)).toBe(true);
    }),
    RUNS,
  );
});

test("what happens later does not change how a case stood on a day", () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 60 }), (history, offset) => {
      const today = addDays(history.events[0]!.on, offset); // a history has its first event
      const known = { ...history, events: history.events.filter(({ on }) => on <= today) };
      expect(foldCase(history, { today, calendar })).toEqual(foldCase(known, { today, calendar }));
    }),
    RUNS,
  );
});

test("days used and days left make up the limit, and nothing offered as the next act is refused that day", () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 40 }), (history, offset) => {
      const today = addDays(lastDay(history), offset);
      const { next, leftDays, overdue, dueOn } = foldCase(history, { today, calendar });
      if (leftDays !== null && dueOn !== null) expect(overdue).toBe(dayNumber(today) > dayNumber(dueOn));
      for (const type of next) {
        if (type === "opinionReceived" || type === "opinionExpired") continue; // which consultation is a choice of its own
        const event = { type, on: today, days: 1, outcome: "granted", with: "organ", id: "9" } as ApplicationCase["events"][number]; // enough for any type
        const before = foldCase(history, { today, calendar }).irregularities.length;
        expect([
          type,
          foldCase({ ...history, events: [...history.events, event] }, { today, calendar })
            .irregularities.slice(before)
            .filter(({ effect }) => effect === "none"),
        ]).toEqual([type, []]);
      }
    }),
    RUNS,
  );
});
