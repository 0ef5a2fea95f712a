import type { Doc } from "@gongkai/document";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId, Report } from "../report.ts";
import { findHeadings, type SectionHeading } from "./section-heading.ts";
import { readProseTables } from "./prose-tables.ts";
import { fillBlankLines } from "./blank-lines.ts";
import { finishDraft } from "./finish-draft.ts";
import { findRegions, type Regions } from "./regions.ts";
import { readHead } from "./read-head.ts";
import { readSections } from "./read-sections.ts";
import { dropRepeated } from "./repeated-tables.ts";
import { dropSerialNumbers } from "./serial-numbers.ts";
import { countSeen, createDraft, doubtWhereDifferent, type ReportDraft } from "./report-draft.ts";
import { readNamedCells } from "./named-cells.ts";
import { readSoundTables } from "./sound-tables.ts";
import { cutRuns2, detectEdition2, guessEdition2, readTable2 } from "./table2.ts";
import { cutRuns3, readTable3 } from "./table3.ts";
import { detectEdition3 } from "./edition-of-table3.ts";
import { readTable4 } from "./table4.ts";
import { tokenize } from "./token.ts";

/**
 * Reads an annual report from a document in any layout: the document becomes a sequence of labels and figures, which is
 * aligned with the form; the form's own arithmetic settles what the print leaves open. Never throws on a bad document,
 * never invents a figure: what cannot be settled is `ambiguous`, what is not there is `absent`.
 */
export function readReport(doc: Doc, options: ReadReportOptions = {}): Report {
  const headings = findHeadings(doc);
  return assemble(doc, headings, readSoundTables(doc, headings) ?? readAnyTables(doc, headings), options);
}

/** {@link readReport} without the quick way for sound documents, whose result must be the same. */
export function readReportClosely(doc: Doc, options: ReadReportOptions = {}): Report {
  const headings = findHeadings(doc);
  return assemble(doc, headings, readAnyTables(doc, headings), options);
}

export interface ReadReportOptions {
  /** The name of the file, for the report. */
  readonly file?: string;
}

interface Tables {
  readonly draft: ReportDraft;
  readonly edition: EditionId | null;
  /** The edition that table 3 shows, where it is another. */
  readonly otherEdition3?: EditionId | undefined;
  /** Where the tables begin. */
  readonly start: number;
}

function assemble(doc: Doc, headings: readonly SectionHeading[], tables: Tables, options: ReadReportOptions): Report {
  const { draft, edition, otherEdition3, start } = tables;
  const { cells, states, sources } = finishDraft(draft, edition ?? "2021", otherEdition3 !== undefined);
  const { title, agency, year } = readHead(doc, headings);
  return {
    ...(options.file === undefined ? {} : { file: options.file }),
    edition,
    year,
    agency,
    title,
    sections: readSections(doc, headings, start),
    cells,
    states,
    sources,
    findings: [],
  };
}

function readAnyTables(doc: Doc, headings: readonly SectionHeading[]): Tables {
  const { tokens, rivals } = dropRepeated(fillBlankLines(dropSerialNumbers(tokenize(doc)), doc), () => readHead(doc, headings).year);
  const regions = findRegions(tokens, headings);
  const draft = createDraft(doc.text);
  const { edition, third } = readTables(doc, headings, regions, draft);
  for (const rival of [...rivals[2].map((table2) => ({ ...regions, table2 })), ...rivals[3].map((table3) => ({ ...regions, table3 }))]) {
    const other = createDraft(doc.text);
    readTables(doc, headings, rival, other);
    doubtWhereDifferent(draft, other);
  }
  const start = (regions.table2[0] ?? regions.table3[0])?.start ?? Number.POSITIVE_INFINITY;
  return { draft, edition, otherEdition3: third === edition ? undefined : third, start };
}

/**
 * Each table is read by the edition its own labels show; the report's edition is that of table 2, where the editions
 * differ most. A report that mixes them keeps the keys of both; `third` is the edition that table 3 shows.
 */
function readTables(
  doc: Doc,
  headings: readonly SectionHeading[],
  regions: Regions,
  draft: ReportDraft,
): { readonly edition: EditionId | null; readonly third: EditionId | undefined } {
  const runs2 = cutRuns2(regions.table2);
  const runs3 = cutRuns3(regions.table3);
  const labelled2 = detectEdition2(regions.table2);
  const third = detectEdition3(runs3, labelled2);
  const guessed = guessEdition2(runs2);
  // Three equal figures may be one figure written out over merged columns; a single one says 2021 for certain.
  const second =
    detectEdition2(regions.table2) ?? detectEditionInProse(doc.text, MANY_WORDS) ?? (guessed === "2021" ? guessed : (third ?? guessed));
  const told = second ?? third ?? detectEditionInProse(doc.text);
  if (regions.table2.length > 0) readTable2(regions.table2, runs2, told ?? "2021", draft);
  if (regions.table3.length > 0) readTable3(regions.table3, runs3, third ?? told ?? "2021", draft);
  readTable4(regions.table4, draft);
  const form = EDITIONS[told ?? "2021"];
  const seen = new Map(([2, 3, 4] as const).map((table) => [table, countSeen(draft, table)]));
  const open = [...seen].filter(([table, count]) => count < form.cells.filter((cell) => cell.table === table).length);
  if (told) readNamedCells(doc, headings, told, new Map(open), draft);
  const { printed } = draft;
  // An empty form is of an edition too, where its own labels say so.
  let edition = printed.size > 0 ? (told ?? "2021") : (labelled2 ?? null);
  if (printed.size < 3) {
    const missing = new Set(([2, 3, 4] as const).filter((table) => !printed.has(table)));
    if (told) readProseTables(doc, headings, EDITIONS[told], missing, draft);
    if (printed.size > 0) edition = told ?? null;
  }
  return { edition, third: regions.table3.length > 0 ? third : undefined };
}

/** Words that only one edition has. With so many more of one nothing need be guessed. */
const MANY_WORDS = 3;

function detectEditionInProse(text: string, lead = 1): EditionId | undefined {
  const of2021 = countIn(text, ["制发件数", "废止件数", "现行有效件数", "本年处理决定", "收费金额", "逾期不补正", "收费通知"]);
  const of2019 = countIn(text, ["新制作", "新公开", "上一年项目", "集中采购", "其他对外管理"]);
  if (Math.abs(of2019 - of2021) >= lead) return of2019 > of2021 ? "2019" : "2021";
  if (lead > 1) return undefined;
  if (/本年制发|现行有效/.test(text)) return "2021";
  return text.includes("处理决定") ? "2019" : undefined;
}

function countIn(text: string, words: readonly string[]): number {
  return words.filter((word) => text.includes(word)).length;
}
