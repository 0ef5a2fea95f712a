import { createApp, type Dependencies, readSettings } from "@gongkai/server";
import { deafItemsWatch, disclosurePortalRoutes, loadItem, openLedger, openSite, systemClock } from "@gongkai/server/maintenance";
import fastify from "fastify";

// The reference for pages made anew, as a process of its own, which tells its CPU time when asked: the bare framework renders
// every article of the database in the given folder from what it has in memory, with nothing of ours but the template.
process.on("message", () => process.send?.(process.cpuUsage()));
process.once("SIGTERM", () => process.exit());
const app = fastify();
const pages = await loadPages(process.argv[2] ?? "");
app.get("/organs/:organ/items/:item", (request, reply) => reply.type("text/html; charset=utf-8").send(pages.get(request.url)?.() ?? ""));
process.stderr.write(`已启动：${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);

/** What renders each article, by its address. */
async function loadPages(dataDir: string): Promise<ReadonlyMap<string, () => string>> {
  const read = readSettings({ DATA_DIR: dataDir });
  if (!read.ok) throw new Error(read.message);
  const opened = await openLedger({ dataDir, databaseUrl: undefined }, systemClock);
  if (!opened.ok) throw new Error(opened.message);
  const { ledger, database } = opened.value;
  const dependencies = {
    settings: read.settings,
    ledger,
    clock: systemClock,
    itemsWatch: deafItemsWatch(),
    readers: { read: async () => ({ ok: false, reason: "unreadable" }), close: async () => {} },
    calendar: () => undefined,
    refreshCalendar: async () => undefined,
    files: undefined,
  } as unknown as Dependencies; // these pages ask for nothing else
  const log = {
    level: "silent",
    info() {},
    warn() {},
    error() {},
    debug() {},
    trace() {},
    fatal() {},
    child: () => log,
  } as unknown as Parameters<typeof createApp>[0]["log"]; // writes nowhere
  const site = await openSite(await createApp({ ...dependencies, log, close: async () => {} }, [disclosurePortalRoutes]), dependencies);
  const { rows } = await database.pool.query<{ agency_id: number; item_id: string }>("select agency_id, item_id from published_item");
  const pages = new Map<string, () => string>();
  for (const { agency_id: agencyId, item_id: itemId } of rows) {
    const organ = await site.directory.find(`organ-${agencyId}`);
    const page = organ === undefined ? undefined : await loadItem(site, organ, itemId);
    if (page !== undefined) pages.set(page.path, page.html);
  }
  await database.close();
  return pages;
}
