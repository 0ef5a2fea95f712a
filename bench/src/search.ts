import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { regionFindResults } from "@gongkai/server/maintenance";
import { fillItems, MARKED } from "./fill-items.ts";
import { type Opened, openBenchDatabase } from "./open-bench-database.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

const GOAL_MILLISECONDS = 50;
const ITEMS = 1_000_000;
const ORGANS = 20;
const TIMES = 40;

interface Asked {
  readonly what: string;
  readonly text: string;
  readonly filter?: Readonly<Record<string, string | number | boolean>>;
  readonly page?: number;
}

/** What people ask for: everywhere and seldom, alone and together, narrowed down, literally, on a later page. */
const ASKED: readonly Asked[] = [
  ...MARKED.map(({ word, share }) => ({ what: `one word in ${share * 100} %`, text: word })),
  { what: "a word of most texts, and of titles", text: "教育" },
  { what: "three frequent words", text: "教育 财政 项目" },
  { what: "frequent and rare", text: "教育 庚辛" },
  { what: "five percent and a half", text: "甲乙 丙丁" },
  { what: "of one organ", text: "教育", filter: { agencyId: 7 } },
  { what: "of a year and a kind", text: "教育", filter: { year: 2019, genre: "opinion" } },
  { what: "page 5", text: "财政", page: 5 },
  { what: "a phrase", text: "“教育卫生”" },
  { what: "a synonym", text: "公积金" },
  { what: "nowhere", text: "zzzz" },
  { what: "policy library, no words", text: "", filter: { policy: true } },
  { what: "policy library, theme and year", text: "", filter: { policy: true, topic: "主题7", year: 2020 } },
];

/** What anyone would write first: all that match, ranked by PostgreSQL, the first twenty. */
const PLAIN_SQL = `select item_id, published_at from search_document where search @@ plainto_tsquery('simple', $1)
  order by ts_rank(search, plainto_tsquery('simple', $1)) desc, published_at desc limit 20`;

/**
 * Search over a million public items (`--documents` for fewer) as the page /search does it: title hits first, facets, twenty
 * results with their texts read and words marked; beside plain ranked SQL for the same words on the same database.
 */
export async function search({ documents = ITEMS }: BenchOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  try {
    const opened = await openBenchDatabase(root, ORGANS);
    try {
      await fillItems(opened, documents, (text) => process.stderr.write(`${text}\n`));
      await measure(opened, documents);
    } finally {
      await opened.database.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure({ database: { db, pool } }: Opened, documents: number): Promise<void> {
  const rows: (string | number)[][] = [];
  const all: number[] = [];
  for (const { what, text, filter = {}, page = 1 } of ASKED) {
    const ours: number[] = [];
    const plain: number[] = [];
    let found = { total: 0, isCapped: false };
    for (let time = -3; time < TIMES; time += 1) {
      const began = performance.now();
      found = await regionFindResults(db, { text, ...filter, page, pageSize: 20 });
      const took = performance.now() - began;
      if (time < 0) continue;
      ours.push(took);
      if (time % 20 !== 0 || text === "") continue;
      const beganPlain = performance.now();
      await pool.query(PLAIN_SQL, [text.replaceAll(/[“”]/g, "")]);
      plain.push(performance.now() - beganPlain);
    }
    all.push(...ours);
    const median = plain.length === 0 ? "—" : quantile(plain, 0.5).toFixed(0);
    rows.push([
      what,
      `${found.total}${found.isCapped ? "+" : ""}`,
      quantile(ours, 0.5).toFixed(1),
      quantile(ours, 0.95).toFixed(1),
      median,
    ]);
  }
  rows.push(["all", "", quantile(all, 0.5).toFixed(1), quantile(all, 0.95).toFixed(1), ""]);
  printTable(
    `Search over ${documents} public items, milliseconds (${TIMES} each; goal: p95 of all below ${GOAL_MILLISECONDS}); plain: ranked SQL for the same words`,
    ["", "found", "median", "p95", "plain"],
    rows,
  );
}
