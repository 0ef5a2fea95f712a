import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellKey, composeReport, type EditionId, listFormSums, readReport, type Report } from "@gongkai/annual-report";
import { aReport, consistentCells, seededRandom } from "@gongkai/annual-report/testing";
import { readDocument } from "@gongkai/document/read";
import { writeXlsx } from "@gongkai/document/write";
import { findOffice, recomputeAll } from "./libreoffice.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { dropResults, type Formulas, putFigures, readFormulas } from "./workbook-parts.ts";

/** A workbook as it goes to LibreOffice: no result in it, and what every formula must come to. */
interface Task {
  readonly name: string;
  readonly kind: string;
  readonly edition: EditionId;
  readonly bytes: Uint8Array;
  readonly results: Formulas;
  /** What it must read as when it comes back; undefined where its figures' formats are another report's. */
  readonly reading: Report["cells"] | undefined;
}

const EDITION_IDS = ["2019", "2021"] as const satisfies readonly EditionId[];

/**
 * Has LibreOffice work out the formulas of workbooks of both editions, from which our own results were removed first, and
 * compares every one with ours. Needs the program; not part of the everyday tests.
 */
export async function recompute({ documents = 5, seed, failures }: BenchOptions): Promise<void> {
  const office = findOffice();
  if (office === undefined) {
    process.stderr.write(
      "没有找到 LibreOffice，无法复算：请安装（Debian/Ubuntu：apt-get install libreoffice-calc），或用 SOFFICE_PATH 指定 soffice 的路径。" +
        " (LibreOffice not found: install libreoffice-calc, or set SOFFICE_PATH.)\n",
    );
    process.exitCode = 2;
    return;
  }
  const tasks: Task[] = [];
  for (const edition of EDITION_IDS)
    for (let index = 0; index < documents; index++) tasks.push(...(await makeTasks(edition, seed + index)));
  const folder = mkdtempSync(join(tmpdir(), "gongkai-recompute-"));
  try {
    const [given, done] = [join(folder, "given"), join(folder, "done")];
    mkdirSync(given);
    for (const { name, bytes } of tasks) writeFileSync(join(given, name), bytes);
    await recomputeAll(office, { given, done, names: tasks.map(({ name }) => name), home: join(folder, "home") });
    const faults: string[] = [];
    const rows = new Map<string, [number, number, number]>();
    for (const task of tasks) {
      const bytes = new Uint8Array(readFileSync(join(done, task.name)));
      const wrong = [...compareResults(task, bytes), ...(await compareReading(task, bytes))];
      faults.push(...wrong.map((fault) => `${task.name}: ${fault}`));
      const key = `${task.edition}, ${task.kind}`;
      const [books, formulas, faulty] = rows.get(key) ?? [0, 0, 0];
      rows.set(key, [books + 1, formulas + task.results.size, faulty + wrong.length]);
    }
    printTable(
      "Workbooks worked out by LibreOffice, our own results removed first",
      ["", "workbooks", "formulas", "differences"],
      [...rows].map(([what, counts]) => [what, ...counts]),
    );
    for (const fault of faults.slice(0, failures)) process.stdout.write(`${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Workbooks of one seed: as it should be, refilled with another report's figures, with wrong and empty cells, and empty. */
async function makeTasks(edition: EditionId, seed: number): Promise<Task[]> {
  const sound = aReport({ edition, cells: consistentCells(edition, seededRandom(seed)) });
  const other = aReport({ edition, cells: consistentCells(edition, seededRandom(seed + 1_000_000)) });
  const task = async (kind: string, report: Report): Promise<Task> => {
    const written = await write(report);
    const name = `${edition}-${seed}-${kind}.xlsx`;
    return { name, kind, edition, reading: await readCells(name, written), bytes: dropResults(written), results: readFormulas(written) };
  };
  const refilled = putFigures(await write(sound), await write(other));
  return [
    await task("sound", sound),
    // Every figure but the sums is another report's: whoever keeps a stored result, or adds up the wrong cells, is found out.
    { ...(await task("refilled", other)), reading: undefined, bytes: dropResults(refilled) },
    await task("wrong and empty cells", disturb(sound, seed)),
    await task("empty", aReport({ edition, cells: Object.fromEntries(Object.keys(sound.cells).map((key) => [key, null])) })),
  ];
}

function write(report: Report): Promise<Uint8Array> {
  return writeXlsx(composeReport(report), report.edition === null ? {} : { sums: listFormSums(report.edition) });
}

/** Changes every ninth cell and empties every eleventh. */
function disturb(report: Report, seed: number): Report {
  const cells: Record<CellKey, number | null> = { ...report.cells };
  for (const [index, key] of Object.keys(cells).entries()) {
    if ((index + seed) % 9 === 0) cells[key] = (cells[key] ?? 0) + 1 + (seed % 3);
    if ((index + seed) % 11 === 0) cells[key] = null;
  }
  return aReport({ ...(report.edition === null ? {} : { edition: report.edition }), cells });
}

function compareResults({ results }: Task, bytes: Uint8Array): string[] {
  const theirs = readFormulas(bytes);
  const wrong = [...results].flatMap(([place, ours]) => {
    const found = theirs.get(place);
    return found === ours ? [] : [`${place}: ours ${ours || "empty"}, theirs ${found ?? "no formula"}`];
  });
  return results.size === theirs.size ? wrong : [...wrong, `${results.size} formulas went in, ${theirs.size} came out`];
}

/** What LibreOffice saved must read as what we wrote, the figures without a formula included. */
async function compareReading({ reading, name }: Task, bytes: Uint8Array): Promise<string[]> {
  if (reading === undefined) return [];
  const back = await readCells(name, bytes);
  return Object.entries(reading).flatMap(([key, value]) =>
    back[key] === value ? [] : [`${key} reads ${String(back[key])} instead of ${String(value)}`],
  );
}

async function readCells(name: string, bytes: Uint8Array): Promise<Report["cells"]> {
  const read = await readDocument(bytes, { name });
  if (!read.ok) throw new Error(`${name}: ${read.message}`);
  return readReport(read.doc).cells;
}
