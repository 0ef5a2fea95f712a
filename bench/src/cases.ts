import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  countTables,
  listApplications,
  ListQuery,
  loadApplicationPage,
  openLedger,
  regionCountTables,
  systemClock,
} from "@gongkai/server/maintenance";
import { officialCalendar, plainDate } from "@gongkai/statute";
import { fillCases, type Filled } from "./fill-cases.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

const CASES = 1_000_000;
const ORGANS = 3_000;
const TIMES = 60;
const TODAY = plainDate("2026-03-02");
const OFFICER = {
  actor: { kind: "person", personId: "0b9c7c10-0000-4000-8000-000000000001", name: "经办人甲" },
  roles: ["handler"],
  units: [],
} as const;

type Opened = Extract<Awaited<ReturnType<typeof openLedger>>, { readonly ok: true }>["value"];

/** What is measured: ours, the same in plain SQL, and the goal for the 95th of a hundred, in milliseconds. */
interface Measured {
  readonly what: string;
  readonly goal: number;
  readonly times: number;
  readonly ours: (n: number) => Promise<unknown>;
  readonly plain: (n: number) => Promise<unknown>;
}

/**
 * The list, search and page of cases and the figures, on the embedded PostgreSQL with a million cases of 3,000 organs, a tenth
 * of them in one organ (`--documents` for fewer); beside plain SQL for the same rows in the same run.
 */
export async function cases({ documents = CASES }: BenchOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  try {
    const opened = await openLedger({ dataDir: root, databaseUrl: undefined }, systemClock);
    if (!opened.ok) throw new Error(opened.message);
    try {
      const start = performance.now();
      const filled = await fillCases(opened.value.database.pool, documents, Math.min(ORGANS, Math.max(10, Math.floor(documents / 100))));
      process.stderr.write(`filled in ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
      await measure(opened.value, filled);
    } finally {
      await opened.value.database.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure({ database: { db, pool } }: Opened, filled: Filled): Promise<void> {
  const asker = { personId: OFFICER.actor.personId, roles: OFFICER.roles };
  const list = (agencyId: number, query: object) => listApplications(db, agencyId, ListQuery.parse(query), { today: TODAY, asker });
  const { rows } = await pool.query<{ agency_id: number; application_id: string }>(
    "select agency_id, application_id from application where agency_id in (1, 7) order by request_key, application_id limit 500",
  );
  const pick = (n: number) => rows[(n * 37) % rows.length] ?? { agency_id: 1, application_id: "" };
  const organ = (n: number) => (n % 2 === 0 ? 1 : 2 + ((n * 13) % (filled.organs - 1)));
  const words = ["校舍", "招标文件", "征地补偿", "石桥水库", "2023", "名单"];
  const word = (n: number) => words[n % words.length] ?? "";
  const year = (n: number) => 2021 + (n % 5);
  const ids = Array.from({ length: filled.organs }, (_, index) => index + 1);
  const onPage = { today: TODAY, calendar: officialCalendar() };
  const parts: readonly Measured[] = [
    {
      what: "list, most urgent first",
      goal: 300,
      times: TIMES,
      ours: (n) => list(organ(n), {}),
      plain: (n) =>
        pool.query("select * from application where agency_id = $1 order by decided_on is not null, due_on limit 50", [organ(n)]),
    },
    {
      what: "list, open and mine",
      goal: 300,
      times: TIMES,
      ours: (n) => list(organ(n), { mine: "true", open: "true" }),
      plain: (n) =>
        pool.query(
          "select * from application where agency_id = $1 and decided_on is null and waiting_role = 'handler' order by due_on limit 50",
          [organ(n)],
        ),
    },
    {
      what: "list, cell of table 3",
      goal: 300,
      times: TIMES,
      ours: (n) => list(organ(n), { year: year(n), row: "granted", sort: "-received" }),
      plain: (n) =>
        pool.query(
          "select * from application where agency_id = $1 and counted_year = $2 and row_2021 = 'granted' order by received_on desc limit 50",
          [organ(n), year(n)],
        ),
    },
    {
      what: "list, page 100",
      goal: 300,
      times: TIMES,
      ours: (n) => list(1, { page: 20 + (n % 80), sort: "number" }),
      plain: (n) => pool.query("select * from application where agency_id = 1 order by number offset $1 limit 50", [(19 + (n % 80)) * 50]),
    },
    {
      what: "search",
      goal: 300,
      times: TIMES,
      ours: (n) => list(organ(n), { q: word(n) }),
      plain: (n) =>
        pool.query("select * from application where agency_id = $1 and summary like $2 order by due_on limit 50", [
          organ(n),
          `%${word(n)}%`,
        ]),
    },
    {
      what: "page of a case",
      goal: 300,
      times: TIMES,
      ours: (n) =>
        loadApplicationPage(db, { agencyId: pick(n).agency_id, applicationId: pick(n).application_id, officer: OFFICER, on: onPage }),
      plain: (n) =>
        pool.query("select * from event where agency_id = $1 and stream_kind = 'application' and stream_id = $2 order by stream_version", [
          pick(n).agency_id,
          pick(n).application_id,
        ]),
    },
    {
      what: `figures of an organ (${filled.largest} cases)`,
      goal: 1_000,
      times: 15,
      ours: (n) => countTables(db, 1, year(n)),
      plain: (n) =>
        pool.query(
          "select applicant_kind, row_2021, count(*) from application where agency_id = 1 and received_year <= $1 and (counted_year is null or counted_year >= $1) group by 1, 2",
          [year(n)],
        ),
    },
    {
      what: `figures of ${filled.organs} organs`,
      goal: 5_000,
      times: 5,
      ours: (n) => regionCountTables(db, ids, year(n)),
      plain: (n) =>
        pool.query(
          "select agency_id, applicant_kind, row_2021, count(*) from application where received_year <= $1 and (counted_year is null or counted_year >= $1) group by 1, 2, 3",
          [year(n)],
        ),
    },
  ];
  const table: (string | number)[][] = [];
  for (const { what, goal, times, ours, plain } of parts) {
    const reference = await run(plain, times);
    const measured = await run(ours, times);
    table.push([
      what,
      measured.half,
      measured.most,
      goal,
      reference.half,
      reference.most,
      Number(measured.most) <= goal ? "met" : "MISSED",
    ]);
  }
  printTable(
    `${filled.cases} cases of ${filled.organs} organs, milliseconds; reference: plain SQL for the same rows in the same run`,
    ["", "p50", "p95", "goal p95", "plain p50", "plain p95", ""],
    table,
  );
}

async function run(work: (n: number) => Promise<unknown>, times: number) {
  await work(0);
  await work(1);
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = performance.now();
    await work(n);
    took.push(performance.now() - before);
  }
  return { half: quantile(took, 0.5).toFixed(1), most: quantile(took, 0.95).toFixed(1) };
}
