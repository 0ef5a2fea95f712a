import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../doc.ts";
import { parseMarkdown } from "./markdown.ts";

const show = (block: Block): string => {
  if (block.kind === "heading") return `h${block.level} ${block.text}`;
  if (block.kind === "paragraph") return block.text;
  return block.kind === "table" ? `[${block.rows.map((row) => row.cells.map((cell) => cell.text).join("|")).join("/")}]` : "---";
};
const blocks = (text: string): string[] => parseMarkdown(text).blocks.map(show);

describe("Markdown", () => {
  test.each([
    {
      what: "headings with marks before and after",
      text: "# 云溪县年度报告 #\n###总体\n### 总体",
      is: ["h1 云溪县年度报告", "###总体", "h3 总体"],
    },
    { what: "underlined headings", text: "年度报告\n====\n\n总体情况\n----", is: ["h1 年度报告", "h2 总体情况"] },
    { what: "a rule under a sentence", text: "本年度各项工作均已完成。\n---\n后文", is: ["本年度各项工作均已完成。", "后文"] },
    {
      what: "emphasis, code, links and pictures",
      text: "**一、总体情况**\n*斜*体与`码`\n[指南](http://x.invalid/a)![图](b.png)",
      is: ["一、总体情况", "斜体与码", "指南"],
    },
    { what: "signs that mark nothing", text: "3*4*5 与 a_b_c", is: ["3*4*5 与 a_b_c"] },
    { what: "escapes and references", text: "1\\. \\*注\\* &nbsp;&lt;甲&gt;", is: ["1. *注*  <甲>"] },
    { what: "lists and quotations", text: "- 甲\n* 乙\n> 丙\n1. 丁", is: ["甲", "乙", "丙", "1. 丁"] },
    { what: "hard breaks", text: "甲  \n乙\\\n丙\n丁", is: ["甲\n乙\n丙", "丁"] },
    { what: "pipe tables", text: "| 项目 | 数量 |\n| :-- | --: |\n| 规章 | 2 |\n|许可||", is: ["[项目|数量/规章|2/许可|]"] },
    { what: "no outer bars", text: "项目 | 数量\n--- | ---\n规章 | 2\n许可 | ", is: ["[项目|数量/规章|2/许可|]"] },
    { what: "no separator row", text: "| 规章 | 2 |\n| 许可 | 0 |", is: ["[规章|2/许可|0]"] },
    { what: "separator rows in the middle", text: "| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n--- | ---\n| 丙 | 3 |", is: ["[甲|1/乙|2/丙|3]"] },
    { what: "escaped bars, breaks and marks in cells", text: "| 甲\\|乙 | **3**<br>件 |\n|--|--|", is: ["[甲|乙|3\n件]"] },
    { what: "empty cells", text: "|  |  | 甲 |\n|--|--|--|\n| | 0 | |", is: ["[||甲/|0|]"] },
    { what: "one cell per line", text: "规章 |\n0 |\n|", is: ["[规章/0/]"] },
    { what: "grid tables", text: "+----+---+\n| 规章 | 2 |\n+====+===+\n| 许可 | 0 |\n+----+---+", is: ["[规章|2/许可|0]"] },
    { what: "tab rows", text: "规章\t2\t0\n许可\t1\t", is: ["[规章|2|0/许可|1|]"] },
    { what: "indented list items behind tabs", text: "- 甲\n\t- 乙", is: ["甲", "乙"] },
    {
      what: "tables in HTML",
      text: "前文\n\n<table>\n<tr><td rowspan=2>甲</td><td>1</td></tr>\n\n<tr><td>2</td></tr>\n</table>\n\n后文",
      is: ["前文", "[甲|1/2]", "后文"],
    },
    {
      what: "a table in HTML behind text on the same line",
      text: "见下表：<table><tr><td>甲</td><td>1</td></tr></table>后文",
      is: ["见下表：", "[甲|1]", "后文"],
    },
    { what: "centred text in HTML", text: `<div align="center">\n\n年度报告\n\n</div>\n\n文`, is: ["年度报告", "文"] },
    { what: "a fenced table", text: "甲\n```markdown\n| 乙 | 丙 |\n| --- | --- |\n| 1 | 2 |\n```\n丁", is: ["甲", "[乙|丙/1|2]", "丁"] },
    { what: "a quoted table", text: "> # 甲\n>\n> | 乙 | 丙 |\n> | --- | --- |\n> | 1 | 2 |\n>\n> 丁", is: ["h1 甲", "[乙|丙/1|2]", "丁"] },
  ])("$what", ({ text, is }) => {
    expect(blocks(text)).toEqual(is);
  });

  test("only the row above the first separator is the head", () => {
    const [table] = parseMarkdown("| 项目 | 数量 |\n|--|--|\n| 规章 | 2 |\n|--|--|").blocks;
    expect(table?.kind === "table" && table.rows.map((row) => row.cells.map((cell) => cell.header))).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test("places are ranges of the file, in HTML tables too", () => {
    const text = "# 报告\n\n| 甲 | 7 |\n|--|--|\n\n<table><tr><td rowspan=2>乙</td><td>8</td></tr><tr><td>9</td></tr></table>\n末";
    const doc = parseMarkdown(text);
    expect(doc.text).toBe(text);
    const cells = doc.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.cells) : []));
    expect(cells.map((cell) => text.slice(cell.at.start, cell.at.end).includes(cell.text))).not.toContain(false);
    expect(cells.at(-1)).toMatchObject({ text: "9", column: 1, at: { line: 6 } });
    expect(doc.blocks.at(-1)).toMatchObject({ text: "末", at: { line: 7 } });
  });

  test("never throws", () => {
    const part = fc.constantFrom(
      "甲",
      "0",
      "\t",
      "|",
      "  ",
      "\n",
      "\n\n",
      "#",
      "# ",
      "**",
      "_",
      "`",
      "```\n",
      "---",
      "<table>",
      "<tr><td>",
      "</table>",
      "<div>",
      "[",
      "](",
      ")",
      "\\",
      "- ",
      "> ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
        const text = parts.join("");
        for (const { at } of parseMarkdown(text).blocks) expect(at.start >= 0 && at.end >= at.start && at.end <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
