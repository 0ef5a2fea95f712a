import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { draftItem, reviseItem } from "../../disclosures/index.ts";
import { keepAttachment } from "../../disclosures/keep-attachment.ts";
import { markItem } from "../../disclosures/mark-item.ts";
import { publishItem } from "../../disclosures/publish-item.ts";
import { submitItem } from "../../disclosures/review-item.ts";
import { MarkItem, SubmitItem, WithdrawItem } from "../../disclosures/schema.ts";
import { screenItem } from "../../disclosures/screen-item.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, signAll, STAFF, valueOf } from "../../disclosures/testing.ts";
import { withdrawItem } from "../../disclosures/withdraw-item.ts";
import { connectTo } from "../../platform/database/open-database.ts";
import { aDatabase } from "../../platform/database/testing.ts";
import { folderFileStore } from "../../platform/files/file-store.ts";
import { announceChange } from "../../search/index.ts";
import { anApp } from "../../testing.ts";
import { disclosurePortalRoutes } from "../index.ts";
import { watchItems } from "./watch-items.ts";

const database = await aDatabase();
const files = folderFileStore(join(tmpdir(), "gongkai-test-files")); // where `anApp` looks
const readers = { read: async (bytes: Uint8Array) => new TextDecoder().decode(bytes) };
const on = (when: string) => ({ ...aDisclosureLedger(database.db, when), afterAppend: announceChange });

/** A server process of its own: its own connections, its own pages in memory. */
async function aProcess() {
  const connected = await connectTo({ connectionString: database.url }, 4, async () => {});
  if (!connected.ok) throw new Error(connected.message);
  const itemsWatch = await watchItems(connected.value, { warn: () => {} });
  const ledger = { ...on("2026-03-20"), db: connected.value.db };
  const app = await anApp({ ledger, itemsWatch, slices: [disclosurePortalRoutes], settings: { baseUrl: "https://www.example.gov.cn" } });
  onTestFinished(async () => {
    await app.close();
    await itemsWatch.close();
    await connected.value.close();
  });
  return async (url: string) => {
    const { statusCode, body } = await app.inject({ url });
    return { status: statusCode, body };
  };
}

/** Every page that could show an item, but its own. */
const listsOf = (code: string) => [
  "/",
  "/index.json",
  "/organs",
  `/organs/${code}`,
  `/organs/${code}.json`,
  `/organs/${code}/items`,
  `/organs/${code}/items.json`,
  `/organs/${code}/items?node=20.11`,
  "/policies",
  "/feed.xml",
  `/organs/${code}/feed.xml`,
  "/sitemap-items.xml",
  `/organs/${code}/sitemap.xml`,
];

const DRAFT = { title: "学区划分安排", html: "<p>城东片区由第一小学接收。</p>" };
const NEXT = { title: "学区划分安排（更正）", html: "<p>城东片区由第三小学接收。</p>", correction: "接收学校有误，现予更正。" };
const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

