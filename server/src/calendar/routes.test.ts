import { afterAll, describe, expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { createLog } from "../platform/log.ts";
import type { Problem } from "../platform/problem-schema.ts";
import { CALENDAR_PROJECTIONS } from "./calendar-stream.ts";
import { calendarRoutes } from "./routes.ts";
import type { CalendarPreview, CalendarYearList } from "./schema.ts";
import { watchCalendar } from "./watch-calendar.ts";

const database = await aDatabase();
const ledger = aLedger(database.db, { projections: CALENDAR_PROJECTIONS });
const region = await aRegion(ledger);
const watch = await watchCalendar(database, createLog({ level: "silent", clock: ledger.clock, inWords: false }));
afterAll(() => watch.close()); // before the database, which waits for it
const app = await anOfficeApp(ledger, { slices: [(on) => calendarRoutes(on, { ledger, runningLimits: [], calendarWatch: watch })] });
const administrator = await signInAs(ledger, region.platformAdministrator);
const url = "/api/v1/calendar/2027";
const content = {
  year: 2027,
  notices: [{ title: "关于2027年部分节假日安排的通知", number: "〔2026〕1号", publishedOn: "2026-11-20" }],
  holidays: { "2027-01-01": "元旦" },
  workDays: {},
};

describe("the calendar over HTTP", () => {
  test("is previewed, entered, and in force at once", async () => {
    const preview = await app.inject({ method: "POST", url: `${url}/preview`, headers: administrator, payload: { content } });
    expect(preview.json<CalendarPreview>().days).toContainEqual({
      date: "2027-02-05",
      before: "周五，春节放假（暂定：放假安排未公布）",
      after: "周五，工作日",
    });
    expect(watch.current().isAnnounced(2027)).toBe(false);
    const set = await app.inject({ method: "PUT", url, headers: administrator, payload: { content, version: 0 } });
    expect([set.statusCode, set.json()]).toEqual([200, { year: 2027, source: "installation", content, version: 1 }]);
    expect(watch.current().isAnnounced(2027)).toBe(true);
    const { years } = (await app.inject({ url: "/api/v1/calendar", headers: administrator })).json<CalendarYearList>();
    expect(years.slice(0, 2).map(({ year, source, version }) => [year, source, version])).toEqual([
      [2027, "installation", 1],
      [2026, "official", 0],
    ]);
  });

  test("tells everything that is wrong, in Chinese, and where", async () => {
    const payload = { content: { ...content, holidays: { "2026-12-31": "元旦" }, workDays: { "2027-01-05": "元旦" } }, version: 1 };
    const refused = await app.inject({ method: "PUT", url, headers: administrator, payload });
    expect(refused.statusCode).toBe(400);
    expect(refused.json<Problem>()).toMatchObject({
      error: "calendar-content",
      issues: [
        { path: "/content/holidays/2026-12-31", message: "2026年12月31日不在2027年内。" },
        { path: "/content/workDays/2027-01-05", message: expect.stringContaining("不是周六、周日") },
      ],
    });
  });

  test("refuses the second of two administrators", async () => {
    const refused = await app.inject({ method: "PUT", url, headers: administrator, payload: { content, version: 0 } });
    expect([refused.statusCode, refused.json<Problem>().error]).toEqual([409, "changed-meanwhile"]);
  });

  test("may be read by everybody of the offices, and changed by nobody but the administrators of the installation", async () => {
    const headers = await signInAs(ledger, region.countyAdministrator);
    expect((await app.inject({ url: "/api/v1/calendar", headers })).statusCode).toBe(200);
    expect((await app.inject({ method: "PUT", url, headers, payload: { content, version: 1 } })).statusCode).toBe(403);
    expect((await app.inject({ url: "/api/v1/calendar" })).statusCode).toBe(401);
  });
});
