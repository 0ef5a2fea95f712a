import { officialCalendar } from "@gongkai/statute";
import { expect, test } from "vitest";
import { mailOpensAt } from "./quiet-hours.ts";
import { NotificationPreferences } from "./schema.ts";

const usual = NotificationPreferences.parse({});
/** An instant, said in the time of Beijing. */
const at = (date: string, time: string): string => new Date(`${date}T${time}:00.000+08:00`).toISOString();

test.each([
  { when: "a working day at noon", now: ["2026-03-04", "12:00"], opens: ["2026-03-04", "12:00"] },
  { when: "early in the morning", now: ["2026-03-04", "07:59"], opens: ["2026-03-04", "08:00"] },
  { when: "at the end of the quiet hours", now: ["2026-03-04", "08:00"], opens: ["2026-03-04", "08:00"] },
  { when: "in the evening", now: ["2026-03-04", "20:00"], opens: ["2026-03-05", "08:00"] },
  { when: "on Friday night", now: ["2026-03-06", "23:30"], opens: ["2026-03-09", "08:00"] },
  { when: "on a Saturday that is worked", now: ["2026-02-14", "09:00"], opens: ["2026-02-14", "09:00"] },
  { when: "in the Spring Festival", now: ["2026-02-17", "10:00"], opens: ["2026-02-24", "08:00"] },
  { when: "shortly after midnight", now: ["2026-03-04", "00:05"], opens: ["2026-03-04", "08:00"] },
  {
    when: "at night, without quiet hours",
    now: ["2026-03-04", "02:00"],
    opens: ["2026-03-04", "02:00"],
    quietFrom: "00:00",
    quietUntil: "00:00",
  },
  { when: "at a noon kept quiet", now: ["2026-03-04", "12:30"], opens: ["2026-03-04", "14:00"], quietFrom: "12:00", quietUntil: "14:00" },
  { when: "on a Sunday, days off allowed", now: ["2026-03-08", "10:00"], opens: ["2026-03-08", "10:00"], onDaysOff: true },
])("mail $when goes out at $opens", ({ now: [date = "", time = ""], opens: [day = "", hour = ""], when: _, ...own }) => {
  expect(mailOpensAt(at(date, time), { ...usual, ...own }, officialCalendar())).toBe(at(day, hour));
});
