import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type FuzzResult, listSamples } from "./fuzz-one.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";

/** A document that takes longer than this is called a hang. */
const HANG_MS = 20_000;

/** Reads damaged files: none may crash or hang, and no figure may be read that does not stand in the document. */
export async function fuzz({ documents = 10_000, seed, failures }: BenchOptions): Promise<void> {
  const samples = listSamples(fileURLToPath(new URL("../../../shared/samples", import.meta.url)));
  const results: FuzzResult[] = [];
  const hung: number[] = [];
  const killed: number[] = [];
  let next = seed;
  while (next < seed + documents) {
    const stopped = await runUntilHang(next, seed + documents - next, samples, results);
    if (stopped === undefined) break;
    (stopped.hung ? hung : killed).push(stopped.seed);
    next = stopped.seed + 1;
  }
  report(results, { hung, killed }, failures, samples.length);
}

/** Runs seeds in a worker; resolves with the seed that hung, or that killed the worker, or with nothing at the end. */
function runUntilHang(
  seed: number,
  count: number,
  samples: readonly string[],
  results: FuzzResult[],
): Promise<{ seed: number; hung: boolean } | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), { workerData: { seed, count, samples } });
    let current = seed;
    const stop = () => {
      resolve({ seed: current, hung: true });
      void worker.terminate();
    };
    let timer = setTimeout(stop, HANG_MS);
    worker.on("message", (message: { begins?: number; result?: FuzzResult }) => {
      clearTimeout(timer);
      timer = setTimeout(stop, HANG_MS);
      if (message.begins !== undefined) current = message.begins;
      if (message.result !== undefined) results.push(message.result);
    });
    worker.on("error", (error) => {
      process.stdout.write(`worker died at seed ${current}: ${String(error)}\n`);
    });
    worker.on("exit", () => {
      clearTimeout(timer);
      const finished = results.at(-1)?.seed === seed + count - 1;
      resolve(finished ? undefined : { seed: current, hung: false });
    });
  });
}

function report(
  results: readonly FuzzResult[],
  { hung, killed }: { hung: readonly number[]; killed: readonly number[] },
  failures: number,
  samples: number,
): void {
  const times = results.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  const of = (outcome: FuzzResult["outcome"]) => results.filter((result) => result.outcome === outcome);
  const invented = of("read").filter(({ notes }) => notes.length > 0);
  printTable(
    `Fuzz: ${results.length} damaged files (${samples} real samples among their sources)`,
    ["", "read", "refused", "crashed", "killed the thread", "hung", "with invented figures", "median ms", "p99 ms", "longest ms"],
    [
      [
        "all",
        of("read").length,
        of("refused").length,
        of("crash").length,
        killed.length,
        hung.length,
        invented.length,
        at(0.5),
        at(0.99),
        at(1),
      ],
    ],
  );
  for (const seed of killed) process.stdout.write(`killed the thread: seed ${seed}\n`);
  for (const seed of hung) process.stdout.write(`hung: seed ${seed}\n`);
  for (const { seed, name, notes } of [...of("crash"), ...invented].slice(0, failures))
    process.stdout.write(`seed ${seed} ${name}: ${notes.slice(0, 3).join("\n    ")}\n`);
  const slow = results.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 3);
  for (const { seed, name, milliseconds, bytes } of slow)
    process.stdout.write(`slow: seed ${seed} ${name} ${bytes} bytes ${milliseconds.toFixed(0)} ms\n`);
}
