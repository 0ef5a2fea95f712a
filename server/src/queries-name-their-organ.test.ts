import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialCalendar } from "@gongkai/statute";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { writeCookie } from "./accounts/index.ts";
import { openDemoSession } from "./demo/demo-people.ts";
import { wordsOf } from "./audit/index.ts";
import { DEMO_ORGANS, fillDemo, fillDemoCases } from "./demo/index.ts";
import type { Ledger } from "./ledger/index.ts";
import { listRefused } from "./ledger/citus/list-refused.ts";
import { canWatchQueries, watchQueries } from "./ledger/watch-queries.ts";
import { stoppedClock } from "./platform/clock.ts";
import { aDatabase } from "./platform/database/testing.ts";
import { folderFileStore } from "./platform/files/file-store.ts";
import { takeAttempt } from "./platform/attempts.ts";
import { listProjections } from "./projections.ts";
import { indexItem } from "./search/index.ts";
import { EVENT_WORDS, listActHooks } from "./slices.ts";
import { aKey, anApp } from "./testing.ts";

const database = await aDatabase();
const watched = watchQueries(database);
const { db } = watched;
const ledger: Ledger = {
  db,
  clock: stoppedClock("2026-03-20T01:30:00.000Z"),
  keys: aKey(),
  projections: listProjections(officialCalendar),
};
const files = folderFileStore(mkdtempSync(join(tmpdir(), "queries-")));

/** Second of the demonstration's organs, 云溪县教育局. */
const ORGAN = 2;

const canTell = await canWatchQueries(database);

/** Design §5: on a distributed database a query that does not name its organ asks every machine. */
test.runIf(canTell)(
  "every query of the demonstration and of every page that reads names its organ, or is declared regional",
  async () => {
    const organs = DEMO_ORGANS.slice(0, 2).map((organ) => ({ ...organ, past: 9, open: 4 })); // one case of every kind
    const needs = {
      ledger,
      services: () => ({ calendar: officialCalendar(), hooks: listActHooks({ ledger, files }) }),
      calendar: officialCalendar,
      organs,
    };
    await fillDemo(needs);
    await fillDemoCases(needs, new AbortController().signal);
    const app = await anApp({ ledger });
    const application = await db
      .selectFrom("application")
      .select("application_id")
      .where("agency_id", "=", ORGAN)
      .executeTakeFirstOrThrow();
    const params: Readonly<Record<string, string>> = { agency: "yunxi-jiaoyu", application: application.application_id, year: "2025" };
    let answered = 0;
    const people = await db
      .selectFrom("post")
      .select("holder_id as id")
      .where("agency_id", "=", ORGAN)
      .where("role", "in", ["registrar", "officeHead", "administrator"])
      .execute();
    for (const { id } of people) {
      const session = await openDemoSession(ledger, { personId: id, address: "127.0.0.1", device: "test" });
      if (session === undefined) throw new Error("no session");
      const cookie = writeCookie(session, undefined).split(";")[0] ?? "";
      for (const { method, url, audience } of app.routeList) {
        if (method !== "GET" || audience === "probe" || url.startsWith("/console")) continue;
        const address = url.replaceAll(/:(\w+)/g, (_whole, name: string) => params[name] ?? "00000000-0000-4000-8000-000000000000");
        const answer = await app.inject({ url: address, headers: { cookie } });
        expect(answer.statusCode, `${address}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        if (answer.statusCode === 200) answered += 1;
      }
    }
    expect(answered).toBeGreaterThan(30);
    const attempted = { limit: { most: 1, windowSeconds: 60, blockSeconds: 60 }, bucket: "test:queries", at: ledger.clock.instant() };
    await takeAttempt(db, attempted);
    await takeAttempt(db, attempted);
    await indexItem(db, ORGAN, await anItemWithFile());
    expect(watched.listSeen().some(({ sql: asked }) => asked.includes("insert into search_document"))).toBe(true);
    expect(await watched.listUnnamed()).toEqual([]);
    expect(await listRefused(database.pool, watched.listSeen())).toEqual([]);
    await app.close();
  },
  180_000,
);

/** A public item with a file: the demonstration's are published by the clock, which stands still here. */
async function anItemWithFile(): Promise<string> {
  const { rows } = await sql<{ item_id: string }>`
    insert into published_item (agency_id, item_id, status, title, summary, genre, keywords, publisher, index_number, formed_on, public_version,
      first_published_at, published_at, published_on, attachments, interprets, interpreted_by, hash, signature, key_id, version)
    values (${ORGAN}, gen_random_uuid(), 'published', '通知', '', 'notice', '{}', '云溪县教育局', 'X-1', '2026-01-05', 1,
      '2026-01-05', '2026-01-05', '2026-01-05', ${JSON.stringify([{ sha256: "0".repeat(64) }])}, '{}', '{}', '', '', gen_random_uuid(), 1)
    returning item_id`.execute(database.db);
  return rows[0]?.item_id ?? "";
}

test.runIf(canTell)("every event of the demonstration has words for the audit", async () => {
  const kinds = await db.selectFrom("event").select(["stream_kind", "type"]).distinct().execute();
  expect(kinds.length).toBeGreaterThan(15);
  expect(kinds.filter(({ stream_kind, type }) => wordsOf(stream_kind, type, EVENT_WORDS) === type)).toEqual([]);
});
