import type { Block, Doc, Row, Table } from "../doc.ts";
import { columnShares } from "./column-shares.ts";
import { printable } from "./printable.ts";
import { countHeadRows } from "./squares.ts";

/**
 * A document as Typst source: A4, rulings around every cell, head rows repeated after a page end. All text goes in as
 * string literals, so nothing in it can be taken for markup. `cjk-latin-spacing: none` keeps “2025年” one word when
 * the text is taken out of the PDF again.
 */
export function writeTypst(doc: Doc): string {
  const language = /^[a-z]{2,3}(?=-|$)/iu.exec(doc.language ?? "zh-CN")?.[0].toLowerCase() ?? "zh";
  return `#set document(title: ${literal(doc.title ?? "")})
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", lang: ${literal(language)}, region: "cn", size: 14pt, cjk-latin-spacing: none)
#set par(first-line-indent: (amount: 2em, all: true), leading: 0.9em, spacing: 0.9em, justify: false)
#set table(stroke: 0.5pt, inset: 4pt, align: center + horizon)
#show heading: set block(above: 1em, below: 0.8em)
#show heading: set text(size: 15pt)
#show heading.where(level: 1): set align(center)
#show heading.where(level: 1): set text(size: 20pt)
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0pt, leading: 0.5em)
${doc.blocks.map(writeBlock).join("\n")}
`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `#heading(level: ${block.level}, ${literal(block.text)})`;
    case "paragraph":
      return `#par(${literal(block.text)})`;
    case "pageBreak":
      return "#pagebreak(weak: true)";
    case "table":
      return block.columns === 0 ? "" : writeTable(block);
  }
}

function writeTable(table: Table): string {
  const heads = countHeadRows(table);
  const rows = table.rows.map((row, index) => writeRow(row, index));
  const head = heads === 0 ? "" : `  table.header(\n${rows.slice(0, heads).join("")}  ),\n`;
  const columns = columnShares(table).map((share) => `${(share * 100).toFixed(2)}fr`);
  return `#table(columns: (${columns.join(", ")},),\n${head}${rows.slice(heads).join("")})`;
}

function writeRow({ cells }: Row, index: number): string {
  const written = cells.map(
    ({ text, column, columnSpan, rowSpan }) => `table.cell(x: ${column}, y: ${index}, colspan: ${columnSpan}, rowspan: ${rowSpan}, breakable: ${rowSpan > 1}, ${literal(text)})`,
  );
  return written.length === 0 ? "" : `    ${written.join(", ")},\n`;
}

/** A Typst string literal. */
function literal(text: string): string {
  const escaped = printable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return `"${escaped}"`;
}
