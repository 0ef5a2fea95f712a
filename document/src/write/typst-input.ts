import type { Block, Cell, Doc, Row } from "../doc.ts";
import { printable } from "./printable.ts";
import { staysWithNext } from "./signature.ts";
import { layOutTable, type TableLayout } from "./table-layout.ts";

/** A document as the Typst template wants it, as JSON. */
export function typstInput(doc: Doc): string {
  const language = /^[a-z]{2,3}(?=-|$)/iu.exec(doc.language ?? "zh-CN")?.[0].toLowerCase() ?? "zh";
  return JSON.stringify({
    title: printable(doc.title ?? ""),
    language,
    blocks: doc.blocks.flatMap((block, index) => blockInput(block, staysWithNext(doc.blocks, index))),
  });
}

/** `keep`: on the page of the next block. */
function blockInput(block: Block, keep: boolean): object[] {
  if (block.kind === "pageBreak") return [{ kind: block.kind }];
  if (block.kind === "heading") return [{ kind: block.kind, level: block.level, text: printable(block.text) }];
  if (block.kind === "paragraph") return [{ kind: block.kind, align: block.align ?? "none", keep, text: printable(block.text) }];
  if (block.columns === 0) return [];
  const layout = layOutTable(block);
  const cells = block.rows.map((row, index) => rowInput(row, index, layout));
  const { shares, headRows } = layout;
  return [
    {
      kind: block.kind,
      look: block.look ?? "figures",
      keep,
      shares,
      head: cells.slice(0, headRows).flat(),
      body: cells.slice(headRows).flat(),
    },
  ];
}

function rowInput({ cells }: Row, row: number, layout: TableLayout): object[] {
  return cells.map((cell: Cell) => {
    const { text, column, columnSpan, rowSpan } = cell;
    return { row, column, columnSpan, rowSpan, isLeft: layout.isLeft(cell), isBand: layout.isBand(cell), text: printable(text) };
  });
}
