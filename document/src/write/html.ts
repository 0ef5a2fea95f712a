import type { Block, Doc } from "../doc.ts";
import { captionOf } from "./caption.ts";
import { escapeXml } from "./escape-xml.ts";
import { HTML_STYLE } from "./html-style.ts";
import { htmlTable } from "./html-table.ts";

/** A document as a complete HTML page, with spans and head cells; it works without script and prints on A4. */
export function writeHtml(doc: Doc): string {
  return `<!DOCTYPE html>
<html lang="${escapeXml(doc.language ?? "zh-CN")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(doc.title ?? "")}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
${doc.blocks.map((block, index) => blockHtml(block, { doc, index })).join("\n")}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block, { doc, index }: { doc: Doc; index: number }): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${textHtml(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p${block.align === undefined ? "" : ` class="${block.align}"`}>${textHtml(block.text)}</p>`;
    case "table":
      return htmlTable(block, captionOf(doc, index));
    case "pageBreak":
      return '<div class="page-break" style="break-after:page"></div>';
  }
}

function textHtml(text: string): string {
  return escapeXml(text).replaceAll("\n", "<br>");
}
