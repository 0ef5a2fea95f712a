import type { Doc } from "@gongkai/document";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId, Report } from "../report.ts";
import { findHeadings, type SectionHeading } from "./section-heading.ts";
import { readProseTables } from "./prose-tables.ts";
import { findRegions, type Regions } from "./regions.ts";
import { readHead } from "./read-head.ts";
import { readSections } from "./read-sections.ts";
import { createDraft, enterSlot, type ReportDraft } from "./report-draft.ts";
import { ABSENT } from "./slot.ts";
import { cutRuns2, detectEdition2, guessEdition2, readTable2 } from "./table2.ts";
import { cutRuns3, detectEdition3, readTable3 } from "./table3.ts";
import { readTable4 } from "./table4.ts";
import { tokenize } from "./token.ts";

/**
 * Reads an annual report from a document in any layout: the document becomes a sequence of labels and figures, which is
 * aligned with the form; the form's own arithmetic settles what the print leaves open. Never throws on a bad document,
 * never invents a figure: what cannot be settled is `ambiguous`, what is not there is `absent`.
 */
export function readReport(doc: Doc, options: { readonly file?: string } = {}): Report {
  const headings = findHeadings(doc);
  const regions = findRegions(tokenize(doc), headings);
  const draft = createDraft(doc.text);
  const edition = readTables(doc, headings, regions, draft);
  const { title, agency, year } = readHead(doc, headings);
  return {
    ...(options.file === undefined ? {} : { file: options.file }),
    edition,
    year,
    agency,
    title,
    sections: readSections(doc, headings, (regions.table2[0] ?? regions.table3[0])?.start ?? Number.POSITIVE_INFINITY),
    cells: draft.cells,
    states: draft.states,
    sources: draft.sources,
    findings: [],
  };
}

/**
 * Each table is read by the edition its own labels show; the report's edition is that of table 2, where the editions
 * differ most. A report that mixes them keeps the keys of both.
 */
function readTables(doc: Doc, headings: readonly SectionHeading[], regions: Regions, draft: ReportDraft): EditionId | null {
  const runs2 = cutRuns2(regions.table2);
  const runs3 = cutRuns3(regions.table3);
  const third = detectEdition3(runs3);
  const guessed = guessEdition2(runs2);
  // Three equal figures may be one figure written out over merged columns; a single one says 2021 for certain.
  const second = detectEdition2(regions.table2) ?? (guessed === "2021" ? guessed : (third ?? guessed));
  if (regions.table2.length > 0) readTable2(regions.table2, runs2, second ?? third ?? "2021", draft);
  if (regions.table3.length > 0) readTable3(regions.table3, runs3, third ?? second ?? "2021", draft);
  readTable4(regions.table4, draft);
  const { printed } = draft;
  let edition = printed.size > 0 ? (second ?? third ?? "2021") : null;
  if (printed.size < 3) {
    const told = edition ?? detectEditionInProse(doc.text);
    const missing = new Set(([2, 3, 4] as const).filter((table) => !printed.has(table)));
    if (told) readProseTables(doc, headings, EDITIONS[told], missing, draft);
    if (printed.size > 0) edition = told ?? null;
  }
  const thirdEdition = regions.table3.length > 0 && third ? third : edition;
  for (const cell of EDITIONS[edition ?? "2021"].cells) {
    const isOther = cell.table === 3 && thirdEdition !== edition;
    if (!(cell.key in draft.sources) && !(cell.key in draft.states) && !isOther) enterSlot(draft, cell.key, ABSENT);
  }
  return edition;
}

function detectEditionInProse(text: string): EditionId | undefined {
  if (/本年制发|现行有效|逾期不补正|本年处理决定/.test(text)) return "2021";
  return /新制作|处理决定|集中采购/.test(text) ? "2019" : undefined;
}
