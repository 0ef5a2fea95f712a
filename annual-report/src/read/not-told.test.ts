import { describe, expect, test } from "vitest";
import { formTables, htmlOf, type Lines, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";

const EMPTY = Array.from({ length: 7 }, () => "");

/** A report of which one table is printed otherwise, cells parted by `mark`. */
function readWith(
  table: 2 | 3 | 4,
  change: (lines: Lines) => Lines,
  mark = "\t",
  edition: "2019" | "2021" = "2021",
): ReturnType<typeof readText> {
  const tables = formTables(edition);
  const lines = change(tables[table]).map((row) => [mark === "\t" ? row.join("\t") : row.filter((text) => text !== "").join(mark)]);
  return readText(textOf({ ...tables, [table]: lines }));
}

/** The lines with that of one label put differently. */
function put(label: string, ...lines: Lines): (all: Lines) => Lines {
  return (all) => all.flatMap((row) => (row.includes(label) ? lines : [row]));
}

describe("table 2 says what it cannot tell", () => {
  test.each([
    ["a figure of which a part went to the label", "行政处罚 4, 141"],
    ["two figures on a line that has one", "行政处罚 3 6"],
    ["figures and signs run on to the label", "行政处罚4-30"],
    ["a bullet or a sign before a count", "行政处罚 - 5"],
    ["a number of the line or a decimal", "行政处罚 2. 0"],
    ["a letter in a figure", "行政处罚 l89"],
  ])("%s", (_, line) => {
    expect(rowOf(readWith(2, put("行政处罚", [line]), " "), "t2.penalty")).toEqual(["?"]);
  });

  test("figures of two years side by side", () => {
    const report = readWith(2, (all) => all.map((row) => (row[0] === "规章" ? ["规章", "8", "0", "8", "11", "3", "11"] : row)));
    expect(rowOf(report, "t2.rules")).not.toContain(83_311);
    expect(rowOf(report, "t2.rules")[2]).toBe("?");
  });

  test("a bare number between two pieces of a row", () => {
    const lines: Lines = [["行政强制 | "], [""], ["3"], [""], [" | "]];
    const report = readWith(2, (all) => all.flatMap((row): Lines => (row.includes("行政强制") ? lines : [[row.join(" | ")]])));
    expect(rowOf(report, "t2.coercion")).not.toContain(3);
  });

  test("000 is no number of a page", () => {
    const report = readWith(2, (all) => all.map((row) => (row[0] === "行政规范性文件" ? ["│000│"] : [`│${row.join("│")}│`])));
    expect(rowOf(report, "t2.normative")).not.toContain("缺");
  });

  test("two figures in one cell are no number", () => {
    const report = readHtml(htmlOf("2021", { "t2.rules.issued": "66 1", "t2.rules.effective": "1 274" }));
    expect(rowOf(report, "t2.rules")).toEqual(["?", 0, 1274]);
  });
});

describe("table 3", () => {
  test("a row of marks for nothing is a row, with the label of the next one lost", () => {
    const none = ["二、上年结转政府信息公开申请数量", ...EMPTY.map(() => "－")];
    const lines = (all: Lines): Lines =>
      put("（一）予以公开", ["三、本年度办理结果", "7", "0", "0", "0", "0", "6", "13"])(put("二、上年结转政府信息公开申请数量", none)(all));
    const report = readWith(3, lines, " ");
    expect(rowOf(report, "t3.carriedIn")).toEqual(EMPTY.map(() => "空"));
    expect(rowOf(report, "t3.granted")).toEqual([7, 0, 0, 0, 0, 6, 13]);
  });

  test("figures on the page after their label, below a note about the unit", () => {
    const row = ["", "", "5.属于三类内部事务信息", ...EMPTY];
    const report = readWith(
      3,
      put("5.属于三类内部事务信息", row, ["单位：件", ...EMPTY, "", ""], ["", "", "", "4", "0", "0", "0", "0", "0", "4"]),
    );
    expect(rowOf(report, "t3.denied.internal")).toEqual([4, 0, 0, 0, 0, 0, 4]);
  });

  test("two pairs of figures that ran together are parted where the row foots so", () => {
    const printed = { natural: "9812018480", business: "", welfare: 5, other: "", total: "92820209425" };
    const cells = Object.fromEntries(Object.entries(printed).map(([column, text]) => [`t3.new.${column}`, text]));
    const report = readHtml(htmlOf("2021", cells));
    expect(rowOf(report, "t3.new")).toEqual([98_120, 18_480, 0, 5, 0, 92_820, 209_425]);
  });

  test("two long figures beside empty cells, each of which may be whole, are not parted because a row then foots by chance", () => {
    const printed = { natural: "", business: "", research: "", welfare: "1392", legal: "", other: "", total: "1394" }; // 1 + 392 + 1 = 394
    const cells = Object.fromEntries(Object.entries(printed).map(([column, text]) => [`t3.new.${column}`, text]));
    const report = readHtml(htmlOf("2021", cells));
    expect([0, null, undefined, 1392, 1394, "?", ""]).toEqual(expect.arrayContaining(rowOf(report, "t3.new")));
  });

  test("a long figure beside an empty total is whole where no row has a total", () => {
    const cells = Object.fromEntries(
      [
        "new",
        "carriedIn",
        "granted",
        "partial",
        "denied.secret",
        "denied.law",
        "denied.safety",
        "denied.thirdParty",
        "denied.internal",
      ].map((row) => [`t3.${row}.total`, ""]),
    );
    const others = Object.fromEntries(
      Object.keys(readHtml(htmlOf("2021")).cells).flatMap((key) => (/^t3.*\.total$/.test(key) ? [[key, ""]] : [])),
    );
    const report = readHtml(htmlOf("2021", { ...cells, ...others, "t3.granted.legal": 154, "t3.granted.other": 122_276 }));
    expect(rowOf(report, "t3.granted")).toEqual([0, 0, 0, 0, 154, 122_276, "空"]);
  });
});

test("a page that is one table has its 无 below table 4, not in it", () => {
  const tables = formTables("2021", { "t4.reconsideration.total": "1 2", "t4.reconsideration.upheld": 12 });
  const blank = Array.from({ length: 14 }, () => "<td></td>").join("");
  const rows = [...tables[2], ...tables[3], ...tables[4]].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`);
  const report = readHtml(`<table>${rows.join("")}<tr><td>栏目不便查找。</td>${blank}</tr><tr><td>无</td>${blank}</tr></table>`);
  expect(rowOf(report, "t4.reconsideration")).toEqual([12, 0, 0, 0, 12]);
});
