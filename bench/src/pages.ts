import { ask, costOf, type MeasuredServer, startBare, startOurs } from "./measured-server.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";
import type { BarePage } from "./serve-pages.ts";

const PAGES = [
  { what: "report", path: "/reports/yunxi-jiaoyu/2024" },
  { what: "list, filtered", path: "/reports?year=2020" },
  { what: "check-up", path: "/check-up" },
] as const;
const PACKED = { "accept-encoding": "gzip, deflate, br", accept: "text/html,application/xhtml+xml" };
const GOAL = 60;
/** Many short rounds in turn: whatever else the machine does, it does to both. */
const ROUNDS = 15;

/** What a page from memory costs the server, beside the bare framework sending the same bytes in the same run. */
export async function pages({ documents = 800 }: BenchOptions): Promise<void> {
  const ours = await startOurs();
  const rows: (string | number)[][] = [];
  try {
    const bare = await startBare(await Promise.all(PAGES.map(({ path }) => fetchBare(ours, path))));
    try {
      for (const { what, path } of PAGES) rows.push(await comparePage(ours, bare, { what, path, times: documents }));
      rows.push(await compareKnown(ours, bare, documents));
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
  printTable(
    `Pages from memory, microseconds of CPU of the server process for each (median of ${ROUNDS} rounds of ${documents}); reference: bare Fastify sending the same bytes`,
    ["", "KiB sent", "ours", "reference", "of reference", "goal"],
    rows,
  );
}

async function comparePage(
  ours: MeasuredServer,
  bare: MeasuredServer,
  { what, path, times }: { what: string; path: string; times: number },
): Promise<(string | number)[]> {
  const { body } = await ask(ours.address + path, PACKED);
  const costs = await inTurn(
    () => costOf(ours, path, PACKED, times),
    () => costOf(bare, path, PACKED, times),
  );
  return [what, (body.length / 1024).toFixed(1), ...sayCosts(costs)];
}

/** The page a browser has already: we look and say so, the bare framework sends it again. */
async function compareKnown(ours: MeasuredServer, bare: MeasuredServer, times: number): Promise<(string | number)[]> {
  const { path } = PAGES[0];
  const { headers } = await ask(ours.address + path, PACKED);
  const costs = await inTurn(
    () => costOf(ours, path, { ...PACKED, "if-none-match": headers.etag ?? "" }, times),
    () => costOf(bare, path, PACKED, times),
  );
  return ["report, known (304)", "0.0", ...sayCosts(costs)];
}

function sayCosts(costs: Costs): (string | number)[] {
  const share = median(costs.map(([our, reference]) => (100 * reference) / our));
  return [
    median(costs.map(([our]) => our)).toFixed(1),
    median(costs.map(([, reference]) => reference)).toFixed(1),
    `${share.toFixed(0)} %`,
    `${GOAL} %`,
  ];
}

/** What one of ours and one of the reference cost, round by round. */
type Costs = readonly (readonly [number, number])[];

/** Runs both in turn; the first rounds warm up. */
async function inTurn(our: () => Promise<number>, reference: () => Promise<number>): Promise<Costs> {
  const costs: [number, number][] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const pair: [number, number] = [await our(), await reference()];
    if (round >= 0) costs.push(pair);
  }
  return costs;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

async function fetchBare(server: MeasuredServer, path: string): Promise<BarePage> {
  const { headers, body } = await ask(server.address + path, PACKED);
  return {
    path: path.replace(/\?.*/, ""),
    type: headers["content-type"] ?? "",
    encoding: headers["content-encoding"],
    body: body.toString("base64"),
  };
}
