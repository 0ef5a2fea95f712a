import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Place, Table } from "../doc.ts";
import { parseHtml } from "./html.ts";

const show = (block: Block): string => {
  if (block.kind === "heading") return `h${block.level} ${block.text}`;
  if (block.kind === "paragraph") return block.text;
  return block.kind === "table" ? `[${block.rows.map((row) => row.cells.map((cell) => cell.text).join("|")).join("/")}]` : "---";
};
const blocks = (html: string): string[] => parseHtml(html).blocks.map(show);
const firstTable = (html: string): Table => {
  const table = parseHtml(html).blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  return table;
};
const prose = "云溪县政务公开办公室本年度按照要求整理了全部公开目录，更新了办事指南，并对各部门报送的材料逐一核对。";

describe("HTML text", () => {
  test.each([
    {
      what: "blanks of every kind are one blank, and none at the ends",
      html: "<p>&nbsp;&emsp;　云溪 \n 县&#160;&nbsp;公开 </p>",
      is: ["云溪 县 公开"],
    },
    { what: "inline tags do not part words", html: "<p>公<b>开<span>办</span></b><i>公室</i></p>", is: ["公开办公室"] },
    { what: "references are decoded", html: "<p>&lt;指南&gt;&ldquo;甲&rdquo;&#19968;&#x4e8c;</p>", is: ["<指南>“甲”一二"] },
    {
      what: "digits set above the line are no part of the number before",
      html: "<p>12<sup>3</sup> 5<sup>[1]</sup></p><p><sup>7</sup></p>",
      is: ["12³ 5[¹]", "7"],
    },
    { what: "what is struck out holds no more", html: "<p><s>99</s>66 <del>7</del>8</p>", is: ["66 8"] },
    { what: "invisible marks vanish", html: "<p>规\u200b章\ufeff</p>", is: ["规章"] },
    { what: "a break is a line end", html: "<p>甲<br>乙<br/>丙</p>", is: ["甲\n乙\n丙"] },
    { what: "two breaks part paragraphs", html: "<div>甲<br><br>乙</div>", is: ["甲", "乙"] },
    {
      what: "an indented line after a break is a paragraph",
      html: "<div>甲<br>　　乙<br>&nbsp;&nbsp;&nbsp;丙</div>",
      is: ["甲", "乙", "丙"],
    },
    { what: "unclosed paragraphs end at the next", html: "<p>甲<p>乙<div>丙</div>丁", is: ["甲", "乙", "丙", "丁"] },
    { what: "headings keep their level", html: "<h1>总</h1><h3>分</h3>", is: ["h1 总", "h3 分"] },
    { what: "an unclosed heading ends at the next block", html: "<h2>总<p>文", is: ["h2 总", "文"] },
    { what: "list items are paragraphs", html: "<ul><li>甲<li>乙</ul>", is: ["甲", "乙"] },
    {
      what: "scripts, styles, comments and forms are no text",
      html: "<style>p{}</style><script>if(a<b){'<p>x</p>'}</script><!-- <p>y</p> --><noscript>n</noscript><textarea>t</textarea><select><option>o</select><template><p>z</p></template><p>甲</p>",
      is: ["甲"],
    },
    {
      what: "hidden elements are left out",
      html: `<div style="display: none"><div>x</div>y</div><p hidden>z<p>甲</p><span style='DISPLAY:NONE'>q</span>`,
      is: ["甲"],
    },
    { what: "a hidden element that never ends hides nothing", html: `<p>甲</p><div style="display:none"><p>乙</p>`, is: ["甲", "乙"] },
    { what: "a comment that never ends hides nothing", html: "<p>甲</p><!-- x ><p>乙</p>", is: ["甲", "乙"] },
    { what: "a script that never ends hides nothing", html: "<p>甲</p><script><p>乙</p>", is: ["甲", "乙"] },
    { what: "a quote that never ends hides nothing", html: `<p class="x>甲</p><p>乙</p>`, is: ["甲", "乙"] },
    { what: "a bare less-than sign is text", html: "<p>3 < 5 且 a<5</p>", is: ["3 < 5 且 a<5"] },
    { what: "preformatted text keeps its blanks", html: "<pre>甲  乙\n丙</pre>", is: ["甲  乙\n丙"] },
    { what: "a page break is a block", html: `<p>甲</p><div style="page-break-after: always"></div><p>乙</p>`, is: ["甲", "---", "乙"] },
    { what: "a break inside must be avoided is none", html: `<p style="page-break-inside: avoid">甲</p>`, is: ["甲"] },
  ])("$what", ({ html, is }) => {
    expect(blocks(html)).toEqual(is);
  });
});

