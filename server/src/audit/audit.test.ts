import { describe, expect, test } from "vitest";
import { recordOpening } from "../accounts/index.ts";
import { actorOf, aLedger, aMovableClock, anOfficeApp, aRegion, aStrangeId, type APerson, signInAs } from "../accounts/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { auditRoutes } from "./index.ts";
import type { AuditEntry, AuditPage } from "./schema.ts";

const { db } = await aDatabase();
const clock = aMovableClock("2026-03-02T01:30:00.000Z");
const ledger = aLedger(db, { clock });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger, { slices: [auditRoutes] });
const { administrator, handler } = region.staff;

async function search(query = "", as: APerson = administrator, agency = "yunxi-jiaoyu") {
  return app.inject({ url: `/api/v1/agencies/${agency}/audit?${query}`, headers: await signInAs(ledger, as) });
}
const entriesOf = async (query: string): Promise<readonly AuditEntry[]> => ((await search(query)).json() as AuditPage).entries;

describe("the audit", () => {
  test("tells the latest first, page by page, each event once and in the office's words", async () => {
    const seen: AuditEntry[] = [];
    let before: number | null = null;
    do {
      const page: AuditPage = (await search(`limit=7${before === null ? "" : `&before=${before}`}`)).json();
      seen.push(...page.entries);
      before = page.next;
    } while (before !== null);
    const { count } = await db
      .selectFrom("event")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("agency_id", "=", region.bureau.id)
      .executeTakeFirstOrThrow();
    expect(seen.map(({ sequence }) => sequence)).toEqual(Array.from({ length: count }, (_, index) => count - index));
    expect(seen.at(-1)).toMatchObject({ type: "agencyAdded", words: "增设机关", actor: { kind: "system" } });
    expect(seen.filter(({ words }) => /^[a-z]/i.test(words))).toEqual([]);
  });

  test("a character no database keeps is a bad request, not a fault", async () => {
    expect((await search("type=%00")).statusCode).toBe(400);
  });

  test("finds what a person did and what was done to the person's account", async () => {
    await recordOpening(ledger, {
      agencyId: region.bureau.id,
      actor: actorOf(handler, "handler"),
      sealedId: aStrangeId(),
      subject: { kind: "application", id: aStrangeId() },
    });
    const found = await entriesOf(`person=${handler.id}`);
    expect(found.map(({ type }) => type)).toEqual(["sealedOpened", "personAdded"]);
    expect(found[0]).toMatchObject({
      words: "查看申请人信息",
      actor: { name: handler.name, role: "handler" },
      about: { name: handler.name },
    });
  });

  test("finds by kind, by type and by the days of Beijing time", async () => {
    clock.moveMinutes(15 * 60); // 00:30 of 3 March in Beijing, still 2 March in UTC
    await app.inject({
      method: "POST",
      url: "/api/v1/session",
      payload: { signInName: handler.signInName, password: "不是这个密码啊不是" },
    });
    expect((await entriesOf("type=signInFailed")).map(({ stream }) => stream.kind)).toEqual(["access"]);
    expect((await entriesOf("from=2026-03-03&until=2026-03-03")).map(({ type }) => type)).toEqual(["signInFailed"]);
    expect((await entriesOf("until=2026-03-02&stream=access")).map(({ type }) => type)).toEqual(["sealedOpened"]);
    expect(await entriesOf("from=2026-03-04")).toEqual([]);
  });

  test("is told of one's own organ only, and to administrators only", async () => {
    const own = (await search("limit=200", region.countyAdministrator, "yunxi")).json() as AuditPage;
    expect(own.entries.some(({ about }) => about?.id === handler.id)).toBe(false);
    expect((await search("", handler)).statusCode).toBe(403);
    expect((await search("", administrator, "yunxi")).statusCode).toBe(404);
  });

  test("says what is wrong with a question", async () => {
    const answer = await search("from=2026-02-30&limit=0&person=x");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toHaveLength(3);
  });
});
