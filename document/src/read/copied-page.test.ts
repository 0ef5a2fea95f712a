import { expect, test } from "vitest";
import { parsePlainText } from "./plain-text.ts";

const NOTHING = "\u00a0";
const row = (...cells: string[]): string => cells.join("\n\n\t\n\n");
const table = (...rows: string[]): string => rows.join("\n\n\n\n\n");
const EMPTY_ROWS = Array.from({ length: 6 }, (_, index) => row(`第${index + 1}行`, "0", NOTHING, "0\t\t0"));

/** As a browser gives the text of a page whose cells hold paragraphs. */
const PAGE = [
  "二、主动公开政府信息情况",
  table(row("信息内容", "本年\n新制作", "公开总数"), row("规章", "3", NOTHING), ...EMPTY_ROWS),
  "三、收到和处理政府信息公开申请情况",
  "（勾稽关系见表）",
  table(row("申请人情况", "自然人"), "总计", row("一、本年新收", NOTHING)),
  "五、存在的主要问题及改进情况",
  "没有。",
].join("\n\n");

test("a page copied from a browser keeps its rows and its blank cells", () => {
  const blocks = parsePlainText(PAGE).blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : block.kind === "paragraph" ? block.text : "",
  );
  expect(blocks).toEqual([
    "二、主动公开政府信息情况",
    [
      ["信息内容", "本年\n新制作", "公开总数"],
      ["规章", "3", ""],
      ...Array.from({ length: 6 }, (_, index) => [`第${index + 1}行`, "0", "", "0", "", "0"]),
    ],
    "三、收到和处理政府信息公开申请情况",
    "（勾稽关系见表）",
    [["申请人情况", "自然人"]],
    "总计",
    [["一、本年新收", ""]],
    "五、存在的主要问题及改进情况",
    "没有。",
  ]);
});

test("each cell says where in the text it stands", () => {
  const doc = parsePlainText(PAGE);
  const cells = doc.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((one) => one.cells) : []));
  expect(cells.filter(({ text, at }) => text.trim() !== doc.text.slice(at.start, at.end).trim())).toEqual([]);
  expect(cells.find(({ text }) => text === "3")?.at.line).toBe(PAGE.slice(0, PAGE.indexOf("规章")).split("\n").length);
});
