import { checkReport, composeReport, readReport } from "@gongkai/annual-report";
import {
  aReport,
  consistentCells,
  generateDocument,
  type GenerateOptions,
  seededRandom,
  TEXT_LAYOUTS,
} from "@gongkai/annual-report/testing";
import type { Doc } from "@gongkai/document";
import { readDocument } from "@gongkai/document/read";
import { writeDocx, writeHtml, writePdf, writeXlsx } from "@gongkai/document/write";
import { cpuRate } from "./cpu-rate.ts";
import type { BenchOptions } from "./options.ts";
import type { Input } from "./prepare-inputs.ts";
import { printTable } from "./print-table.ts";
import { writeGenerated } from "./write-generated.ts";

const FORMATS = [
  { what: "text", layouts: TEXT_LAYOUTS.filter(({ extension }) => extension === "txt").map(({ name }) => name), count: 200, goal: 2000 },
  { what: "markdown", layouts: ["markdown"], count: 100, goal: 2000 },
  { what: "html", layouts: ["html", "html-one-table"], count: 100, goal: 2000 },
  { what: "docx", layouts: ["docx"], count: 40, goal: 100 },
  { what: "xlsx", layouts: ["xlsx"], count: 40, goal: 100 },
  { what: "pdf", layouts: ["pdf"], count: 12, goal: 10 },
] as const;

const CONDITIONS = [
  { what: "as published", kinds: [] },
  { what: "damaged", kinds: undefined },
] as const;

/**
 * Reports a second by format and the rules, each beside a reference in the same run. The goal is for reports as offices publish
 * them; those that the generator has damaged, most of them in several ways, show what the repairs cost.
 */
export async function speed({ seed }: BenchOptions): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { what, layouts, count, goal } of FORMATS) {
    for (const { what: condition, kinds } of CONDITIONS) {
      const inputs = await writeInputs(seed, count, { layouts, ...(kinds && { kinds }) });
      rows.push([`${what}, ${condition}`, ...(await measureReading(inputs, goal))]);
    }
  }
  printTable(
    "Speed, per second of one core; reference: TextDecoder, JSON.stringify and JSON.parse of the same bytes",
    ["", "KiB each", "file → report", "goal", "file → Doc", "Doc → report", "reference", "of reference"],
    rows,
  );
  await measureRules(seed);
  await measureWriters(seed);
}

async function writeInputs(seed: number, count: number, options: GenerateOptions): Promise<Input[]> {
  const documents = Array.from({ length: count }, (_, index) => generateDocument(seed + index, options));
  return Promise.all(documents.map(async (document) => ({ name: document.name, bytes: await writeGenerated(document) })));
}

async function measureReading(inputs: readonly Input[], goal: number): Promise<(string | number)[]> {
  const whole = await cpuRate(inputs, async (input) => readReport(await readDoc(input)));
  const toDoc = await cpuRate(inputs, readDoc);
  // Kept documents come last: with them in memory the collector works as it never does when files come one after another.
  const docs = await Promise.all(inputs.map(readDoc));
  const toReport = await cpuRate(docs, (doc) => readReport(doc));
  const reference = await cpuRate(inputs, decodeOnly);
  const size = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0) / inputs.length;
  const rates = [whole, goal, toDoc, toReport, reference].map(Math.round);
  return [Math.round(size / 1024), ...rates, `${((100 * whole) / reference).toFixed(1)} %`];
}

async function readDoc({ name, bytes }: Input): Promise<Doc> {
  const result = await readDocument(bytes, { name });
  if (!result.ok) throw new Error(`${name}: ${result.message}`);
  return result.doc;
}

const decoder = new TextDecoder("latin1");

function decodeOnly({ bytes }: Input): unknown {
  return JSON.parse(JSON.stringify(decoder.decode(bytes)));
}

async function measureRules(seed: number): Promise<void> {
  const reports = Array.from({ length: 500 }, (_, index) => {
    const edition = index % 2 === 0 ? "2019" : "2021";
    return aReport({ edition, cells: consistentCells(edition, seededRandom(seed + index)) });
  });
  const texts = reports.map((report) => JSON.stringify(report));
  const checked = await cpuRate(reports, (report) => checkReport(report));
  const parsed = await cpuRate(texts, (text) => JSON.parse(text) as unknown);
  printTable(
    "Speed of all rules on a report, per second of one core; reference: JSON.parse of the same report",
    ["", "reports", "goal", "reference"],
    [["rules", Math.round(checked), 10_000, Math.round(parsed)]],
  );
}

/** Writers on the official form, with the milliseconds a report takes when warm. */
async function measureWriters(seed: number): Promise<void> {
  const docs = Array.from({ length: 50 }, (_, index) =>
    composeReport(aReport({ edition: "2021", cells: consistentCells("2021", seededRandom(seed + index)) })),
  );
  const rows: (string | number)[][] = [];
  for (const [what, write, goal] of [
    ["docx", writeDocx, "50"],
    ["pdf", writePdf, "300"],
    ["xlsx", writeXlsx, ""],
    ["html", writeHtml, ""],
  ] as const) {
    rows.push([what, (1000 / (await cpuRate<Doc>(docs, write))).toFixed(1), goal]);
  }
  printTable("Writing a report in the official form, warm", ["", "ms of CPU", "goal ms"], rows);
}
