import fc from "fast-check";
import { expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { addDays, plainDate } from "../plain-date.ts";
import { aHistory } from "../testing.ts";
import type { CaseEvent } from "./case-file.ts";
import { foldCase } from "./fold-case.ts";
import { describeHistoryDay, listHistoryDays } from "./history-days.ts";

const calendar = officialCalendar();
const on = plainDate;

test("tells each day over a correction: counted, waiting, counted anew", () => {
  const events: CaseEvent[] = [
    { type: "submitted", on: on("2026-02-27") },
    { type: "confirmed", on: on("2026-03-02") },
    { type: "correctionAsked", on: on("2026-03-04"), by: on("2026-03-18") },
    { type: "corrected", on: on("2026-03-09") },
  ];
  const days = listHistoryDays({ channel: "internet", events }, { today: on("2026-03-10"), calendar });
  expect(days.slice(0, 13).map((day) => [day.date, day.number, describeHistoryDay(day)])).toEqual([
    ["2026-02-28", null, "周六，收到申请之日前（含当日）不计"],
    ["2026-03-01", null, "周日，收到申请之日前（含当日）不计"],
    ["2026-03-02", null, "周一，收到申请之日前（含当日）不计"],
    ["2026-03-03", 1, "周二，工作日"],
    ["2026-03-04", 2, "周三，工作日"],
    ["2026-03-05", null, "周四，等待补正期间不计"],
    ["2026-03-06", null, "周五，等待补正期间不计"],
    ["2026-03-07", null, "周六，等待补正期间不计"],
    ["2026-03-08", null, "周日，等待补正期间不计"],
    ["2026-03-09", null, "周一，等待补正期间不计"],
    ["2026-03-10", 1, "周二，工作日"],
    ["2026-03-11", 2, "周三，工作日"],
    ["2026-03-12", 3, "周四，工作日"],
  ]);
  expect(days.at(-1)).toMatchObject({ date: "2026-04-07", number: 20 });
});

test("agrees with the fold: the last counted day of a running limit is the due date, and as many are counted up to today as are used", () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 30 }), (history, offset) => {
      const today = addDays(history.events.at(-1)!.on, offset); // a history has its first event
      const { dueOn, usedDays } = foldCase(history, { today, calendar });
      const days = listHistoryDays(history, { today, calendar });
      const counted = days.filter(({ counts }) => counts);
      if (dueOn !== null) expect(counted.at(-1)?.date).toBe(dueOn);
      if (dueOn === null || today > dueOn || usedDays === 0) return;
      expect(counted.findLast(({ date }) => date <= today)?.number).toBe(usedDays);
    }),
    { numRuns: 500 },
  );
});
