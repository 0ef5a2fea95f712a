import { readReport } from "@gongkai/annual-report";
import { TEXT_LAYOUTS } from "@gongkai/annual-report/testing";
import { readDocument } from "@gongkai/document/read";
import { collectGarbage } from "./collect-garbage.ts";
import type { BenchOptions } from "./options.ts";
import { prepareInputs } from "./prepare-inputs.ts";
import { printTable } from "./print-table.ts";

/** Reads many reports in a row and looks at what is kept after a full collection, and at the process as a whole. */
export async function memory({ documents = 100_000, seed }: BenchOptions): Promise<void> {
  const inputs = await prepareInputs(
    seed,
    1000,
    TEXT_LAYOUTS.map(({ name }) => name),
  );
  const rows: (string | number)[][] = [];
  const heaps: number[] = [];
  const step = Math.max(1, Math.floor(documents / 10));
  for (let index = 0; index < documents; index++) {
    const { name, bytes } = inputs[index % inputs.length] ?? { name: "", bytes: new Uint8Array() };
    const result = await readDocument(bytes, { name });
    if (!result.ok) throw new Error(`${name}: ${result.message}`);
    readReport(result.doc, { file: name });
    if ((index + 1) % step !== 0) continue;
    collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    heaps.push(heapUsed);
    rows.push([index + 1, megabytes(heapUsed), megabytes(rss)]);
  }
  const growth = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
  printTable(
    `Memory over ${documents} text and HTML reports, after a full collection; the heap grew by ${megabytes(growth)} MB from the first tenth to the last`,
    ["reports read", "heap MB", "RSS MB"],
    rows,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
