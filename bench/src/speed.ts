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
  const measured: { readonly what: string; readonly inputs: readonly Input[]; readonly goal: number; readonly rates: Rates }[] = [];
  for (const { what, layouts, count, goal } of FORMATS) {
    for (const { what: condition, kinds } of CONDITIONS) {
      const inputs = await writeInputs(seed, count, { layouts, ...(kinds && { kinds }) });
      measured.push({ what: `${what}, ${condition}`, inputs, goal, rates: await measureReading(inputs) });
    }
  }
  const rows: (string | number)[][] = [];
  for (const { what, inputs, goal, rates } of measured) {
    const size = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0) / inputs.length;
    const { whole, toDoc, reference } = rates;
    const figures = [whole, goal, toDoc, await measureReports(inputs), reference].map(Math.round);
    rows.push([what, Math.round(size / 1024), ...figures, `${((100 * whole) / reference).toFixed(1)} %`]);
  }
  printTable(
    "Speed, per second of one core; reference: TextDecoder, JSON.stringify and JSON.parse of the same bytes",
    ["", "KiB each", "file → report", "goal", "file → Doc", "Doc → report", "reference", "of reference"],
    rows,
  );
  await measureRules(seed);
  await measureWriters(seed);
}

/** One after another, and nothing kept but the bytes; see {@link measureReports}. */
async function writeInputs(seed: number, count: number, options: GenerateOptions): Promise<Input[]> {
  const inputs: Input[] = [];
  for (let index = 0; index < count; index++) {
    const document = generateDocument(seed + index, options);
    inputs.push({ name: document.name, bytes: await writeGenerated(document) });
  }
  return inputs;
}

interface Rates {
  readonly whole: number;
  readonly toDoc: number;
  readonly reference: number;
}

/** Reading as a whole warms up its parts. */
async function measureReading(inputs: readonly Input[]): Promise<Rates> {
  const whole = await warmRate(inputs, async (input) => readReport(await readDoc(input)), WARM_UP_SECONDS);
  return { whole, toDoc: await warmRate(inputs, readDoc), reference: await warmRate(inputs, decodeOnly) };
}

/**
 * Comes behind every other measurement of reading. V8 learns from documents that are kept to make the objects of the next ones
 * where long-lived things belong, and from then on clears them away at several times the price: in a program that reads one file after
 * another and keeps none, as the command does, that never happens.
 */
async function measureReports(inputs: readonly Input[]): Promise<number> {
  const docs: Doc[] = [];
  for (const input of inputs) docs.push(await readDoc(input));
  return warmRate(docs, (doc) => readReport(doc));
}

/**
 * CPU seconds before measuring. The optimising compiler works beside the program and is counted with it; reading is spread over some
 * hundred functions, and only after this long has it done with them. What is measured is a run over many files, not the first ones.
 */
const WARM_UP_SECONDS = 20;

async function warmRate<T>(inputs: readonly T[], run: (input: T) => unknown, warmUpSeconds = 1): Promise<number> {
  const start = process.cpuUsage();
  for (let seconds = 0; seconds < warmUpSeconds;) {
    for (const input of inputs) await run(input);
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
  }
  return cpuRate(inputs, run);
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
