import { randomUUID } from "node:crypto";
import { type CaseEvent, type CalendarYear, officialCalendar, plainDate } from "@gongkai/statute";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { PLATFORM } from "../agencies/index.ts";
import { type Actor, type Ledger, readHistory, rebuildProjections, runCommand } from "../ledger/index.ts";
import { listMessages } from "../messages/index.ts";
import { aClock, anOrgan, aPerson } from "../messages/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { createLog } from "../platform/log.ts";
import { CALENDAR_PROJECTIONS, calendarStream } from "./calendar-stream.ts";
import { checkContent, listWarnings } from "./check-content.ts";
import { previewCalendarYear } from "./preview-calendar-year.ts";
import { listEnteredYears, readCalendar } from "./read-calendar.ts";
import { recomputeLimits } from "./recompute-limits.ts";
import type { CaseInHand, RunningLimits } from "./running-limits.ts";
import { setCalendarYear } from "./set-calendar-year.ts";
import { watchCalendar } from "./watch-calendar.ts";

const on = plainDate;
const clock = aClock("2026-12-30T02:00:00.000Z");
const log = createLog({ level: "silent", clock, inWords: false });

/** A made-up notice that bridges to Monday 4 January and makes up for it on Saturday the 30th. */
const year2027: CalendarYear = {
  year: 2027,
  notices: [{ title: "关于2027年部分节假日安排的通知", number: "〔2026〕1号", publishedOn: "2026-11-20" }],
  holidays: { [on("2027-01-01")]: "元旦", [on("2027-01-04")]: "元旦" },
  workDays: { [on("2027-01-30")]: "元旦" },
};
/** The same without the bridge. */
const withoutBridge: CalendarYear = { ...year2027, holidays: { [on("2027-01-01")]: "元旦" }, workDays: {} };

async function anOffice() {
  const database = await aDatabase();
  const { db } = database;
  const ledger: Ledger = { db, clock, keys: { current: Buffer.alloc(32, 7), former: [] }, projections: CALENDAR_PROJECTIONS };
  const personId = await aPerson(db, { posts: [{ agencyId: PLATFORM, role: "administrator" }] });
  const administrator: Actor = { kind: "person", personId, name: "管理员", role: "administrator" };
  const set = (content: CalendarYear, version = 0, actor: Actor = administrator) => setCalendarYear(ledger, { actor, content, version });
  return { database, db, ledger, administrator, set };
}

/** A slice of cases whose events stand in the ledger, as a test's stand-in for the applications. */
async function aCase({ ledger, db }: Awaited<ReturnType<typeof anOffice>>, submitted: string) {
  const { agencyId } = await anOrgan(db);
  const handler = await aPerson(db);
  const stream = { kind: "application", id: randomUUID() };
  const write = (event: CaseEvent) =>
    runCommand(ledger, { command: "test", agencyId, actor: { kind: "system" } }, async (turn) => {
      await turn.append(stream, [{ type: event.type, on: event.on }]);
      return { ok: true, value: null };
    });
  await write({ type: "submitted", on: on(submitted) });
  const history = () => readHistory(db, agencyId, stream);
  const source: RunningLimits = {
    name: "test",
    list: async (_db, ofAgency): Promise<readonly CaseInHand[]> => {
      if (ofAgency !== agencyId) return [];
      const events = await history();
      const known = events.filter(({ type }) => type === "submitted" || type === "withdrawn");
      return [
        {
          stream,
          version: events.length,
          name: "依申请公开 2026-0007",
          channel: "inPerson",
          events: known.map(({ type, on: date }) => ({ type, on: date }) as CaseEvent),
          handlers: { persons: [handler] },
        },
      ];
    },
  };
  return { agencyId, handler, source, history, write };
}

