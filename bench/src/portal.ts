import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type Dependencies, readSettings } from "@gongkai/server";
import { deafItemsWatch, disclosurePortalRoutes, loadItem, openSite, systemClock } from "@gongkai/server/maintenance";
import fastify from "fastify";
import { ask, costOf, type MeasuredServer, startBare, startOurs } from "./measured-server.ts";
import { fillItems } from "./fill-items.ts";
import { openBenchDatabase } from "./open-bench-database.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

const PACKED = { "accept-encoding": "gzip", accept: "text/html" };
const UNPACKED = { accept: "text/html" };
const GOAL = 60;
const ROUNDS = 11;
const ARTICLES = 2_000;

/**
 * Pages of what is public. From memory: beside the bare framework sending the same bytes. Not from memory: beside the
 * same template rendered from data in memory, for every request too.
 */
export async function portal({ documents = 400 }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const ours = await startOurs({ DEMO: "on", DATA_DIR: folder });
  try {
    const item = await waitForDemo(ours);
    const rows: (string | number)[][] = [];
    await measureKept(ours, { "front page": "/", organ: "/organs/yunxi", list: "/organs/yunxi/items", article: item }, documents, rows);
    await measureFresh(documents, rows);
    printTable(
      `Public pages, microseconds of CPU of the server process for each (median of ${ROUNDS} rounds of ${documents})`,
      ["", "KiB sent", "ours", "reference", "of reference", "goal"],
      rows,
    );
  } finally {
    await ours.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureKept(
  ours: MeasuredServer,
  pages: Readonly<Record<string, string>>,
  times: number,
  rows: (string | number)[][],
): Promise<void> {
  const bare = await startBare(
    await Promise.all(
      Object.values(pages).map(async (path) => {
        const { headers, body } = await ask(ours.address + path, PACKED);
        return { path, type: headers["content-type"] ?? "", encoding: headers["content-encoding"], body: body.toString("base64") };
      }),
    ),
  );
  try {
    for (const [what, path] of Object.entries(pages)) {
      const { body } = await ask(ours.address + path, PACKED);
      const pairs = await inTurn(
        () => costOf(ours, path, PACKED, times),
        () => costOf(bare, path, PACKED, times),
      );
      rows.push([`${what}, from memory; bare framework`, (body.length / 1024).toFixed(1), ...sayCosts(pairs)]);
    }
  } finally {
    await bare.stop();
  }
}

/**
 * Articles of two thousand, each asked for in turn while nothing may be answered from memory: load, template, headers, send;
 * beside the bare framework with the same template and its data in memory. Both asked in-process.
 */
async function measureFresh(times: number, rows: (string | number)[][]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const opened = await openBenchDatabase(root, 20);
  try {
    await fillItems(opened, ARTICLES, () => {});
    const read = readSettings({ RATE_LIMIT_PER_MINUTE: "0", DATA_DIR: root });
    if (!read.ok) throw new Error(read.message);
    const unheard = deafItemsWatch();
    const dependencies = {
      settings: read.settings,
      ledger: opened.ledger,
      clock: systemClock,
      // The organs are known, as in any server that has answered before; every page is made anew.
      itemsWatch: { ...unheard, version: (agencyId?: number) => (agencyId === 0 ? "known" : unheard.version(agencyId)) },
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
    const app = await createApp({ ...dependencies, log, close: async () => {} }, [disclosurePortalRoutes]);
    const site = await openSite(app, dependencies);
    const { rows: items } = await opened.database.pool.query<{ agency_id: number; item_id: string }>(
      "select agency_id, item_id from published_item limit $1",
      [times],
    );
    const reference = fastify();
    const pages = new Map<string, () => string>();
    for (const { agency_id: agencyId, item_id: itemId } of items) {
      const organ = await site.directory.find(`organ-${agencyId}`);
      const page = organ === undefined ? undefined : await loadItem(site, organ, itemId);
      if (page !== undefined) pages.set(page.path, page.html);
    }
    reference.get("/organs/:organ/items/:item", (request, reply) =>
      reply.type("text/html; charset=utf-8").send(pages.get(request.url)?.() ?? ""),
    );
    await reference.ready();
    const askAll = async (asked: { inject(url: string): PromiseLike<{ body: string }> }): Promise<number> => {
      const before = process.cpuUsage();
      for (const path of pages.keys()) await asked.inject(path);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / pages.size;
    };
    const [path = ""] = pages.keys();
    const { body } = await app.inject(path);
    const pairs = await inTurn(
      () => askAll(app),
      () => askAll(reference),
    );
    rows.push(["article, made anew; same template, data in memory", (body.length / 1024).toFixed(1), ...sayCosts(pairs)]);
    await app.close();
  } finally {
    await opened.database.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function waitForDemo({ address }: MeasuredServer): Promise<string> {
  for (;;) {
    const { body } = await ask(`${address}/api/v1/search?q=${encodeURIComponent("农田水利工程建设公示")}`, UNPACKED);
    const [last] = (JSON.parse(body.toString("utf8")) as { results?: { address: string }[] }).results ?? []; // our own API
    if (last !== undefined) {
      const found = await ask(`${address}/api/v1/search?q=${encodeURIComponent("停放管理办法的通知")}`, UNPACKED);
      const { results } = JSON.parse(found.body.toString("utf8")) as { results: { address: string }[] };
      await new Promise((resolve) => setTimeout(resolve, 45_000)); // the demonstration's cases still come
      return results[0]?.address ?? last.address;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function inTurn(our: () => Promise<number>, reference: () => Promise<number>): Promise<readonly (readonly [number, number])[]> {
  const pairs: [number, number][] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const pair: [number, number] = [await our(), await reference()];
    if (round >= 0) pairs.push(pair);
  }
  return pairs;
}

function sayCosts(pairs: readonly (readonly [number, number])[]): (string | number)[] {
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const share = median(pairs.map(([our, reference]) => (100 * reference) / our));
  return [
    median(pairs.map(([our]) => our)).toFixed(1),
    median(pairs.map(([, reference]) => reference)).toFixed(1),
    `${share.toFixed(0)} %`,
    `${GOAL} %`,
  ];
}
