import type { Block, Doc, Row } from "../doc.ts";
import { columnShares } from "./column-shares.ts";
import { printable } from "./printable.ts";
import { countHeadRows } from "./squares.ts";

/** A document as the Typst template wants it, as JSON. */
export function typstInput(doc: Doc): string {
  const language = /^[a-z]{2,3}(?=-|$)/iu.exec(doc.language ?? "zh-CN")?.[0].toLowerCase() ?? "zh";
  return JSON.stringify({ title: printable(doc.title ?? ""), language, blocks: doc.blocks.flatMap(blockInput) });
}

function blockInput(block: Block): object[] {
  if (block.kind === "pageBreak") return [{ kind: block.kind }];
  if (block.kind === "heading") return [{ kind: block.kind, level: block.level, text: printable(block.text) }];
  if (block.kind === "paragraph") return [{ kind: block.kind, text: printable(block.text) }];
  if (block.columns === 0) return [];
  const heads = countHeadRows(block);
  const cells = block.rows.map(rowInput);
  return [{ kind: block.kind, shares: columnShares(block), head: cells.slice(0, heads).flat(), body: cells.slice(heads).flat() }];
}

function rowInput({ cells }: Row, row: number): object[] {
  return cells.map(({ text, column, columnSpan, rowSpan }) => ({ row, column, columnSpan, rowSpan, text: printable(text) }));
}