describe("a year's holidays", () => {
  test("are entered by an administrator of the installation, and then in force", async () => {
    const { db, set } = await anOffice();
    expect((await readCalendar(db)).isAnnounced(2027)).toBe(false);
    expect(await set(year2027)).toEqual({ ok: true, value: { version: 1 } });
    const calendar = await readCalendar(db);
    expect(calendar.describeDay(on("2027-01-04"))).toMatchObject({ works: false, name: "元旦", assumed: false });
    expect(calendar.describeDay(on("2026-10-01"))).toEqual(officialCalendar().describeDay(on("2026-10-01")));
  });

  test("are refused from anybody else, and nothing is kept", async () => {
    const { db, set } = await anOffice();
    const { agencyId } = await anOrgan(db);
    const personId = await aPerson(db, { posts: [{ agencyId, role: "administrator" }] });
    expect(await set(year2027, 0, { kind: "person", personId, name: "别处的管理员" })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await listEnteredYears(db)).toEqual([]);
  });

  test("are refused to the second of two administrators", async () => {
    const { set, db } = await anOffice();
    await set(year2027);
    expect(await set(withoutBridge)).toEqual({ ok: false, refusal: "changed-meanwhile" });
    expect(await set(withoutBridge, 1)).toEqual({ ok: true, value: { version: 2 } });
    expect((await listEnteredYears(db)).map(({ content }) => content.holidays)).toEqual([withoutBridge.holidays]);
  });

  test("follow from the ledger alone", async () => {
    const { db, ledger, set } = await anOffice();
    await set(year2027);
    const before = await db.selectFrom("calendar_year").selectAll().execute();
    await rebuildProjections(db, ledger.projections);
    expect(await db.selectFrom("calendar_year").selectAll().execute()).toEqual(before);
    expect(await readHistory(db, PLATFORM, calendarStream(2027))).toHaveLength(1);
  });

  test("another process hears of them", async () => {
    const { database, set } = await anOffice();
    const watch = await watchCalendar(database, log);
    onTestFinished(() => watch.close());
    expect(watch.current().isAnnounced(2027)).toBe(false);
    await set(year2027);
    await expect.poll(() => watch.current().isAnnounced(2027)).toBe(true);
  });
});

describe("a notice that moves limits", () => {
  test("is written into each case by its own organ, with both dates and the reason, and the handlers are told", async () => {
    const office = await anOffice();
    const moved = await aCase(office, "2026-12-25");
    const still = await aCase(office, "2026-11-02");
    const needs = { ledger: office.ledger, runningLimits: [moved.source, still.source] };
    await office.set(year2027);
    expect(await recomputeLimits(needs)).toBe(2);
    expect((await moved.history()).slice(1)).toMatchObject([
      { type: "limitRecomputed", actor: { kind: "system" }, payload: { rule: "reply", from: "2027-01-25", to: "2027-01-26" } },
      { type: "limitRecomputed", payload: { rule: "correction-notice", from: "2027-01-06", to: "2027-01-07" } },
    ]);
    expect((await moved.history())[1]?.payload["because"]).toBe(
      "依据2027年放假安排《关于2027年部分节假日安排的通知》：2027年1月4日（周一，元旦放假）。",
    );
    expect(await still.history()).toHaveLength(1);
    expect(await listMessages(office.db, { agencyId: moved.agencyId, personId: moved.handler, limit: 10 })).toMatchObject([
      {
        kind: "calendar",
        title: "依申请公开 2026-0007的期限因放假安排变化",
        body: expect.stringContaining("答复期限由2027年1月25日改为2027年1月26日。"),
      },
    ]);
  });

  test("makes a provisional date certain, without a message, when the date stays", async () => {
    const office = await anOffice();
    const settled = await aCase(office, "2026-12-14");
    await office.set({ ...withoutBridge, holidays: { [on("2027-01-01")]: "元旦", [on("2027-02-06")]: "春节" } });
    expect(await recomputeLimits({ ledger: office.ledger, runningLimits: [settled.source] })).toBe(0);
    expect((await settled.history()).slice(1)).toMatchObject([
      {
        type: "limitSettled",
        payload: { rule: "reply", on: "2027-01-12", provisional: false, because: expect.stringContaining("2027年放假安排") },
      },
    ]);
    expect(await listMessages(office.db, { agencyId: settled.agencyId, personId: settled.handler, limit: 10 })).toEqual([]);
  });

  test("does so once, however often the job runs and however many run it", async () => {
    const office = await anOffice();
    const moved = await aCase(office, "2026-12-25");
    const needs = { ledger: office.ledger, runningLimits: [moved.source] };
    await office.set(year2027);
    await Promise.all([recomputeLimits(needs), recomputeLimits(needs)]);
    expect(await recomputeLimits(needs)).toBe(0);
    expect(await moved.history()).toHaveLength(3);
  });

  test("goes on after a kill with what is left, and takes a case a clerk changes meanwhile as it then is", async () => {
    const office = await anOffice();
    const one = await aCase(office, "2026-12-25");
    const other = await aCase(office, "2026-12-25");
    await office.set(year2027);
    const killed: RunningLimits = {
      name: "killed",
      list: async (db, agencyId) => {
        if (agencyId === other.agencyId) throw new Error("killed");
        return one.source.list(db, agencyId);
      },
    };
    await expect(recomputeLimits({ ledger: office.ledger, runningLimits: [killed] })).rejects.toThrow("1个机关的期限没有重新计算");
    let isWithdrawn = false;
    const withdrawnMeanwhile: RunningLimits = {
      name: "withdrawn",
      list: async (db, agencyId) => {
        const found = await other.source.list(db, agencyId);
        if (found.length > 0 && !isWithdrawn) {
          isWithdrawn = true;
          await other.write({ type: "withdrawn", on: on("2026-12-30") });
        }
        return found;
      },
    };
    await recomputeLimits({ ledger: office.ledger, runningLimits: [one.source, withdrawnMeanwhile] });
    expect((await one.history()).map(({ type }) => type)).toEqual(["submitted", "limitRecomputed", "limitRecomputed"]);
    expect((await other.history()).map(({ type }) => type)).toEqual(["submitted", "withdrawn"]);
  });

  test("each later notice is compared with the one before it", async () => {
    const office = await anOffice();
    const moved = await aCase(office, "2026-12-25");
    const needs = { ledger: office.ledger, runningLimits: [moved.source] };
    await office.set(year2027);
    await office.set(withoutBridge, 1);
    await recomputeLimits(needs);
    const replies = (await moved.history()).filter(({ payload }) => payload["rule"] === "reply");
    expect(replies.map(({ payload }) => [payload["from"], payload["to"]])).toEqual([
      ["2027-01-25", "2027-01-26"],
      ["2027-01-26", "2027-01-25"],
    ]);
  });

  test("is shown before it is kept", async () => {
    const office = await anOffice();
    const moved = await aCase(office, "2026-12-25");
    const preview = await previewCalendarYear(office.ledger, [moved.source], year2027);
    expect(preview.moved).toBe(2);
    expect(preview.limits[0]).toMatchObject({ name: "依申请公开 2026-0007", rule: "答复期限", from: "2027-01-25", to: "2027-01-26" });
    expect(preview.days).toContainEqual({ date: "2027-01-04", before: "周一，工作日（暂定：放假安排未公布）", after: "周一，元旦放假" });
    expect(preview.days).toContainEqual({
      date: "2027-01-30",
      before: "周六，休息日（暂定：放假安排未公布）",
      after: "周六，元旦调休上班",
    });
    expect(preview.warnings).toContain("2027年10月1日是法定节日（国庆节），未列为放假日。");
    expect(await listEnteredYears(office.db)).toEqual([]);
  });
});

