import { composeReport, type ComposeOptions, listFormSums, type Report, writeReportJson } from "@gongkai/annual-report";
import type { Format } from "@gongkai/document";

/** What a report can be written as, by the ending of the file. */
export const OUTPUT_FORMATS = ["docx", "pdf", "html", "xlsx", "md", "txt", "json"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const DOCUMENTS = { docx: "docx", pdf: "pdf", html: "html", xlsx: "xlsx", md: "markdown", txt: "text" } as const satisfies Record<
  Exclude<OutputFormat, "json">,
  Format
>;

/** The format named on the line; a sentence for the person where it names none. */
export function chooseFormat(to: string | boolean | undefined): { readonly format: OutputFormat } | { readonly message: string } {
  const list = OUTPUT_FORMATS.join("、");
  if (typeof to !== "string") return { message: `请用 --to 写明要转成什么格式：${list}。` };
  const wanted = to.toLowerCase().replace(/^\./u, "");
  const format = OUTPUT_FORMATS.find(
    (one) => one === wanted || (one === "md" && wanted === "markdown") || (one === "html" && wanted === "htm"),
  );
  return format === undefined ? { message: `不能转成“${to}”，可用的格式：${list}。` } : { format };
}

/** The report in the official layout, as the bytes of a file. */
export async function renderReport(
  report: Report,
  format: OutputFormat,
  options: Omit<ComposeOptions, "format"> = {},
): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(writeReportJson(report));
  const doc = composeReport(report, { ...options, format: DOCUMENTS[format] });
  // Asked for only now: a format's library need not be loaded for the others.
  const write = await import("@gongkai/document/write");
  switch (format) {
    case "docx":
      return write.writeDocx(doc);
    case "pdf":
      return write.writePdf(doc);
    case "xlsx":
      return write.writeXlsx(doc, report.edition === null ? {} : { sums: listFormSums(report.edition) });
    case "html":
      return new TextEncoder().encode(write.writeHtml(doc));
    case "md":
      return new TextEncoder().encode(write.writeMarkdown(doc));
    case "txt":
      return new TextEncoder().encode(write.writePlainText(doc));
  }
}