test("what the office does shows at once in two processes, and nothing of it before", { timeout: 120_000 }, async () => {
  await addAnOrgan(database.db, 1);
  const [code, agencyId] = ["yunxi-1", 1];
  const processes = [await aProcess(), await aProcess()];
  const entry = await anEntry(on("2026-03-02"), agencyId);
  const kept = async (text: string, name: string) =>
    valueOf(
      await keepAttachment(
        on("2026-03-02"),
        { files, readers },
        { agencyId, officer: STAFF.drafter, bytes: new TextEncoder().encode(text), name },
      ),
    );
  const [map, newMap] = [await kept("滨河路以东", "旧图.txt"), await kept("胜利街以东", "新图.txt")];
  const draft = aDraft(entry, { ...DRAFT, attachments: [{ sha256: map.sha256, name: map.name }] });
  const begun = valueOf(await draftItem(on("2026-03-02"), files, { agencyId, officer: STAFF.drafter, given: draft }));
  const call = { agencyId, itemId: begun.id, officer: STAFF.drafter };
  const page = `/organs/${code}/items/${begun.id}`;
  const fileOf = (text: string) => `${page}/files/${sha256Of(text)}`;

  /** Asked of both processes, until both say so: a notification is on its way for a moment. */
  const everywhere = async (url: string, says: { status: number; with?: string; without?: string }) => {
    for (const get of processes) {
      const answer = async () => {
        const { status, body } = await get(url);
        return [status, says.with === undefined || body.includes(says.with), says.without === undefined || !body.includes(says.without)];
      };
      await expect.poll(answer, { timeout: 15_000 }).toEqual([says.status, true, true]);
    }
  };
  const nothingOf = async (...secrets: string[]) => {
    for (const url of [...listsOf(code), page, `${page}.json`]) {
      for (const get of processes) {
        const { body } = await get(url);
        expect(
          secrets.filter((secret) => body.includes(secret)),
          url,
        ).toEqual([]);
      }
    }
    for (const secret of secrets) await everywhere(`/search.json?q=${encodeURIComponent(secret)}`, { status: 200, without: begun.id });
  };
  const bringOut = async (version: number): Promise<number> => {
    const screened = valueOf(await screenItem(on("2026-03-03"), files, { ...call, given: { version } }));
    const submitted = valueOf(await submitItem(on("2026-03-03"), { ...call, given: SubmitItem.parse({ version: screened.version }) }));
    const signed = await signAll(on("2026-03-03"), { agencyId, itemId: begun.id, version: submitted.version });
    await nothingOf("城东片区由第三小学", "胜利街以东");
    const published = await publishItem(on("2026-03-04"), { ...call, officer: STAFF.officeHead, given: { version: signed.version } });
    return valueOf(published).version;
  };

  // A draft: its address answers like one that never was, its file too.
  const marked = valueOf(await markItem(on("2026-03-02"), { ...call, given: MarkItem.parse({ version: 1, attribute: "proactive" }) }));
  await everywhere(page, { status: 404 });
  await everywhere(fileOf("滨河路以东"), { status: 404 });
  await nothingOf("学区划分", "城东片区", "滨河路以东");
  await everywhere(`/verify.json?q=${sha256Of("滨河路以东")}`, { status: 200, with: '"unknown"' });

  // Published.
  const first = await bringOut(marked.version);
  for (const url of listsOf(code).filter((one) => !/^\/(organs|sitemap-items.xml)$/.test(one)))
    await everywhere(url, { status: 200, with: url.includes("sitemap") ? begun.id : "学区划分安排" });
  await everywhere(page, { status: 200, with: "第一小学" });
  await everywhere(fileOf("滨河路以东"), { status: 200, with: "滨河路" });
  await everywhere("/search.json?q=%E6%BB%A8%E6%B2%B3%E8%B7%AF", { status: 200, with: begun.id });
  const { hash } = JSON.parse((await processes[0]?.(`${page}.json`))?.body ?? "{}") as { hash: string }; // as its page says
  await everywhere(`/verify.json?q=${hash}`, { status: 200, with: '"isCurrent":true' });
  await everywhere(`/verify.json?q=${sha256Of("滨河路以东")}`, { status: 200, with: '"genuine"' });

  // A correction is being written: the public goes on seeing what was published, and nothing of the new.
  const next = aDraft(entry, { ...NEXT, attachments: [{ sha256: newMap.sha256, name: newMap.name }] });
  const revised = valueOf(await reviseItem(on("2026-03-05"), files, { ...call, given: { ...next, version: first } }));
  await everywhere(page, { status: 200, with: "第一小学", without: "第三小学" });
  await everywhere(fileOf("胜利街以东"), { status: 404 });
  await nothingOf("第三小学", "胜利街以东");

  // Corrected: what was there before is gone, its hash is told as that of an earlier version.
  const second = await bringOut(revised.version);
  await everywhere(page, { status: 200, with: "第三小学", without: "第一小学" });
  await everywhere(fileOf("胜利街以东"), { status: 200 });
  await everywhere(fileOf("滨河路以东"), { status: 404 });
  await everywhere("/search.json?q=%E6%BB%A8%E6%B2%B3%E8%B7%AF", { status: 200, without: begun.id });
  await everywhere(`/verify.json?q=${hash}`, { status: 200, with: '"isCurrent":false' });

  // Withdrawn: the stub says so, nothing else does.
  const reason = WithdrawItem.parse({ version: second, reason: "待重新核定", publicTitle: "一条已撤回的信息" });
  valueOf(await withdrawItem(on("2026-03-06"), { ...call, officer: STAFF.leader, given: reason }));
  await everywhere(page, { status: 410, with: "待重新核定" });
  for (const url of listsOf(code)) await everywhere(url, { status: 200, without: "学区划分" });
  await everywhere(`/organs/${code}/sitemap.xml`, { status: 200, without: begun.id });
  await everywhere(fileOf("胜利街以东"), { status: 404 });
  await nothingOf("学区划分", "第三小学", "胜利街以东");
  await everywhere(`/verify.json?q=${hash}`, { status: 200, with: '"withdrawn"', without: "学区划分" });
});

test("what an organ that was abolished has published stays, and is said to be of an abolished organ", async () => {
  await addAnOrgan(database.db, 2);
  await database.db.updateTable("agency").set({ closed_on: "2026-03-10" }).where("agency_id", "=", 2).execute();
  const get = await aProcess();
  expect((await get("/organs/yunxi-2")).body).toMatch(/已于 2026-03-10 撤销/);
  expect((await get("/organs/yunxi-2")).body).not.toContain('href="/apply/yunxi-2"');
  expect((await get("/organs")).body).not.toContain("/organs/yunxi-2");
});

test.each([
  "/search?q=%00a",
  "/search?q=a&topic=%00&organ=%00",
  "/policies?genre=%00&validity=%00",
  "/organs/yunxi-1/items?topic=%00&genre=%00&node=%00&entry=%00&validity=%00&year=%00&page=%00",
  "/organs/yunxi-1/feed.xml?node=%00",
  "/verify?q=%00a",
  "/verify.json?q=%00",
  `/search?q=${"长".repeat(500)}`,
  "/search?q=1&q=2&page=-1",
])("%s is answered like any other", async (url) => {
  expect((await (await aProcess())(url)).status).toBe(200);
});

test("a query without a word in it finds nothing, a page beyond the last shows the last", async () => {
  const get = await aProcess();
  expect(JSON.parse((await get("/search.json?q=%22%5C%26%7C%21%3A%2A%28")).body)).toMatchObject({ total: 0, results: [] });
  expect(JSON.parse((await get("/organs/yunxi-1/items.json?page=999")).body)).toMatchObject({ page: 1 });
});
