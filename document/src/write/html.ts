import type { Block, Cell, Doc, Row, Table } from "../doc.ts";
import { printable } from "./printable.ts";
import { countHeadRows } from "./squares.ts";

/** A document as a complete HTML page, with spans and head cells; it works without script and prints well. */
export function writeHtml(doc: Doc): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(doc.language ?? "zh-CN")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(doc.title ?? "")}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${doc.blocks.map(writeBlock).join("\n")}
</main>
</body>
</html>
`;
}

const STYLE = `
body { font-family: "FangSong", "仿宋", "Noto Serif SC", serif; line-height: 1.75; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { text-align: center; }
p { text-indent: 2em; margin: 0.25em 0; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #000; padding: 0.25em 0.5em; text-align: center; font-weight: normal; }
.page-break { break-after: page; }
`;

function writeBlock(block: Block): string {
  if (block.kind === "heading") return `<h${block.level}>${writeText(block.text)}</h${block.level}>`;
  if (block.kind === "paragraph") return `<p>${writeText(block.text)}</p>`;
  return block.kind === "table" ? writeTable(block) : `<div class="page-break"></div>`;
}

function writeTable(table: Table): string {
  const heads = countHeadRows(table);
  const head = heads === 0 ? "" : `<thead>\n${table.rows.slice(0, heads).map((row) => writeRow(row, "col")).join("\n")}\n</thead>\n`;
  return `<table>\n${head}<tbody>\n${table.rows.slice(heads).map((row) => writeRow(row, "row")).join("\n")}\n</tbody>\n</table>`;
}

function writeRow(row: Row, scope: "col" | "row"): string {
  return `<tr>${row.cells.map((cell) => writeCell(cell, scope)).join("")}</tr>`;
}

function writeCell({ text, columnSpan, rowSpan, header }: Cell, scope: "col" | "row"): string {
  const spans = (columnSpan > 1 ? ` colspan="${columnSpan}"` : "") + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "");
  const group = scope === "col" ? columnSpan > 1 : rowSpan > 1;
  const name = header ? "th" : "td";
  return `<${name}${header ? ` scope="${scope}${group ? "group" : ""}"` : ""}${spans}>${writeText(text)}</${name}>`;
}

function writeText(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

/** Text safe in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
