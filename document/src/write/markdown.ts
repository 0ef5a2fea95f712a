import type { Doc, Table } from "../doc.ts";
import { joinLines } from "./join-lines.ts";
import { printable } from "./printable.ts";
import { listTexts } from "./squares.ts";

/** A document as Markdown with pipe tables. Pipe tables know no spans: the squares under one stay empty. */
export function writeMarkdown(doc: Doc): string {
  const blocks = doc.blocks.flatMap((block) => {
    if (block.kind === "heading") return [`${"#".repeat(block.level)} ${escape(joinLines(block.text))}`];
    if (block.kind === "paragraph") return [escapeStart(escape(block.text)).replaceAll("\n", "  \n")];
    return block.kind === "table" ? [writeTable(block)] : [];
  });
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

function writeTable(table: Table): string {
  if (table.columns === 0) return "";
  const lines = listTexts(table).map((texts) => `| ${texts.map((text) => escape(text).replaceAll("\n", "<br>")).join(" | ")} |`);
  const rule = `|${" --- |".repeat(table.columns)}`;
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join("\n");
}

/** Marks that would change the text's looks are taken literally. */
function escape(text: string): string {
  return printable(text)
    .replace(/&(?=#?\w+;)/gu, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~]/gu, "\\$&");
}

/** No line of a paragraph may begin like a heading, list, quotation or rule. */
function escapeStart(text: string): string {
  return text.replace(/^(\s*)([#>+-])/gmu, "$1\\$2").replace(/^(\s*\d+)([.)])(?=\s)/gmu, "$1\\$2");
}
