import type { DraftBlock, DraftCell } from "../draft.ts";
import type { Random } from "../random.ts";
import { layGrid } from "./grid.ts";
import type { Layout } from "./layout.ts";

/** A page of a government site around the report: menus, crumbs, dates, links to other reports. */
export const html: Layout = {
  name: "html",
  extension: "html",
  hasTables: true,
  render(draft, random) {
    const style = {
      empty: random.pick(["", "&nbsp;", "<br>", "<p>&nbsp;</p>"]),
      inner: random.pick(["p", "span", "", "div"]),
      covered: random.chance(0.1),
    };
    const article = draft.blocks.map((block) => writeBlock(block, style, random)).join("\n");
    const title = draft.truth.title ?? "信息公开";
    if (random.chance(0.2)) return article;
    const body = random.chance(0.3)
      ? `<table width="100%"><tr><td class="left">${menu}</td><td>${article}</td></tr></table>`
      : `<div class="nav">${menu}</div><div class="article">${article}</div>`;
    return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>td{border:1px solid #000}</style><script>var total=12;document.title="<td>9</td>";</script></head>
<body>${body}<div class="footer"><p>上一篇：${draft.truth.year ?? 2020}年工作要点</p><p>浏览次数：<span>1024</span> 字号：大 中 小</p><p>网站标识码：0000000000</p></div></body></html>`;
  },
};

const menu = `<ul><li><a href="/">首页</a></li><li><a href="/a">政府信息公开指南</a></li><li><a href="/b">政府信息公开年报</a></li></ul><p>当前位置：首页 &gt; 年报</p><p>发布日期：2022-01-20 来源：本站</p>`;

interface Style {
  empty: string;
  inner: string;
  covered: boolean;
}

function writeBlock(block: DraftBlock, style: Style, random: Random): string {
  if (block.kind === "heading")
    return random.chance(0.5)
      ? `<h${block.level}>${escape(block.text)}</h${block.level}>`
      : `<p><strong>${escape(block.text)}</strong></p>`;
  if (block.kind === "paragraph") return `<p style="text-indent:2em">&nbsp;&nbsp;${escape(block.text)}</p>`;
  // A few converters write no spans at all, but every square of the grid.
  const rows = style.covered
    ? layGrid(block.rows).map((row) =>
        row.map(({ cell, begins }) => writeCell({ ...cell, columnSpan: 1, rowSpan: 1, text: begins ? cell.text : "" }, style)),
      )
    : block.rows.map((row) => row.map((cell) => writeCell(cell, style)));
  return `<table border="1" cellspacing="0"><tbody>\n${rows.map((cells) => `<tr>${cells.join("")}</tr>`).join("\n")}\n</tbody></table>`;
}

function writeCell({ text, columnSpan, rowSpan }: DraftCell, { empty, inner }: Style): string {
  const spans = (columnSpan > 1 ? ` colspan="${columnSpan}"` : "") + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "");
  const content = text === "" ? empty : escape(text).replaceAll("\n", "<br />");
  return `<td${spans}>${inner === "" || text === "" ? content : `<${inner}>${content}</${inner}>`}</td>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\u00a0", "&nbsp;");
}
