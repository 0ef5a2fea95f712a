import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aLedger, anAgency } from "../../ledger/testing.ts";
import { aDatabase } from "../../platform/database/testing.ts";
import { anApp } from "../../testing.ts";
import { disclosurePortalRoutes } from "../index.ts";
import { type AnItem, anItem } from "./testing.ts";
import { watchItems } from "./watch-items.ts";

const database = await aDatabase();
const ledger = aLedger(database);
const silent = { warn: () => {} };

async function aPortal() {
  const itemsWatch = await watchItems(database, silent);
  const app = await anApp({ ledger, itemsWatch, slices: [disclosurePortalRoutes], settings: { baseUrl: "https://www.example.gov.cn" } });
  return { app, get: async (url: string, headers = {}) => app.inject({ url, headers }), close: () => itemsWatch.close() };
}

const codeOf = async (agencyId: number) =>
  (await database.db.selectFrom("agency").select("code").where("agency_id", "=", agencyId).executeTakeFirstOrThrow()).code;

const State = fc.record({
  status: fc.constantFrom("draft", "published", "withdrawn", "expired"),
  hasNext: fc.boolean(),
  hasFile: fc.boolean(),
});

describe("what is not public", () => {
  test(
    "is reached by no address, list, search, feed, sitemap, file or verification, whatever states items are in",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(State, { minLength: 1, maxLength: 8 }), async (states) => {
          const agencyId = await anAgency(database);
          const code = await codeOf(agencyId);
          const secrets: string[] = [];
          const files: string[] = [];
          const shown: string[] = [];
          const word = (kind: string) => `${kind}${randomUUID().replaceAll("-", "").slice(0, 12)}`;
          for (const { status, hasNext, hasFile } of states) {
            const [title, body, next, filed] = [word("t"), word("b"), word("n"), word("f")];
            const sha256 = createHash("sha256").update(filed).digest("hex");
            const itemId = await anItem(database.db, {
              agencyId,
              status,
              title,
              body,
              ...(hasNext ? { nextBody: next } : {}),
              ...(hasFile ? { attachment: { sha256, name: "附件.txt", text: filed } } : {}),
            });
            if (status !== "published") secrets.push(title, body, filed);
            else shown.push(title);
            secrets.push(next);
            if (hasFile && status !== "published") files.push(`/organs/${code}/items/${itemId}/files/${sha256}`);
          }
          const { get, close } = await aPortal();
          const ids = (
            await database.db.selectFrom("item_text").select("item_id").distinct().where("agency_id", "=", agencyId).execute()
          ).map((row) => row.item_id);
          const pages = [
            "/",
            "/index.json",
            "/organs",
            `/organs/${code}`,
            `/organs/${code}.json`,
            `/organs/${code}/items`,
            `/organs/${code}/items.json`,
            `/organs/${code}/items?node=20.7`,
            "/policies",
            "/policies.json",
            "/feed.xml",
            `/organs/${code}/feed.xml`,
            `/organs/${code}/feed.xml?node=20.7`,
            "/sitemap-items.xml",
            `/organs/${code}/sitemap.xml`,
            ...ids.flatMap((id) => [`/organs/${code}/items/${id}`, `/organs/${code}/items/${id}.json`]),
          ];
          for (const url of pages) {
            const { body } = await get(url);
            expect(
              secrets.filter((secret) => body.includes(secret)),
              url,
            ).toEqual([]);
          }
          for (const secret of secrets) {
            for (const url of [`/api/v1/search?q=${secret}`, `/search.json?q=%22${secret}%22`])
              expect(JSON.parse((await get(url)).body), url).toMatchObject({ total: 0, results: [] });
          }
          for (const url of files) expect((await get(url)).statusCode, url).toBe(404);
          for (const title of shown) expect(JSON.parse((await get(`/api/v1/search?q=${title}`)).body).total).toBe(1);
          await close();
        }),
        { numRuns: 12, seed: 20_260_302 },
      );
    },
  );

  test("a draft's address answers like one that never was", async () => {
    const agencyId = await anAgency(database);
    const code = await codeOf(agencyId);
    const itemId = await anItem(database.db, { agencyId, status: "draft", title: "草稿", body: "未定" });
    const { get, close } = await aPortal();
    const [draft, nothing] = [await get(`/organs/${code}/items/${itemId}`), await get(`/organs/${code}/items/${randomUUID()}`)];
    expect([draft.statusCode, draft.body]).toEqual([nothing.statusCode, nothing.body]);
    expect(draft.statusCode).toBe(404);
    await close();
  });
});

describe("what has just changed", () => {
  const item = (agencyId: number, more: Partial<AnItem>): AnItem => ({
    agencyId,
    status: "published",
    title: "关于供水价格的公告",
    body: "每吨二元",
    ...more,
  });

  test("shows at once in every process: published, then withdrawn", async () => {
    const agencyId = await anAgency(database);
    const code = await codeOf(agencyId);
    const [one, other] = [await aPortal(), await aPortal()];
    const list = `/organs/${code}/items`;
    for (const { get } of [one, other]) expect((await get(list)).body).not.toContain("供水价格");
    const itemId = await anItem(database.db, item(agencyId, {}));
    for (const { get } of [one, other]) {
      await expect.poll(async () => (await get(list)).body).toContain("供水价格");
      expect((await get(`${list}/${itemId}`)).statusCode).toBe(200);
      expect(JSON.parse((await get("/api/v1/search?q=%E4%BE%9B%E6%B0%B4")).body).total).toBe(1);
    }
    await anItem(database.db, item(agencyId, { itemId, status: "withdrawn" }));
    for (const { get } of [one, other]) {
      await expect.poll(async () => (await get(`${list}/${itemId}`)).statusCode).toBe(410);
      expect((await get(list)).body).not.toContain("供水价格");
      expect((await get(`/organs/${code}/feed.xml`)).body).not.toContain("供水价格");
      expect(JSON.parse((await get("/api/v1/search?q=%E4%BE%9B%E6%B0%B4")).body).total).toBe(0);
    }
    await Promise.all([one.close(), other.close()]);
  });

  test("shows even while the connection that listens is lost", async () => {
    const agencyId = await anAgency(database);
    const code = await codeOf(agencyId);
    const { get, close } = await aPortal();
    const itemId = await anItem(database.db, item(agencyId, {}));
    await expect.poll(async () => (await get(`/organs/${code}/items/${itemId}`)).statusCode).toBe(200);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen gongkai_items%'`.execute(
      database.db,
    );
    await anItem(database.db, item(agencyId, { itemId, status: "withdrawn" }));
    await expect.poll(async () => (await get(`/organs/${code}/items/${itemId}`)).statusCode).toBe(410);
    await close();
  });

  test("what an organ publishes leaves another's pages in memory", async () => {
    const [mine, theirs] = [await anAgency(database), await anAgency(database)];
    const watch = await watchItems(database, silent);
    const [before, others] = [watch.version(mine), watch.version(theirs)];
    await anItem(database.db, item(mine, {}));
    await expect.poll(() => watch.version(mine)).not.toBe(before);
    expect(watch.version(theirs)).toBe(others);
    await watch.close();
  });
});
