import type { Block, Doc, Paragraph } from "../doc.ts";
import { captionOf } from "./caption.ts";
import { PAGE } from "./docx-measures.ts";
import { EVEN_FOOTER, ODD_FOOTER, packDocx } from "./docx-package.ts";
import { tableXml } from "./docx-table.ts";
import { textRun } from "./docx-text.ts";
import { staysWithNext } from "./signature.ts";

/**
 * A document as a Word file in the layout of official documents: headings by level, real merged cells, head rows repeated
 * on every page, page numbers outside. The parts are written as text, which Word and WPS open without repair.
 */
export async function writeDocx(doc: Doc): Promise<Uint8Array> {
  const blocks = doc.blocks.map((block, index) => blockXml(block, { doc, index }));
  const language = doc.language ?? "zh-CN";
  return packDocx(documentXml(blocks.join("")), { title: doc.title ?? "", language });
}

const STYLES = { left: "FlushText", center: "CentredText", right: "Signature" } as const satisfies Record<
  NonNullable<Paragraph["align"]>,
  string
>;

function blockXml(block: Block, { doc, index }: { doc: Doc; index: number }): string {
  const keep = staysWithNext(doc.blocks, index);
  switch (block.kind) {
    case "heading":
      return paragraphXml(`Heading${block.level}`, textRun(block.text));
    case "paragraph":
      return paragraphXml(block.align === undefined ? "BodyText" : STYLES[block.align], textRun(block.text), keep);
    case "pageBreak":
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case "table":
      // Word joins tables that touch, and wants a paragraph after the last.
      return block.columns === 0 ? "" : tableXml(block, { caption: captionOf(doc, index), keep }) + paragraphXml("AfterTable", "", keep);
  }
}

/** `keep`: on the page of the next paragraph. */
function paragraphXml(style: string, run: string, keep = false): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep ? "<w:keepNext/>" : ""}</w:pPr>${run}</w:p>`;
}

function documentXml(body: string): string {
  const { width, height, top, right, bottom, left, header, footer } = PAGE;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="${ODD_FOOTER}"/><w:footerReference w:type="even" r:id="${EVEN_FOOTER}"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}
