import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, costOf, costOfEach, type MeasuredServer, startArticles, startBare, startOurs } from "./measured-server.ts";
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
const ORGANS = 20;
/** Until every process has heard of a change. */
const HEARD_MILLISECONDS = 100;

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
 * Articles of two thousand, each asked for once while nothing may be answered from memory (every organ is said to have changed):
 * route, load, template, headers, log, send; beside the bare framework with the same template and its data in memory.
 */
async function measureFresh(times: number, rows: (string | number)[][]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const opened = await openBenchDatabase(root, ORGANS);
  const { pool } = opened.database;
  try {
    await fillItems(opened, ARTICLES, () => {});
    const { rows: items } = await pool.query<{ path: string }>(
      "select '/organs/organ-' || agency_id || '/items/' || item_id as path from published_item limit $1",
      [times],
    );
    const paths = items.map(({ path }) => path);
    const [path = ""] = paths;
    const ours = await startOurs({ DATA_DIR: root });
    const reference = await startArticles(root);
    try {
      const { body } = await ask(ours.address + path, UNPACKED);
      const same = await ask(reference.address + path, UNPACKED);
      if (withoutOrigin(body) !== withoutOrigin(same.body)) throw new Error("The reference does not serve the same page.");
      const pairs = await inTurn(
        async () => {
          await pool.query("select pg_notify('gongkai_items', n::text) from generate_series(1, $1) as n", [ORGANS]);
          await new Promise((resolve) => setTimeout(resolve, HEARD_MILLISECONDS));
          return costOfEach(ours, paths, UNPACKED);
        },
        () => costOfEach(reference, paths, UNPACKED),
      );
      rows.push(["article, made anew; same template, data in memory", (body.length / 1024).toFixed(1), ...sayCosts(pairs)]);
    } finally {
      await reference.stop();
      await ours.stop();
    }
  } finally {
    await opened.database.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A page names the site's own address, which is another for each server. */
const withoutOrigin = (body: Buffer): string => body.toString("utf8").replaceAll(/http:\/\/[\w.]+:\d+/g, "");

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
