import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { formTables, htmlOf, type Lines, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";
import { readReport } from "./read-report.ts";
import { toTraditional } from "../testing/damages/traditional.ts";

const FIGURES = {
  "t2.rules.issued": 3,
  "t2.rules.effective": 41,
  "t2.fee.amount": "12.5",
  "t3.new.natural": 12,
  "t3.new.total": 12,
  "t3.granted.natural": 5,
  "t3.granted.total": 5,
  "t3.partial.natural": 7,
  "t3.partial.total": 7,
  "t3.total.natural": 12,
  "t3.total.total": 12,
  "t4.reconsideration.upheld": 2,
  "t4.reconsideration.total": 2,
};
const TABLES = formTables("2021", FIGURES);

/** A report whose rows are written as `write` says; tabs part nothing in it. */
function textWith(write: (row: string[]) => string): string {
  const lines = (table: Lines): Lines => table.map((row) => [write(row)]);
  return textOf({ 2: lines(TABLES[2]), 3: lines(TABLES[3]), 4: lines(TABLES[4]) });
}

const withBlanks = textWith((row) => row.join(" "));
const html = htmlOf("2021", FIGURES);

describe("is read to the last cell", () => {
  const { cells } = readText(textOf(TABLES));

  test.each(["；", ";", "&", "，", "、", "/", " / ", ", ", "#", "~", "·", "→", "]["])("a report whose cells %j parts", (mark) => {
    expect(readText(textWith((row) => row.join(mark))).cells).toEqual(cells);
  });

  test("also where two blanks within a label have made a table of some lines", () => {
    const text = textWith((row) => row.join("；")).replaceAll("科研机构", "科研  机构");
    expect(readText(text).cells).toEqual(cells);
  });

  test.each([
    ["numbers and a blank", (line: string, index: number) => `${index + 1} ${line}`],
    ["numbers and a colon", (line: string, index: number) => `${index + 1}: ${line}`],
    ["bullets", (line: string) => `- ${line}`],
  ])("a report with %s before its lines", (_, mark) => {
    expect(readText(withBlanks.split("\n").map(mark).join("\n")).cells).toEqual(cells);
  });

  test("a report whose tables have their lines numbered each for itself", () => {
    const number = (table: Lines): Lines => table.map((row, index) => [`${index + 1} ${row.join(" ")}`]);
    const text = textOf({ 2: number(TABLES[2]), 3: number(TABLES[3]), 4: number(TABLES[4]) });
    expect(readText(text).cells).toEqual(cells);
  });

  test("a table for TeX, and one with each cell in brackets", () => {
    expect(readText(textWith((row) => `${row.join(" & ")} \\\\ \\hline`)).cells).toEqual(cells);
    expect(readText(textWith((row) => `[${row.join("][")}]`)).cells).toEqual(cells);
  });

  test("a report parted by commas, and a sentence with as many of them in its table", () => {
    const text = textWith((row) => row.join("，")).replace("第二十条第（八）项", "说明，行政处罚，7，为上年所增\n第二十条第（八）项");
    expect(readText(text).cells).toEqual(cells);
  });

  test("a table of separated values in which a figure has a comma of its own", async () => {
    const figures = formTables("2021", { ...FIGURES, "t2.license.decisions": "1,274" });
    const lines = ([2, 3, 4] as const).flatMap((table) => figures[table].map((row) => row.map((text) => `"${text}"`).join(",")));
    const result = await readDocument(new TextEncoder().encode(lines.join("\n")), { name: "a.csv" });
    expect(result.ok && readReport(result.doc).cells["t2.license.decisions"]).toBe(1274);
  });

  test("a table 4 whose ends of lines are lost", () => {
    const text = textOf({ ...TABLES, 4: [[TABLES[4].flat().join(" ")]] });
    expect(readText(text).cells).toEqual(cells);
  });

  test("a report in traditional characters whose ends of lines are lost", () => {
    const traditional = toTraditional(withBlanks, false);
    expect(readText(traditional.replaceAll("\n", " ")).cells).toEqual(cells);
  });

  test("a numbered list of its cells, in which 2. 0 is no 2", () => {
    const list = (table: Lines): Lines => table.flat().map((text, index) => [`${index + 1}. ${text}`]);
    expect(readText(textOf({ 2: list(TABLES[2]), 3: list(TABLES[3]), 4: list(TABLES[4]) })).cells).toEqual(cells);
  });

  test.each([" ", ""])("a report whose ends of lines are lost, with %j instead", (instead) => {
    expect(readText(withBlanks.replaceAll("\n", instead)).cells).toEqual(cells);
  });

  test("a page with a line break behind each row, all in one paragraph", () => {
    const page = textWith((row) => row.join(" ")).replaceAll("\n", "<br>");
    expect(readHtml(`<p>${page}</p>`).cells).toEqual(cells);
  });

  test("a report that numbers its rows before their labels", () => {
    let number = 0;
    const text = textWith((row) =>
      /\d$/.test(row.at(-1) ?? "") && !row.join("").startsWith("0") ? `${++number} ${row.join(" ")}` : row.join(" "),
    );
    expect(readText(text).cells).toEqual(cells);
  });

  test("rows with their figures before their labels", () => {
    const text = textWith((row) =>
      [...row.filter((cell) => /^[\d.]+$/.test(cell)), ...row.filter((cell) => !/^[\d.]+$/.test(cell))].join(" "),
    );
    expect(rowOf(readText(text), "t3.granted")).toEqual([5, 0, 0, 0, 0, 0, 5]);
  });

  test("table 3 turned on its side", () => {
    const table = /<table>(?:(?!<\/table>).)*申请人情况.*?<\/table>/s.exec(html)?.[0] ?? "";
    const rows = TABLES[3].filter((row) => row.length > 6 && row.at(-1) !== "其他").map((row) => row.slice(-8));
    const columns = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    const turned = columns.map((column, at) => `<tr><td>${column}</td>${rows.map((row) => `<td>${row[at]}</td>`).join("")}</tr>`).join("");
    expect(table).not.toBe("");
    expect(readHtml(html.replace(table, `<table>${turned}</table>`)).cells).toEqual(cells);
  });
});

test("lines of one paragraph are rows also where a label is misread", () => {
  const page = textWith((row) => row.join(" "))
    .replace("（一）予以公开", "（一）予以么开")
    .replace("2.重复申请", "2.重夏申请");
  const report = readHtml(`<p>${page.replaceAll("\n", "<br>")}</p>`);
  expect(rowOf(report, "t3.granted")).toEqual([5, 0, 0, 0, 0, 0, 5]);
  expect(rowOf(report, "t3.unhandled.duplicate")).toEqual(Array(7).fill(0));
});

describe("a table turned on its side", () => {
  const turned = (table: 2 | 3): string[][] => {
    const width = Math.max(...TABLES[table].map((row) => row.length));
    return Array.from({ length: width }, (_, column) => TABLES[table].map((row) => row[column] ?? ""));
  };
  const { cells } = readText(textOf(TABLES));

  test("is turned back: table 2", () => {
    expect(readText(textOf({ ...TABLES, 2: turned(2) })).cells).toEqual(cells);
  });

  test("is turned back where a page break cuts table 3 in two", () => {
    const lines = turned(3);
    const halves = [lines.map((line) => line.slice(0, 14)), lines.map((line) => line.slice(14))];
    expect(readText(textOf({ ...TABLES, 3: [...(halves[0] ?? []), ["（续表）"], ...(halves[1] ?? [])] })).cells).toEqual(cells);
  });
});

describe("table 2 one column after another, a cell a line", () => {
  const width = Math.max(...TABLES[2].map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => TABLES[2].flatMap((row) => (row[column] ? [[row[column]]] : [])));
  const { cells } = readText(textOf(TABLES));

  test("is read where every column has just its figures", () => {
    expect(readText(textOf({ ...TABLES, 2: columns.flat() })).cells).toEqual(cells);
  });

  test("is doubted where a figure is missing, not taken for a row", () => {
    const short = columns.flat();
    short.splice(
      short.findIndex(([text]) => text === "41"),
      1,
    );
    const report = readText(textOf({ ...TABLES, 2: short }));
    for (const row of ["t2.rules", "t2.normative", "t2.license"])
      expect(rowOf(report, row).filter((cell) => typeof cell === "number")).toEqual([]);
  });
});

describe("rows numbered throughout, each number in a cell or line of its own", () => {
  const number = (at: number): string => String(at + 1);
  const rows = TABLES[3].slice(3).map((row, at) => [number(at), ...row]);
  const heads = TABLES[3].slice(0, 3).map((row, at) => [at === 0 ? "序号" : "", ...row]);
  const { cells } = readText(textOf(TABLES));

  test("side by side with their labels", () => {
    expect(readText(textOf({ ...TABLES, 3: [...heads, ...rows] })).cells).toEqual(cells);
  });

  test("one cell a line, where no number is the last figure of the row before", () => {
    const lines = [...heads, ...rows].flat().filter((text) => text !== "");
    const figures = { ...FIGURES, "t3.granted.total": 6, "t3.partial.total": 9 };
    const unsound = formTables("2021", figures)[3]
      .slice(3)
      .flatMap((row, at) => [number(at), ...row]);
    expect(readText(textOf({ ...TABLES, 3: lines.map((text) => [text]) })).cells).toEqual(cells);
    const report = readText(textOf({ ...TABLES, 3: unsound.filter((text) => text !== "").map((text) => [text]) }));
    expect(rowOf(report, "t3.granted")).toEqual([5, 0, 0, 0, 0, 0, 6]);
    expect(rowOf(report, "t3.partial")).toEqual([7, 0, 0, 0, 0, 0, 9]);
  });
});

describe("sentences about the same figures are no rows", () => {
  test("table 4 told in one", () => {
    const told =
      "行政复议：结果维持2、结果纠正0、其他结果0、尚未审结0、总计2。未经复议直接起诉：结果维持0、结果纠正0、其他结果0、尚未审结0、总计0。";
    const report = readText(
      textOf({ 2: TABLES[2], 3: TABLES[3], 4: [[`${told}复议后起诉：结果维持0、结果纠正0、其他结果0、尚未审结0、总计0。`]] }),
    );
    expect(rowOf(report, "t4.reconsideration")).toEqual([2, 0, 0, 0, 2]);
  });
});
