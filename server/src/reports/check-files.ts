import { checkReport, type Finding, readReport, type Report } from "@gongkai/annual-report";
import type { Doc } from "@gongkai/document";
import type { ReaderPool, ReadRefusal } from "@gongkai/document/read";
import { cutExcerpts, type SourceExcerpt } from "./source-excerpts.ts";

/** A report with everything found in it and the pieces of the source its figures stand in. */
export interface CheckedReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly passages: readonly SourceExcerpt[];
  readonly notes: readonly string[];
}

/** The report, or why one of the two files could not be read. */
export type CheckFilesResult =
  | { readonly ok: true; readonly checked: CheckedReport }
  | { readonly ok: false; readonly refusal: ReadRefusal; readonly message: string; readonly part: "file" | "previous" };

/** Reads a report, and last year's if there is one, and checks it. The files live in memory for as long as this takes. */
export async function checkFiles(
  readers: Pick<ReaderPool, "read">,
  { file, previous }: { file: File; previous?: File | undefined },
): Promise<CheckFilesResult> {
  const [current, earlier] = await Promise.all([read(readers, file), previous === undefined ? undefined : read(readers, previous)]);
  if (!current.ok) return { ...current, part: "file" };
  if (earlier?.ok === false) return { ...earlier, part: "previous" };
  const report = readReport(current.doc, { file: file.name });
  const context = earlier === undefined ? {} : { previous: readReport(earlier.doc, { file: previous?.name ?? "" }) };
  const findings = [...report.findings, ...checkReport(report, context)];
  return {
    ok: true,
    checked: {
      report,
      findings,
      passages: cutExcerpts(current.doc.text, report.sources),
      notes: current.doc.notes.map((note) => note.message),
    },
  };
}

async function read(
  readers: Pick<ReaderPool, "read">,
  file: File,
): Promise<{ ok: true; doc: Doc } | { ok: false; refusal: ReadRefusal; message: string }> {
  return readers.read(new Uint8Array(await file.arrayBuffer()), { name: file.name });
}
