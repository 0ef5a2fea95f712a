import type { Cell, Row, Table } from "../doc.ts";
import { escapeXml } from "./escape-xml.ts";
import { layOutTable, type TableLayout } from "./table-layout.ts";

/** From this many columns on a table keeps its width on a phone and is moved sideways in its frame. */
const WIDE = 6;

/** A table with caption, head, and head cells that say what they head; each outermost group of rows is a body of its own. */
export function htmlTable(table: Table, caption: string): string {
  const layout = layOutTable(table);
  const columns = layout.shares.map((share) => `<col style="width:${(share * 100).toFixed(2)}%">`).join("");
  const parts = splitRows(table, layout).map(({ tag, rows }) => {
    const lines = rows.map(
      (row) =>
        `<tr>${row.cells.map((cell) => cellHtml(cell, { layout, isHead: row.cells.every((other) => other.header), rows: rows.length })).join("")}</tr>`,
    );
    return `<${tag}>\n${lines.join("\n")}\n</${tag}>`;
  });
  const named = caption === "" ? "" : `<caption>${escapeXml(caption)}</caption>\n`;
  const label = caption === "" ? "" : ` role="group" aria-label="${escapeXml(caption)}" tabindex="0"`;
  return `<div class="table"${label}>\n<table${table.look === "form" ? ' class="form"' : table.columns >= WIDE ? ' class="wide"' : ""}>\n${named}<colgroup>${columns}</colgroup>\n${parts.join("\n")}\n</table>\n</div>`;
}

interface Part {
  readonly tag: "thead" | "tbody";
  readonly rows: readonly Row[];
}

/** The head, then bodies: one begins at each full-width head cell, and around rows that one cell spans from the left. */
function splitRows({ rows }: Table, layout: TableLayout): Part[] {
  const parts: { tag: Part["tag"]; rows: Row[] }[] = [];
  if (layout.headRows > 0) parts.push({ tag: "thead", rows: rows.slice(0, layout.headRows) });
  let groupEnd = 0;
  let wasGroup = true;
  rows.forEach((row, index) => {
    if (index < layout.headRows) return;
    const reach = Math.max(index + 1, ...row.cells.map((cell) => index + cell.rowSpan));
    const begins = index >= groupEnd && (wasGroup || reach > index + 1 || row.cells.some((cell) => layout.isBand(cell)));
    if (index >= groupEnd) wasGroup = reach > index + 1;
    groupEnd = Math.max(groupEnd, reach);
    if (begins) parts.push({ tag: "tbody", rows: [row] });
    else parts.at(-1)?.rows.push(row);
  });
  return parts;
}

interface Place {
  readonly layout: TableLayout;
  /** The row holds head cells only. */
  readonly isHead: boolean;
  /** Rows of the head or body it stands in. */
  readonly rows: number;
}

function cellHtml(cell: Cell, place: Place): string {
  const { text, columnSpan, rowSpan, header } = cell;
  const spans = (columnSpan > 1 ? ` colspan="${columnSpan}"` : "") + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "");
  const content = escapeXml(text).replaceAll("\n", "<br>");
  if (!header) return `<td${spans}>${content}</td>`;
  const look = place.layout.isBand(cell) ? ' class="band"' : place.layout.isLeft(cell) ? ' class="left"' : "";
  return `<th scope="${scopeOf(cell, place)}"${look}${spans}>${content}</th>`;
}

function scopeOf(cell: Cell, { layout, isHead, rows }: Place): string {
  if (isHead) return layout.isBand(cell) ? "rowgroup" : cell.columnSpan > 1 ? "colgroup" : "col";
  return cell.rowSpan > 1 && cell.rowSpan === rows ? "rowgroup" : "row";
}
