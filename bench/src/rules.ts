import { checkReport, EDITIONS, type Finding } from "@gongkai/annual-report";
import { aReport, consistentCells, generateDocument, seededRandom } from "@gongkai/annual-report/testing";
import { countBrokenEquations } from "./broken-equations.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { readGenerated } from "./read-generated.ts";

/** The rules of arithmetic of the form: the bench wants all errors seeded against them found and no others. */
const ARITHMETIC = new Set(["T3-1", "T3-2a", "T3-2b", "T3-3", "T4-1"]);

/** Layouts that print every figure in its cell: what a clean report of one of these gives is a false alarm. */
const PLAIN_LAYOUTS = ["tab-text", "pipe-text", "cell-lines-tab", "markdown", "html"];

/** Clean reports must give no error; a changed figure of table 3 or 4 must be named by an error of arithmetic. */
export async function rules({ documents = 2000, seed, failures }: BenchOptions): Promise<void> {
  const falseErrors = new Map<string, number>();
  const falseWarnings = new Map<string, number>();
  const recall = new Map<string, { seeded: number; found: number; named: number; first: number }>();
  const byRule = new Map<string, { broken: number; told: number; missed: number; excess: number }>();
  const notes: string[] = [];
  for (let index = 0; index < documents; index++) {
    const random = seededRandom(seed + index);
    const edition = random() < 0.5 ? "2019" : "2021";
    const year = edition === "2019" ? 2020 : 2024;
    const cells = consistentCells(edition, random);
    for (const finding of checkReport(aReport({ edition, year, cells }))) {
      const counts = finding.severity === "error" ? falseErrors : falseWarnings;
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      if (finding.severity === "error") notes.push(`seed ${seed + index}: false ${finding.rule} ${finding.message}`);
    }
    const figures = EDITIONS[edition].cells.filter(({ table }) => table !== 2);
    for (const kind of ["one figure", "two figures", "digits swapped", "zeroed"] as const) {
      const changed = { ...cells } as Record<string, number | null>;
      const keys = damage(
        kind,
        changed,
        figures.map(({ key }) => key),
        random,
      );
      if (keys.length === 0) continue;
      const errors = checkReport(aReport({ edition, year, cells: changed })).filter(isArithmetic);
      compareByRule(byRule, countBrokenEquations(edition, changed), errors);
      const tally = recall.get(kind) ?? { seeded: 0, found: 0, named: 0, first: 0 };
      recall.set(kind, tally);
      for (const key of keys) {
        tally.seeded++;
        const naming = errors.filter((finding) => finding.cells.includes(key));
        if (errors.length > 0) tally.found++;
        if (naming.length > 0) tally.named++;
        if (naming.some((finding) => finding.cells[0] === key)) tally.first++;
        if (naming.length === 0) notes.push(`seed ${seed + index}: ${kind} ${key} ${cells[key]} → ${changed[key]} not named`);
      }
    }
  }
  printTable(
    `Rules: recall on errors seeded in tables 3 and 4 of ${documents} clean reports`,
    ["", "seeded", "report has an error", "cell named", "named %", "named first"],
    [...recall].map(([kind, { seeded, found, named, first }]) => [kind, seeded, found, named, ((100 * named) / seeded).toFixed(2), first]),
  );
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  printTable(
    "Rules: equations that do not hold in these reports, reckoned apart, and errors told of them",
    ["", "broken", "told", "not told", "told but not broken"],
    [...byRule]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([rule, { broken, told, missed, excess }]) => [rule, broken, told, missed, excess]),
  );
  const read = await alarmsOnRead(Math.min(documents, 500), seed, notes);
  printTable(
    `Rules: false alarms on ${documents} clean reports`,
    ["", "findings", "by rule"],
    [
      ["errors", total(falseErrors), list(falseErrors)],
      ["warnings and notices", total(falseWarnings), list(falseWarnings)],
      ["errors after reading a sound document", total(read.errors), list(read.errors)],
      ["warnings and notices after reading", total(read.others), list(read.others)],
    ],
  );
  for (const note of notes.slice(0, failures)) process.stdout.write(`${note}\n`);
}

function compareByRule(
  tallies: Map<string, { broken: number; told: number; missed: number; excess: number }>,
  broken: ReadonlyMap<string, number>,
  errors: readonly Finding[],
): void {
  for (const rule of ARITHMETIC) {
    const want = broken.get(rule) ?? 0;
    const told = errors.filter((finding) => finding.rule === rule).length;
    const tally = tallies.get(rule) ?? { broken: 0, told: 0, missed: 0, excess: 0 };
    tallies.set(rule, tally);
    tally.broken += want;
    tally.told += told;
    tally.missed += Math.max(0, want - told);
    tally.excess += Math.max(0, told - want);
  }
}

/** Alarms on sound documents written, read and checked: prose, title and figures all in order. */
async function alarmsOnRead(
  documents: number,
  seed: number,
  notes: string[],
): Promise<{ errors: Map<string, number>; others: Map<string, number> }> {
  const errors = new Map<string, number>();
  const others = new Map<string, number>();
  for (let index = 0; index < documents; index++) {
    const document = generateDocument(seed + index, { layouts: PLAIN_LAYOUTS, kinds: [] });
    const { report } = await readGenerated(document);
    for (const finding of checkReport(report)) {
      const counts = finding.severity === "error" ? errors : others;
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      notes.push(`seed ${document.seed} ${document.layout}: ${finding.rule} ${finding.message}`);
    }
  }
  return { errors, others };
}

/** Changes figures and names those whose change breaks at least one equation. */
function damage(
  kind: "one figure" | "two figures" | "digits swapped" | "zeroed",
  cells: Record<string, number | null>,
  keys: readonly string[],
  random: () => number,
): string[] {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)];
  const nonzero = keys.filter((key) => (cells[key] ?? 0) > 0);
  switch (kind) {
    case "one figure":
    case "two figures": {
      // Two changes in different rows and columns cannot make up for each other.
      const first = pick(keys);
      const second = kind === "two figures" ? pick(keys.filter((key) => first !== undefined && !sharesLine(key, first))) : undefined;
      const chosen = [first, second].filter((key) => key !== undefined);
      for (const key of chosen) cells[key] = (cells[key] ?? 0) + 1 + Math.floor(random() * 20);
      return chosen;
    }
    case "digits swapped": {
      const key = pick(nonzero.filter((one) => swapDigits(cells[one] ?? 0) !== cells[one]));
      if (key === undefined) return [];
      cells[key] = swapDigits(cells[key] ?? 0);
      return [key];
    }
    case "zeroed": {
      const key = pick(nonzero);
      if (key === undefined) return [];
      cells[key] = 0;
      return [key];
    }
  }
}

function sharesLine(one: string, other: string): boolean {
  const row = (key: string) => key.slice(0, key.lastIndexOf("."));
  const column = (key: string) => key.slice(key.lastIndexOf("."));
  return one.slice(0, 2) === other.slice(0, 2) && (row(one) === row(other) || column(one) === column(other));
}

function swapDigits(value: number): number {
  const text = String(value);
  return text.length < 2 ? value : Number(`${text.slice(1, 2)}${text.slice(0, 1)}${text.slice(2)}`);
}

function isArithmetic({ rule, severity }: Finding): boolean {
  return severity === "error" && ARITHMETIC.has(rule);
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([rule, count]) => `${rule} ${count}`).join(", ") || "none";
}
