import { readReport, type Report } from "@gongkai/annual-report";
import type { GeneratedDocument } from "@gongkai/annual-report/testing";
import type { Doc } from "@gongkai/document";
import { parseHtml, parseMarkdown, parsePlainText, readDocument } from "@gongkai/document/read";
import { writeGenerated } from "./write-generated.ts";

/** Writes a generated document and reads it back, the way a user's file goes. Throws where the file is refused. */
export async function readGenerated(generated: GeneratedDocument): Promise<{ doc: Doc; report: Report }> {
  const doc = parseText(generated) ?? (await readBytes(generated));
  return { doc, report: readReport(doc, { file: generated.name }) };
}

/** Text in UTF-8 needs no bytes in between, which keeps long runs quick. */
export function parseText({ body, name }: GeneratedDocument): Doc | undefined {
  if (body.kind !== "text" || body.encoding !== "utf-8") return undefined;
  if (name.endsWith(".html")) return parseHtml(body.text);
  return name.endsWith(".md") ? parseMarkdown(body.text) : parsePlainText(body.text);
}

async function readBytes(generated: GeneratedDocument): Promise<Doc> {
  const result = await readDocument(await writeGenerated(generated), { name: generated.name });
  if (!result.ok) throw new Error(`${generated.name}: ${result.message}`);
  return result.doc;
}
