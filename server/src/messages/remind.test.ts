import { randomUUID } from "node:crypto";
import { officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { listMessages } from "./queries.ts";
import { type DueLimit, remind, standingOf } from "./remind.ts";
import { anOrgan, aPerson } from "./testing.ts";

const { db } = await aDatabase();
const calendar = officialCalendar();
const on = plainDate;

/** An organ with one limit, and a way to let a night pass. */
async function anOrganWithLimit(due: Partial<DueLimit> & Pick<DueLimit, "to">, organ?: { readonly agencyId: number }) {
  const { agencyId } = organ ?? (await anOrgan(db));
  const limit: DueLimit = {
    subject: { kind: "application", id: randomUUID() },
    title: "依申请公开 2026-0007 答复期限",
    dueOn: on("2026-03-30"),
    limit: "reply",
    ...due,
  };
  const source = { name: "test", list: async (_db: unknown, about: { agencyId: number }) => (about.agencyId === agencyId ? [limit] : []) };
  const night = (today: string) => remind(db, { sources: [source], today: on(today), at: `${today}T00:00:00.000Z`, calendar });
  const titles = async (personId: string) =>
    (await listMessages(db, { agencyId, personId, limit: 50 })).map(({ title }) => title).toReversed();
  return { agencyId, limit, night, titles };
}

describe("reminders", () => {
  test("come three working days before, one before, on the day and when it has passed: once each, however often it is looked", async () => {
    const handler = await aPerson(db);
    const { night, titles } = await anOrganWithLimit({ to: { persons: [handler] } });
    for (const today of [
      "2026-03-24",
      "2026-03-25",
      "2026-03-25",
      "2026-03-26",
      "2026-03-27",
      "2026-03-28",
      "2026-03-30",
      "2026-03-30",
      "2026-03-31",
      "2026-04-03",
    ]) {
      await night(today);
    }
    expect(await titles(handler)).toEqual([
      "依申请公开 2026-0007 答复期限还有3个工作日届满",
      "依申请公开 2026-0007 答复期限还有1个工作日届满",
      "依申请公开 2026-0007 答复期限今天届满",
      "依申请公开 2026-0007 答复期限已逾期1个工作日",
    ]);
  });

  test("what was missed while no server ran is told as it stands", async () => {
    const handler = await aPerson(db);
    const { night, titles } = await anOrganWithLimit({ to: { persons: [handler] } });
    await night("2026-03-26");
    expect(await titles(handler)).toEqual(["依申请公开 2026-0007 答复期限还有2个工作日届满"]);
  });

  test("a limit that was moved is told anew", async () => {
    const handler = await aPerson(db);
    const before = await anOrganWithLimit({ to: { persons: [handler] } });
    await before.night("2026-03-30");
    const after = await anOrganWithLimit({ ...before.limit, dueOn: on("2026-03-31") }, before);
    await after.night("2026-03-30");
    expect(await after.titles(handler)).toHaveLength(2);
  });

  test("a date that rests on unannounced holidays is called provisional", async () => {
    const handler = await aPerson(db);
    const { agencyId, night } = await anOrganWithLimit({ to: { persons: [handler] }, provisional: true });
    await night("2026-03-30");
    const [message] = await listMessages(db, { agencyId, personId: handler, limit: 1 });
    expect(message).toMatchObject({ kind: "reminder", due_on: "2026-03-30", body: expect.stringContaining("暂定") });
  });

  test("reach who acts in the post: the deputy while the holder is away", async () => {
    const organ = await anOrgan(db);
    const deputy = await aPerson(db);
    const holder = await aPerson(db, { posts: [{ agencyId: organ.agencyId, role: "handler", deputy, absentFrom: "2026-03-20" }] });
    const { night, titles } = await anOrganWithLimit({ to: { roles: ["handler"] } }, organ);
    await night("2026-03-30");
    expect([await titles(deputy), await titles(holder)]).toMatchObject([[expect.any(String)], []]);
  });

  test("reach the other organs although one organ's cases cannot be read, and the job says so", async () => {
    const handler = await aPerson(db);
    const broken = await anOrgan(db);
    const { agencyId, limit, titles } = await anOrganWithLimit({ to: { persons: [handler] } });
    const source = {
      name: "test",
      list: async (_db: unknown, about: { agencyId: number }) => {
        if (about.agencyId === broken.agencyId) throw new TypeError("身份证 110101199001011234");
        return about.agencyId === agencyId ? [limit] : [];
      },
    };
    const night = remind(db, { sources: [source], today: on("2026-03-30"), at: "2026-03-30T00:00:00.000Z", calendar });
    await expect(night).rejects.toThrow(/^有1处的期限提醒没有发出：TypeError at /);
    expect(await titles(handler)).toHaveLength(1);
  });

  test("reach the head of the office when nobody meant is there", async () => {
    const organ = await anOrgan(db);
    await aPerson(db, { isDisabled: true, posts: [{ agencyId: organ.agencyId, role: "handler" }] });
    const head = await aPerson(db, { posts: [{ agencyId: organ.agencyId, role: "officeHead" }] });
    const { night, titles } = await anOrganWithLimit({ to: { roles: ["handler"] } }, organ);
    await night("2026-03-30");
    expect(await titles(head)).toHaveLength(1);
  });
});

test.each([
  { today: "2026-03-24", due: "2026-03-30", standing: undefined },
  { today: "2026-09-23", due: "2026-09-28", standing: { stage: "threeDays", daysLeft: 2 } }, // 25–27 September are off
  { today: "2026-09-26", due: "2026-09-28", standing: { stage: "oneDay", daysLeft: 1 } },
  { today: "2026-09-30", due: "2026-09-28", standing: { stage: "overdue", daysLeft: -2 } },
  { today: "2026-10-05", due: "2026-09-30", standing: { stage: "overdue", daysLeft: -1 } },
])("on $today a limit that ends on $due is $standing", ({ today, due, standing }) => {
  expect(standingOf(on(due), on(today), calendar)).toEqual(standing);
});
