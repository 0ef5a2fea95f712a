import type { Doc, Table } from "@gongkai/document";
import { parseHtml, parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { generateDocument } from "../testing/index.ts";
import { readReport } from "./read-report.ts";
import { findHeadings } from "./section-heading.ts";
import { readSoundTables } from "./sound-tables.ts";
import { unwrapLabels } from "./unwrap-labels.ts";

function tableOf({ blocks }: Doc): Table {
  const table = blocks.find((block) => block.kind === "table");
  if (!table) throw new Error("no table");
  return table;
}

function columns(...lines: readonly string[]): Table {
  return tableOf(parsePlainText(lines.join("\n")));
}

/** The rows as text, their labels whole. */
function unwrapped(table: Table): string[] {
  return unwrapLabels(table).map(({ cells }) => cells.map(({ text }) => text).join(" "));
}

describe("a label that goes on below", () => {
  test("is joined, whether its figures stand beside its first line, its last one or between two", () => {
    const table = columns(
      "1.本机关不掌握      0  77",
      "相关政府信息",
      "2.没有现成信息",
      "需要另行制作        2  13",
      "3.补正后申请内",
      "                    3  24",
      "容仍不明确",
      "2.重复申请          4  59",
    );
    expect(unwrapped(table)).toEqual([
      "1.本机关不掌握相关政府信息 0 77",
      "2.没有现成信息需要另行制作 2 13",
      "3.补正后申请内容仍不明确 3 24",
      "2.重复申请 4 59",
    ]);
  });

  test("is told from its group's name set downwards, of which a lone 无 is a piece", () => {
    const table = columns(
      "（四  1.本机关不掌握相   0  77",
      "）    关政府信息",
      "无    2.没有现成信息需",
      "                         2  13",
      "法    要另行制作",
      "提    3.补正后申请内容   3  24",
      "供    仍不明确",
    );
    expect(unwrapped(table)).toEqual([
      "1.本机关不掌握相关政府信息 0 77",
      "2.没有现成信息需要另行制作 2 13",
      "（四）无法提供",
      "3.补正后申请内容仍不明确 3 24",
    ]);
  });

  test("is taken to its end, where its first line is a label too", () => {
    expect(unwrapped(columns("商业企业  社会公益  其他", "          组织", "1         2         3"))).toContain("社会公益组织");
  });

  test("keeps its place in the source from its first line to its last", () => {
    const lines = ["1.本机关不掌握      0  77", "相关政府信息"];
    const [row] = unwrapLabels(columns(...lines));
    expect(row?.cells[0]?.at).toMatchObject({ start: 0, end: lines.join("\n").length, line: 1 });
  });

  test.each([
    ["its second line is of another row", ["1.本机关不掌握      0  77", "需要另行制作", "2.没有现成信息      2  13", "相关政府信息"]],
    ["it breaks off", ["1.本机关不掌握      0  77", "2.没有现成信息      2  13", "需要另行制作"]],
    ["two rows of figures stand beside it", ["1.本机关不掌握      0  77", "相关政府信息        2  13"]],
    ["a word stands among the figures", ["1.本机关不掌握      0  无  77", "相关政府信息"]],
    ["the table is longer than any of the form", Array.from({ length: 300 }, () => ["1.本机关不掌握      0  77", "相关政府信息"]).flat()],
    ["no label is wrapped", ["1.本机关不掌握相关政府信息      0  77", "2.重复申请      2  13"]],
  ])("leaves the rows as they are where %s", (_, lines) => {
    const table = columns(...lines);
    expect(unwrapLabels(table)).toBe(table.rows);
  });

  test("is looked for only in columns set with blanks", () => {
    const table = tableOf(parseHtml("<table><tr><td>1.本机关不掌握<td>0<tr><td>相关政府信息<td></table>"));
    expect(unwrapLabels(table)).toBe(table.rows);
  });
});

describe("a report whose labels are wrapped", () => {
  const { body, truth } = generateDocument(1001, { layouts: ["fixed-width"], kinds: [] });
  const text = body.kind === "text" ? body.text : "";

  function readsSoundly(doc: Doc): boolean {
    return readSoundTables(doc, findHeadings(doc)) !== undefined;
  }

  test("is read in one pass", () => {
    const doc = parsePlainText(text);
    expect(readsSoundly(doc)).toBe(true);
    expect(readReport(doc).cells).toEqual(truth.cells);
  });

  test.each([
    ["the second lines of two labels are exchanged", /政府(\n.*\n.*)信息\n(.*\n.*\n.*)制作\n/, "政府$1制作\n$2信息\n"],
    ["a label's second line is lost", /(政府\n.*\n.*)信息\n/, "$1\n"],
    ["the figures stand below the label", /(政府\n)(.*\n)(.*信息\n)/, "$1$3$2"],
    ["the figures of two rows stand beside one label", /(另行\n.*\n)(.*制作\n)/, "$10  0  0  0  0  0  0\n$2"],
  ])("is left to the closer look where %s", (_, pattern, changed) => {
    const damaged = text.replace(pattern, changed);
    expect(damaged).not.toBe(text);
    expect(readsSoundly(parsePlainText(damaged))).toBe(false);
  });
});
