import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { notify } from "./notify.ts";
import { messageRoutes } from "./routes.ts";
import type { MessageList } from "./schema.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger, { slices: [messageRoutes] });
const url = `/api/v1/agencies/${region.bureau.code}/messages`;
const { handler, registrar } = region.staff;

async function tell(to: { readonly id: string }, count: number, what: string) {
  for (let n = 1; n <= count; n += 1) {
    clock.moveMinutes(1);
    const message = { kind: "assignment" as const, title: `${what} ${n}`, onceKey: `${what}:${n}` };
    await notify(db, { agencyId: region.bureau.id, to: [to.id], at: clock.instant(), ...message });
  }
}

const list = async (person: typeof handler, query = "") =>
  (await app.inject({ url: `${url}${query}`, headers: await signInAs(ledger, person) })).json<MessageList>();

describe("one's messages", () => {
  test("come page by page, the newest first, and only one's own", async () => {
    await tell(handler, 5, "交办");
    await tell(registrar, 1, "登记");
    const first = await list(handler, "?limit=3");
    expect(first).toMatchObject({ unread: 5, messages: [{ title: "交办 5", mail: "waiting" }, { title: "交办 4" }, { title: "交办 3" }] });
    const second = await list(handler, `?limit=3&before=${first.next}`);
    expect([second.messages.map(({ title }) => title), second.next]).toEqual([["交办 2", "交办 1"], null]);
  });

  test("are marked as read one by one or all together, but never those that came since, nor another's", async () => {
    const headers = await signInAs(ledger, handler);
    const [newest, next] = (await list(handler)).messages;
    const others = (await list(registrar)).messages.map(({ id }) => id);
    const mark = async (payload: object) => (await app.inject({ method: "POST", url: `${url}/reading`, headers, payload })).json<object>();
    expect(await mark({ ids: [newest?.id, ...others] })).toEqual({ unread: 4 });
    expect((await list(registrar)).unread).toBe(1);
    expect((await list(handler, "?unread=true")).messages[0]?.id).toBe(next?.id);
    const opened = clock.instant();
    await tell(handler, 1, "后到");
    expect(await mark({ until: opened })).toEqual({ unread: 1 });
    expect((await app.inject({ url: `${url}/unread`, headers })).json()).toEqual({ unread: 1 });
  });

  test("are nobody's without a sign-in, and not there for another region", async () => {
    expect((await app.inject({ url })).statusCode).toBe(401);
    const headers = await signInAs(ledger, region.elsewhereAdministrator);
    expect((await app.inject({ url, headers })).statusCode).toBe(404);
  });

  test("an administrator from above has a list of his own here", async () => {
    expect(await list(region.countyAdministrator)).toEqual({ messages: [], unread: 0, next: null });
  });
});

test("quiet hours are each person's own, eight at night to eight in the morning unless chosen otherwise", async () => {
  const headers = await signInAs(ledger, handler);
  const address = "/api/v1/account/notifications";
  const usual = { mail: true, quietFrom: "20:00", quietUntil: "08:00", onDaysOff: false };
  expect((await app.inject({ url: address, headers })).json()).toEqual(usual);
  const chosen = { ...usual, quietFrom: "18:30", onDaysOff: true };
  expect((await app.inject({ method: "PUT", url: address, headers, payload: chosen })).json()).toEqual(chosen);
  expect((await app.inject({ url: address, headers })).json()).toEqual(chosen);
  expect((await app.inject({ url: address, headers: await signInAs(ledger, registrar) })).json()).toEqual(usual);
  expect((await app.inject({ method: "PUT", url: address, headers, payload: { quietFrom: "25:00" } })).statusCode).toBe(400);
});
