import { officialCalendar, plainDate } from "@gongkai/statute";
import { expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { notify } from "../messages/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { todayRoutes } from "./routes.ts";
import type { Today } from "./schema.ts";
import type { WorkSource } from "./work-source.ts";

const { db } = await aDatabase();
const ledger = aLedger(db);
const region = await aRegion(ledger);
const waiting: WorkSource = {
  kind: "application",
  list: async (_db, { roles }) =>
    roles.has("officeHead")
      ? [
          {
            id: "6c1f7a52-0000-4000-8000-000000000001",
            title: "答复期限将满",
            number: "2026-0007",
            dueOn: plainDate("2026-03-04"),
            act: "审核",
            role: "officeHead",
            path: "applications/6c1f7a52-0000-4000-8000-000000000001",
          },
        ]
      : [],
};
const app = await anOfficeApp(ledger, {
  slices: [(on) => todayRoutes(on, { ledger, calendar: officialCalendar, workSources: [waiting] })],
});
const url = `/api/v1/agencies/${region.bureau.code}/today`;

test("shows what waits for the person in the posts held there, and the unread messages", async () => {
  const { officeHead } = region.staff;
  await notify(db, {
    agencyId: region.bureau.id,
    to: [officeHead.id],
    kind: "review",
    title: "请审核",
    onceKey: "review:1",
    at: ledger.clock.instant(),
  });
  const today = (await app.inject({ url, headers: await signInAs(ledger, officeHead) })).json<Today>();
  expect(today).toMatchObject({
    today: "2026-03-02",
    items: [{ kind: "application", number: "2026-0007", daysLeft: 2, urgency: "soon", asDeputy: false, act: "审核" }],
    messages: [{ kind: "review", title: "请审核", url: "/console/agencies/yunxi-jiaoyu/messages" }],
    unreadMessages: 1,
  });
});

test("shows nothing of another's work, and nothing at all to strangers", async () => {
  const other = await app.inject({ url, headers: await signInAs(ledger, region.staff.handler) });
  expect(other.json()).toMatchObject({ items: [], messages: [], unreadMessages: 0 });
  expect((await app.inject({ url, headers: await signInAs(ledger, region.elsewhereAdministrator) })).statusCode).toBe(404);
  expect((await app.inject({ url })).statusCode).toBe(401);
});