describe("HTML tables", () => {
  test("spans and header cells are kept", () => {
    const table = firstTable(
      `<table><thead><tr><td rowspan="2">甲</td><td colspan=2>乙</td></tr></thead><tr><th>丙</th><td>1</td></tr></table>`,
    );
    expect(table.columns).toBe(3);
    expect(
      table.rows.map((row) =>
        row.cells.map(({ text, column, columnSpan, rowSpan, header }) => ({ text, column, columnSpan, rowSpan, header })),
      ),
    ).toEqual([
      [
        { text: "甲", column: 0, columnSpan: 1, rowSpan: 2, header: true },
        { text: "乙", column: 1, columnSpan: 2, rowSpan: 1, header: true },
      ],
      [
        { text: "丙", column: 1, columnSpan: 1, rowSpan: 1, header: true },
        { text: "1", column: 2, columnSpan: 1, rowSpan: 1, header: false },
      ],
    ]);
  });

  test.each([
    { span: `colspan="0"`, columnSpan: 1 },
    { span: `colspan="-3"`, columnSpan: 1 },
    { span: `colspan="abc"`, columnSpan: 1 },
    { span: `colspan="100%"`, columnSpan: 3 },
    { span: `COLSPAN='999999999'`, columnSpan: 3 },
    { span: `data-x="colspan=9" colspan=2`, columnSpan: 2 },
    { span: `title='a">b' colspan=2`, columnSpan: 2 },
    { span: `colspan="2`, columnSpan: 2 }, // the quote never ends
  ])("$span spans $columnSpan of three columns", ({ span, columnSpan }) => {
    const table = firstTable(`<table><tr><td ${span}>甲</td></tr><tr><td>1<td>2<td>3</tr></table>`);
    expect(table.rows[0]?.cells[0]?.columnSpan).toBe(columnSpan);
    expect(table.columns).toBe(3);
  });

  test("rowspan 0 reaches the end of the table", () => {
    const table = firstTable(`<table><tr><td rowspan="0">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>`);
    expect(table.rows[0]?.cells[0]?.rowSpan).toBe(3);
    expect(table.rows[2]?.cells[0]?.column).toBe(1);
  });

  test.each([
    { what: "missing end tags", html: "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", is: ["[甲|1/乙|2]"] },
    { what: "a missing </table>", html: "<table><tr><td>甲</td><td>1</td></tr><p>后文</p>", is: ["[甲|1]", "后文"] },
    { what: "cells without a row", html: "<table><td>甲</td><td>1</td></table>", is: ["[甲|1]"] },
    { what: "rows without a table", html: "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>", is: ["[甲|1/乙|2]"] },
    {
      what: "paragraphs and breaks in cells",
      html: "<table><tr><td><p>科研</p><p>机构</p></td><td>本年<br>新增</td></tr></table>",
      is: ["[科研\n机构|本年\n新增]"],
    },
    { what: "empty cells", html: "<table><tr><td>甲</td><td>&nbsp;</td><td></td><td><p><br></p></td></tr></table>", is: ["[甲|||]"] },
    {
      what: "a caption before the table",
      html: "<table><caption>表一</caption><tr><td>甲</td><td>1</td></tr></table>",
      is: ["表一", "[甲|1]"],
    },
    {
      what: "a caption that repeats the heading above",
      html: "<h2>表一</h2><table><caption>表一</caption><tr><td>甲</td><td>1</td></tr></table>",
      is: ["h2 表一", "[甲|1]"],
    },
    { what: "text lost between cells", html: "<table>前<tr><td>甲</td></tr>后</table>", is: ["前", "[甲]", "后"] },
    { what: "an unclosed bold tag across cells", html: "<table><tr><td><b>甲</td><td>1</td></tr></table><p>后</p>", is: ["[甲|1]", "后"] },
    {
      what: "hidden rows and cells",
      html: `<table><tr><td>甲</td><td>1</td></tr><tr style="display:none"><td>x</td><td>y</td></tr><tr><td>乙</td><td hidden>z</td><td>2</td></tr></table>`,
      is: ["[甲|1/乙|2]"],
    },
    { what: "values in form fields", html: `<table><tr><td>甲</td><td><input type="text" value="12"></td></tr></table>`, is: ["[甲|12]"] },
  ])("$what", ({ html, is }) => {
    expect(blocks(html)).toEqual(is);
  });

  const data = "<table><tr><td>项目</td><td>数量</td></tr><tr><td>规章</td><td>0</td></tr></table>";

  test("a table that lays out the page gives way to what it holds", () => {
    const html = `<table><tr><td>首页</td></tr><tr><td><p>前文</p>${data}<p>后文</p></td></tr></table>`;
    expect(blocks(html)).toEqual(["首页", "前文", "[项目|数量/规章|0]", "后文"]);
  });

  test("layout within layout gives way as well", () => {
    expect(blocks(`<table><tr><td><table><tr><td>甲${data}</td></tr></table></td></tr></table>`)).toEqual(["甲", "[项目|数量/规章|0]"]);
  });

  test("an article in one cell is an article", () => {
    const html = `<table><tr><td><h2>总体情况</h2><p>${prose}</p><p>${prose}</p></td></tr></table>`;
    expect(blocks(html)).toEqual(["h2 总体情况", prose, prose]);
  });

  test("a small table in a cell of data is the cell's text", () => {
    const row = "<tr><td>甲</td><td>1</td><td>2</td></tr>";
    const html = `<table>${row}${row}<tr><td>乙</td><td><table><tr><td>3</td><td>件</td></tr></table></td><td>4</td></tr></table>`;
    expect(blocks(html)).toEqual(["[甲|1|2/甲|1|2/乙|3 件|4]"]);
  });
});

