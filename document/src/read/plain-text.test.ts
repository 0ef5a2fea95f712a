import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../doc.ts";
import { parsePlainText } from "./plain-text.ts";

const show = (block: Block): string => {
  if (block.kind === "heading") return `h${block.level} ${block.text}`;
  if (block.kind === "paragraph") return block.text;
  return block.kind === "table" ? `[${block.rows.map((row) => row.cells.map((cell) => cell.text).join("|")).join("/")}]` : "---";
};
const blocks = (text: string): string[] => parsePlainText(text).blocks.map(show);

describe("plain text", () => {
  test.each([
    { what: "a line is a paragraph, trimmed", text: "　　甲文\n\n乙文 \n", is: ["甲文", "乙文"] },
    { what: "rows parted by tabs", text: "规章\t2\t0\n行政许可\t\t1", is: ["[规章|2|0/行政许可||1]"] },
    { what: "a blank line parts tables", text: "甲\t1\n\n乙\t2", is: ["[甲|1]", "[乙|2]"] },
    { what: "rows parted by bars", text: "| 规章 | 2 |\n| 许可 |  |", is: ["[规章|2/许可|]"] },
    { what: "bars without outer ones", text: "规章 | 2 | 3\n许可 | 0 | ", is: ["[规章|2|3/许可|0|]"] },
    {
      what: "bars without outer ones, and empty cells at both edges",
      text: " |  | 自然人 | 总计\n新收 |  | 0 | \n |  | 2 | 2\n结转 |  | 0 | ",
      is: ["[||自然人|总计/新收||0|/||2|2/结转||0|]"],
    },
    { what: "bars of other shapes, and rules", text: "┌──┬──┐\n│甲│1│\n├──┼──┤\n│乙│2│\n└──┴──┘", is: ["[甲|1/乙|2]"] },
    { what: "one cell and a bar per line", text: "规章 |\n0 |\n|\n||||\n许可 |", is: ["[规章/0//|||/许可]"] },
    { what: "one cell per line behind a tab", text: "\t规章\n\t2\n\t\n\t0\n\n\t许可", is: ["[规章/2//0]", "[许可]"] },
    { what: "a tab in the row before makes a leading tab an empty cell", text: "甲\t1\t2\n\t3", is: ["[甲|1|2/|3]"] },
    { what: "marks for none parted by a tab are cells, not a list", text: "-\t-", is: ["[-|-]"] },
    { what: "a tab behind a list number", text: "一、\t总体情况", is: ["一、总体情况"] },
    {
      what: "a long sentence behind a tab",
      text: "\t云溪县政务公开办公室本年度按照要求整理了全部公开目录，更新了办事指南，并对材料逐一核对完毕。",
      is: ["云溪县政务公开办公室本年度按照要求整理了全部公开目录，更新了办事指南，并对材料逐一核对完毕。"],
    },
    {
      what: "headings and bold marks",
      text: "# 云溪县年度报告\n## **一、总体情况**\n文**中**文",
      is: ["h1 云溪县年度报告", "h2 一、总体情况", "文中文"],
    },
    { what: "page breaks", text: "甲\n\f乙\n", is: ["甲", "---", "乙"] },
    {
      what: "columns parted by blanks",
      text: "信息内容        本年数量     总数量\n规章                 2         10",
      is: ["[信息内容|本年数量|总数量/规章|2|10]"],
    },
    {
      what: "wrapped labels among columns",
      text: "  （二）部分公开（区分处理\n                      3   0\n  的）",
      is: ["[（二）部分公开（区分处理/3|0/的）]"],
    },
    {
      what: "a section title above columns is no row",
      text: "二、主动公开政府信息情况\n规章     2     10",
      is: ["二、主动公开政府信息情况", "[规章|2|10]"],
    },
    {
      what: "prose with a wide gap stays prose",
      text: "云溪县今年共受理申请三件。  其中一件已经办结。",
      is: ["云溪县今年共受理申请三件。  其中一件已经办结。"],
    },
    { what: "line ends of Windows", text: "甲\t1\r\n乙\t2\r\n\r\n文", is: ["[甲|1/乙|2]", "文"] },
    { what: "nothing", text: "", is: [] },
  ])("$what", ({ text, is }) => {
    expect(blocks(text)).toEqual(is);
  });

  test("columns carry where they stand on the line, a Chinese character being two wide", () => {
    const [table] = parsePlainText("规章      2    10\n行政许可  0     1").blocks;
    const boxes = table?.kind === "table" ? table.rows.map((row) => row.cells.map((cell) => cell.at.box)) : [];
    expect(boxes).toEqual([
      [
        { x: 0, y: 0, width: 4, height: 1 },
        { x: 10, y: 0, width: 1, height: 1 },
        { x: 15, y: 0, width: 2, height: 1 },
      ],
      [
        { x: 0, y: 1, width: 8, height: 1 },
        { x: 10, y: 1, width: 1, height: 1 },
        { x: 16, y: 1, width: 1, height: 1 },
      ],
    ]);
  });

  test("columns are measured in characters where that is how they line up", () => {
    const [table] = parsePlainText("信息内容      本年数量      10\n规章        2件        20\n行政许可      3件        30").blocks;
    const last = table?.kind === "table" ? table.rows.map((row) => row.cells[2]?.at.box?.x) : [];
    expect(last).toEqual([20, 20, 20]);
  });

  test("marks around a text are outside its place", () => {
    const text = "## **甲\t7**\n**乙**\n**丙**\t**8**\n";
    const { blocks: all } = parsePlainText(text);
    const places = all.flatMap((block) =>
      block.kind === "table" ? block.rows.flatMap((row) => row.cells.map(({ at }) => at)) : [block.at],
    );
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(["甲\t7", "乙", "丙", "8"]);
  });

  test("lines and pages are counted from one", () => {
    const doc = parsePlainText("甲\n\n乙\f丙");
    expect(doc.blocks.map(({ kind, at }) => [kind, at.line, at.page])).toEqual([
      ["paragraph", 1, 1],
      ["paragraph", 3, 1],
      ["pageBreak", 3, 1],
      ["paragraph", 3, 2],
    ]);
  });

  test("the first main heading is the title", () => {
    expect(parsePlainText("前言\n# 云溪县年度报告").title).toBe("云溪县年度报告");
  });

  test("never throws, loses no character that can be seen, and places hold the cells' text", () => {
    const part = fc.constantFrom("甲", "乙丙", "0", "\t", "|", "  ", " ", "\n", "\n\n", "　", "。", "#", "# ", "\f", "│");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
        const text = parts.join("");
        const doc = parsePlainText(text);
        let seen = "";
        for (const block of doc.blocks) {
          if (block.kind === "heading" || block.kind === "paragraph") seen += block.text;
          if (block.kind !== "table") continue;
          for (const row of block.rows) {
            for (const cell of row.cells) {
              expect(text.slice(cell.at.start, cell.at.end)).toBe(cell.text);
              seen += cell.text;
            }
          }
        }
        const visible = (source: string): string => source.replace(/[\s|│#]/g, "");
        expect(visible(seen)).toBe(visible(text));
      }),
      { numRuns: 500 },
    );
  });
});