describe("what is entered is looked at first", () => {
  let messages: (value: unknown, year?: number) => readonly string[];
  beforeAll(() => {
    messages = (value, year = 2027) => {
      const checked = checkContent(value, year);
      return checked.ok ? [] : checked.issues.map(({ message }) => message);
    };
  });

  test.each([
    { what: "a day of another year", change: { holidays: { "2026-01-01": "元旦" } }, says: "2026年1月1日不在2027年内。" },
    { what: "a day that is none", change: { holidays: { "2027-02-30": "春节" } }, says: "“2027-02-30”不是日期，应如 2027-01-01。" },
    {
      what: "a day off and worked",
      change: { holidays: { "2027-01-02": "元旦" }, workDays: { "2027-01-02": "元旦" } },
      says: "2027年1月2日既列为放假日，又列为上班日。",
    },
    { what: "a weekday made up", change: { workDays: { "2027-01-05": "元旦" } }, says: "2027年1月5日不是周六、周日，不必列为调休上班日。" },
    { what: "no notice", change: { notices: [] }, says: "没有填写所依据的通知。" },
    { what: "no holiday", change: { holidays: {} }, says: "没有填写放假日。" },
  ])("$what is refused: $says", ({ change, says }) => {
    expect(messages({ ...year2027, ...change })).toContain(says);
  });

  test("all that is wrong is told at once, and where", () => {
    const checked = checkContent({ ...year2027, holidays: { "2026-01-01": "元旦", "2027-13-01": "元旦" } }, 2027);
    expect(checked.ok ? [] : checked.issues.map(({ path }) => path)).toEqual([
      "/content/holidays/2026-01-01",
      "/content/holidays/2027-13-01",
    ]);
    expect(messages(year2027, 2028)).toContain("内容是2027年的，与所选的2028年不符。");
  });

  test("the years that come with the program pass without a warning", async () => {
    const { OFFICIAL_YEARS } = await import("@gongkai/statute");
    for (const year of OFFICIAL_YEARS) expect([year.year, messages(year, year.year), listWarnings(year)]).toEqual([year.year, [], []]);
  });
});