describe("HTML pages", () => {
  const menu = `<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/gk">公开</a></li></ul></div>`;
  const foot = `<div class="footer">云溪县政务公开办公室主办 版权所有</div>`;
  const table = "<table><tr><td>规章</td><td>0</td></tr></table>";

  test.each(["TRS_Editor", "zoom", "article-content", "con_text", "UCAP-CONTENT", "pages_content"])(
    "the article is found in a container named %s",
    (name) => {
      const html = `<title>年度报告_云溪县政府网</title><body>${menu}<div>相关链接</div><div class="${name}"><p>${prose}</p>${table}</div>${foot}</body>`;
      expect(blocks(html)).toEqual([prose, "[规章|0]"]);
    },
  );

  test("a table outside the container keeps the whole page", () => {
    const html = `${menu}<div class="article"><p>${prose}</p></div><div>${table}</div>${foot}`;
    expect(blocks(html)).toEqual([prose, "[规章|0]"]);
  });

  test("prose outside the container keeps the whole page", () => {
    const html = `<div class="content"><p>一、总体情况</p><p>${prose}</p></div><div class="content"><p>二、公开情况</p>${table}</div>`;
    expect(blocks(html)).toEqual(["一、总体情况", prose, "二、公开情况", "[规章|0]"]);
  });

  test("a menu that was never closed does not swallow the report", () => {
    expect(blocks(`<nav><a href="/">首页</a><p>${prose}</p><p>${prose}</p>${table.repeat(4)}`)).toContain("[规章|0]");
  });

  test("the main heading above the article stays with it", () => {
    const html = `<h1>云溪县年度报告</h1><div>发布日期</div><article><p>${prose}</p>${table}</article>`;
    expect(blocks(html)).toEqual(["h1 云溪县年度报告", prose, "[规章|0]"]);
  });

  test.each([
    { html: `<meta name="ArticleTitle" content="甲报告"><title>乙</title><h1>丙</h1>`, title: "甲报告" },
    { html: "<title>乙</title><h1>丙报告</h1>", title: "丙报告" },
    { html: "<title>云溪县年度报告_云溪县人民政府网</title><p>文</p>", title: "云溪县年度报告" },
    { html: "<p>文</p>", title: null },
  ])("title $title", ({ html, title }) => {
    expect(parseHtml(html).title).toBe(title);
  });

  test("a page of pictures is noted", () => {
    expect(parseHtml("<p>附件</p><img src=a.png>").notes.map((note) => note.code)).toEqual(["picture-only"]);
  });
});

describe("HTML of any kind", () => {
  const tag = fc.constantFrom(
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<div>",
    "</div>",
    "<p>",
    "<br>",
    "<h1>",
    "<nav>",
    "</nav>",
    "<td rowspan=3 colspan=2>",
    "<th>",
    "<!--",
    "-->",
    "<script>",
    "<b",
    "<a href='",
    "甲",
    "0",
    "&nbsp;",
    "&#x;",
    `<div hidden>`,
  );

  test("never throws, and every place holds its text", () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 60 }), (parts) => {
        const doc = parseHtml(parts.join(""));
        const placed = doc.blocks.flatMap((block): readonly { text: string; at: Place }[] => {
          if (block.kind === "table") return block.rows.flatMap((row) => row.cells);
          return block.kind === "pageBreak" ? [] : [block];
        });
        for (const { text, at } of placed) expect(doc.text.slice(at.start, at.end)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    "<div>",
    "<table>",
    "<table><tr><td>",
    "<div hidden>",
    "<!--",
    "<a b='",
    "<script>",
    "<td>",
    "</section>",
    "<",
    "<nav class=x>",
    "<p>甲",
    "<h1>",
    "<svg>",
  ])("ten thousand times %s is read", (part) => {
    expect(parseHtml(part.repeat(10_000)).format).toBe("html");
  });
});
