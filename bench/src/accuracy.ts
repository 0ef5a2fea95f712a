import { generateDocument, type GeneratedDocument, scoreReport, type Score } from "@gongkai/annual-report/testing";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { readGenerated } from "./read-generated.ts";

interface Tally {
  documents: number;
  right: number;
  flagged: number;
  missed: number;
  wrong: number;
  edition: number;
  year: number;
  agency: number;
  title: number;
}

/** Reads generated documents and counts cells right, flagged, missed and wrong, by layout and by damage. */
export async function accuracy({ documents = 2000, seed, failures, ...choice }: BenchOptions): Promise<void> {
  const all = new Map<string, Tally>();
  const layouts = new Map<string, Tally>();
  const kinds = new Map<string, Tally>();
  const worst: { document: GeneratedDocument; score: Score }[] = [];
  let unread = 0;
  for (let index = 0; index < documents; index++) {
    const document = generateDocument(seed + index, choice);
    const read = await readGenerated(document).catch((error: unknown) => {
      unread++;
      if (unread <= failures)
        process.stdout.write(`unread: seed ${document.seed} ${document.layout} [${document.kinds.join(", ")}]: ${String(error)}\n`);
      return undefined;
    });
    if (read === undefined) continue;
    const { report } = read;
    const score = scoreReport(report, document.truth);
    const { truth } = document;
    const sides = { year: report.year === truth.year, agency: report.agency === truth.agency, title: same(report.title, truth.title) };
    for (const [tallies, names] of [
      [all, ["all"]],
      [layouts, [document.layout]],
      [kinds, namesOf(document)],
    ] as const) {
      for (const name of names) add(tallies, name, score, sides);
    }
    if (score.wrong + score.missed > 0) worst.push({ document, score });
  }
  const heads = ["", "documents", "right", "right %", "flagged", "missed", "wrong", "edition", "year", "agency", "title"];
  printTable(`Accuracy: ${documents} documents from seed ${seed}, ${unread} unread`, heads, toRows(all));
  printTable("By layout", heads, toRows(layouts));
  printTable("By damage (a document with several damages counts in each; ‘alone’: it was the only one)", heads, toRows(kinds));
  process.stdout.write(
    `\n${worst.length} documents with missed or wrong cells${worst.length > failures ? `, the first ${failures}` : ""}:\n`,
  );
  for (const { document, score } of worst.slice(0, failures)) {
    process.stdout.write(
      `seed ${document.seed} ${document.layout} [${document.kinds.join(", ")}]: wrong ${score.wrong}, missed ${score.missed}, flagged ${score.flagged}\n`,
    );
    const bad = score.notes.filter((note) => !note.includes(" flagged:"));
    for (const note of bad.slice(0, 6)) process.stdout.write(`    ${note}\n`);
  }
  if (worst.length > 0)
    process.stdout.write(
      `\nAgain, one document: --seed SEED --documents 1 with the same --layout and --kind; to see it: dump DIR --seed SEED --documents 1\n`,
    );
}

function namesOf({ kinds }: GeneratedDocument): string[] {
  if (kinds.length === 0) return ["(sound)"];
  return kinds.length === 1 ? [`${kinds[0]}`, `${kinds[0]} alone`] : [...kinds];
}

function same(read: string | null, printed: string | null): boolean {
  return read === printed || (read !== null && printed !== null && read.replace(/\s/gu, "") === printed.replace(/\s/gu, ""));
}

function add(tallies: Map<string, Tally>, name: string, score: Score, sides: { year: boolean; agency: boolean; title: boolean }): void {
  const tally = tallies.get(name) ?? { documents: 0, right: 0, flagged: 0, missed: 0, wrong: 0, edition: 0, year: 0, agency: 0, title: 0 };
  tallies.set(name, tally);
  tally.documents++;
  for (const outcome of ["right", "flagged", "missed", "wrong"] as const) tally[outcome] += score[outcome];
  tally.edition += Number(score.edition);
  for (const side of ["year", "agency", "title"] as const) tally[side] += Number(sides[side]);
}

function toRows(tallies: ReadonlyMap<string, Tally>): (string | number)[][] {
  return [...tallies]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { documents, right, flagged, missed, wrong, ...sides }]) => [
      name,
      documents,
      right,
      ((100 * right) / (right + flagged + missed + wrong)).toFixed(2),
      flagged,
      missed,
      wrong,
      sides.edition,
      sides.year,
      sides.agency,
      sides.title,
    ]);
}
