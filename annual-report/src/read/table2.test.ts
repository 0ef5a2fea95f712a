import { describe, expect, test } from "vitest";
import { formTables, htmlOf, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";
import { tokenize } from "./token.ts";
import { detectEdition2 } from "./table2.ts";
import { parsePlainText } from "@gongkai/document/read";

const FEE = "t2.fee.amount";
const PROCURED = "t2.procurement.amount";

test("columns in another order are told by the labels above them", () => {
  const figures = { "t2.license.prior": 5, "t2.license.change": 3, "t2.license.decisions": 99 };
  const swap = (text: string): string =>
    text.replaceAll("本年增/减", "甲").replaceAll("处理决定数量", "本年增/减").replaceAll("甲", "处理决定数量");
  expect(rowOf(readHtml(swap(htmlOf("2019", figures))), "t2.license")).toEqual([5, 99, 3]);
  expect(rowOf(readText(swap(textOf(formTables("2019", figures)))), "t2.license")).toEqual([5, 99, 3]);
});

test.each([
  ["行政许可 5 - 36 39", [5, -36, 39]],
  ["行政许可 5 - 36 396", ["?", "?", "?"]],
])("a sign set apart from its figure by a blank is that of the change, or doubted: %s", (line, row) => {
  const tables = formTables("2019");
  const lines = tables[2].map((cells) => [cells[0] === "行政许可" ? line : cells.join(" ")]);
  expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.license")).toEqual(row);
});

test("a sign in a cell of its own is a mark for nothing, though an empty cell closes the row", () => {
  const cells = ["行政许可", "－", "－", "0", ""];
  const tables = formTables("2019");
  const lines = tables[2].flatMap((row) => (row[0] === "行政许可" ? cells : [...row, ""]).map((text) => [text === "" ? "|" : `${text} |`]));
  expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.license").at(-1)).toBe(0);
});

test("a figure stands under its label in a grid, though the label of its row is lost", () => {
  const tables = formTables("2019", { "t2.penalty.prior": "", "t2.penalty.change": 4, "t2.penalty.decisions": "" });
  const lines = tables[2].map((cells) => (cells[0] === "行政处罚" ? ["", ...cells.slice(1)] : cells));
  expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.penalty")).toEqual(["空", 4, "空"]);
});

test("a label in two pieces before figures is whole, and no part of the empty row below", () => {
  const tables = formTables("2021", {
    "t2.rules.issued": 9,
    "t2.normative.issued": "",
    "t2.normative.repealed": "",
    "t2.normative.effective": "",
  });
  const lines = tables[2].flatMap((cells) =>
    cells[0] === "规章" ? [["规"], ["章 |"], ["9 |"], ["0 |"], ["0 |"]] : cells.map((text) => [`${text} |`]),
  );
  expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.rules")).toEqual([9, 0, 0]);
});

describe("an amount", () => {
  test.each([
    { edition: "2021", key: FEE, header: "本年收费金额（单位：万元）", cell: "26.55", value: 26.55, unit: "万元", unitSource: "header" },
    { edition: "2021", key: FEE, header: "本年收费金额单位：万元", cell: "26.55", value: 26.55, unit: "万元", unitSource: "header" },
    { edition: "2021", key: FEE, header: "本年收费金额（单位：元）", cell: "265500", value: 26.55, unit: "元", unitSource: "header" },
    { edition: "2021", key: FEE, header: "本年收费金额", cell: "26.55", value: 26.55, unit: "万元", unitSource: "assumed" },
    {
      edition: "2021",
      key: FEE,
      header: "本年收费金额（单位：万元）",
      cell: "14.495万元",
      value: 14.495,
      unit: "万元",
      unitSource: "cell",
    },
    { edition: "2021", key: FEE, header: "本年收费金额（单位：万元）", cell: "8040元", value: 0.804, unit: "元", unitSource: "cell" },
    {
      edition: "2021",
      key: FEE,
      header: "本年收费金额（单位：万元）",
      cell: "5,125.11",
      value: 5125.11,
      unit: "万元",
      unitSource: "header",
    },
    { edition: "2019", key: PROCURED, header: "采购总金额", cell: "477.35", value: 477.35, unit: "万元", unitSource: "assumed" },
    { edition: "2019", key: PROCURED, header: "采购总金额（万元）", cell: "477.35", value: 477.35, unit: "万元", unitSource: "header" },
    {
      edition: "2019",
      key: PROCURED,
      header: "采购总金额（单位：万元）",
      cell: "477.35",
      value: 477.35,
      unit: "万元",
      unitSource: "header",
    },
    { edition: "2019", key: PROCURED, header: "采购总金额（元）", cell: "153103.83", value: 15.310383, unit: "元", unitSource: "header" },
    { edition: "2019", key: PROCURED, header: "采购总金额", cell: "0.5亿元", value: 5000, unit: "亿元", unitSource: "cell" },
  ] as const)("of $cell under $header is $value 万元 ($unit, $unitSource)", ({ edition, key, header, cell, value, unit, unitSource }) => {
    const label = edition === "2021" ? "本年收费金额（单位：万元）" : "采购总金额";
    const report = readHtml(htmlOf(edition, { [key]: cell }).replace(label, header));
    expect(report.cells[key]).toBe(value);
    expect(report.sources[key]).toMatchObject({ raw: cell, unit, unitSource });
  });

  test("is read under a header in traditional characters", () => {
    const report = readHtml(htmlOf("2021", { [FEE]: "265500" }).replace("本年收费金额（单位：万元）", "本年收費金額（單位：元）"));
    expect(report.cells[FEE]).toBe(26.55);
  });
});

describe("a change", () => {
  test.each([
    { cell: "+19", value: 19 },
    { cell: "-3", value: -3 },
    { cell: "－8", value: -8 },
    { cell: "减4", value: -4 },
    { cell: "未增未减", value: 0 },
  ])("of $cell is $value", ({ cell, value }) => {
    const report = readText(textOf(formTables("2019", { "t2.license.prior": 30, "t2.license.change": cell, "t2.license.decisions": 5 })));
    expect(rowOf(report, "t2.license")).toEqual([30, value, 5]);
  });
});

describe("a cell merged over three columns", () => {
  function withDecisions(cells: readonly string[]): ReturnType<typeof readText> {
    const tables = formTables("2021");
    tables[2] = tables[2].map((row) =>
      row[0] === "行政许可" ? ["行政许可", ...cells] : row.length === 2 ? [row[0] ?? "", row[1] ?? "", row[1] ?? "", row[1] ?? ""] : row,
    );
    return readText(textOf(tables));
  }

  test("and written out three times is one figure", () => {
    expect(withDecisions(["5", "5", "5"]).cells["t2.license.decisions"]).toBe(5);
  });

  test("with empty cells beside it is that figure", () => {
    expect(withDecisions(["5", "", ""]).cells["t2.license.decisions"]).toBe(5);
  });

  test("and holding three different figures is not settled", () => {
    const report = withDecisions(["5", "6", "7"]);
    expect(report.states["t2.license.decisions"]).toBe("ambiguous");
    expect(report.sources["t2.license.decisions"]?.candidates).toEqual([5, 6, 7]);
  });
});

describe("rows and labels", () => {
  const figures = {
    "t2.rules.made": 2,
    "t2.rules.published": 3,
    "t2.rules.total": 4,
    "t2.normative.made": 12,
    "t2.normative.published": 8,
    "t2.normative.total": 86,
    "t2.fee.prior": 11,
    "t2.fee.change": -1,
  };

  test("a local extra row is passed over, wherever it stands", () => {
    const tables = formTables("2019", figures);
    const normative = tables[2].findIndex(([label]) => label === "规范性文件");
    tables[2].splice(normative + 1, 0, ["其他主动公开文件", "186", "87", "255"]);
    tables[2].push(["2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）", "2条"]);
    const report = readText(textOf(tables));
    expect(rowOf(report, "t2.normative")).toEqual([12, 8, 86]);
    expect(rowOf(report, "t2.license")).toEqual([0, 0, 0]);
    expect(rowOf(report, "t2.procurement")).toEqual([0, 0]);
  });

  test("a stray number behind 第二十条第（八）项 belongs to nothing", () => {
    const tables = formTables("2019", figures);
    tables[2] = tables[2].map((row) => (row[0] === "第二十条第（八）项" ? [...row, "0"] : row));
    expect(rowOf(readText(textOf(tables)), "t2.fee")).toEqual([11, -1]);
  });

  test("column labels cut to 本年新 twice do not matter", () => {
    const text = textOf(formTables("2019", figures)).replace("本年新制作数量", "本年新").replace("本年新公开数量", "本年新");
    expect(rowOf(readText(text), "t2.normative")).toEqual([12, 8, 86]);
    expect(readText(text).edition).toBe("2019");
  });

  test("labels explained at length in brackets are those rows and columns", () => {
    const explained: Readonly<Record<string, string>> = {
      规章: "规章（由有立法权的市级政府填报，其余单位一律填零）",
      规范性文件:
        "规范性文件(以本单位名义印发、在一定时期内反复适用、公众应当遵守的文件，会议通知、内部制度、人事任免和表彰决定不在其内，也不含转发上级单位的文件以及只对一人一事有效的决定，合并印发的按一件计)",
      上一年项目数量: "上一年项目数量（报告年度之前一年末的事项总数）",
    };
    const tables = formTables("2019", figures);
    tables[2] = tables[2].map((row) => row.map((text) => explained[text] ?? text));
    const report = readText(textOf(tables));
    expect(rowOf(report, "t2.rules")).toEqual([2, 3, 4]);
    expect(rowOf(report, "t2.normative")).toEqual([12, 8, 86]);
    expect(rowOf(report, "t2.fee")).toEqual([11, -1]);
  });

  test("the last row keeps its figures where all headings stand before all tables, as in the sheets of a workbook", () => {
    const tables = formTables("2021", { "t2.fee.amount": "247.265" });
    tables[2] = tables[2].map((row) => row.map((text) => text.replace("第二十条第（八）项", "第条第（）项")));
    const headings = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n";
    const lines = ([2, 3, 4] as const).flatMap((table) => [`表${table}`, ...tables[table].map((row) => row.join("\t"))]);
    expect(rowOf(readText(headings + lines.join("\n")), "t2.fee")).toEqual([247.265]);
  });

  test("a part of a row, told below it in brackets, is not the row", () => {
    for (const part of ["规范性文件（简易修订）", "规范性文件（其中以本单位办公室名义印发的文件）"]) {
      const tables = formTables("2019", figures);
      tables[2].splice(tables[2].findIndex(([label]) => label === "规范性文件") + 1, 0, [part, "3", "2", "5"]);
      expect(rowOf(readText(textOf(tables)), "t2.normative"), part).toEqual([12, 8, 86]);
    }
  });

  test("规章 with the zeros of its row run on is no other figure than 0", () => {
    const tables = formTables("2021", figures);
    tables[2] = tables[2].map((row) => (row[0] === "规章" ? ["规章000"] : row));
    for (const cell of rowOf(readText(textOf(tables)), "t2.rules")) expect([0, "?"]).toContain(cell);
  });

  test("规章 with its label lost is told by its place", () => {
    const tables = formTables("2021", {
      "t2.rules.issued": 1,
      "t2.rules.effective": 4,
      "t2.normative.issued": 2,
      "t2.normative.effective": 9,
    });
    tables[2] = tables[2].map((row) => (row[0] === "规章" ? ["", ...row.slice(1)] : row));
    const report = readText(textOf(tables));
    expect(rowOf(report, "t2.rules")).toEqual([1, 0, 4]);
    expect(rowOf(report, "t2.normative")).toEqual([2, 0, 9]);
  });

  test("a row that is not printed is absent, not 0", () => {
    const tables = formTables("2021");
    tables[2] = tables[2].filter(([label]) => label !== "行政强制");
    expect(rowOf(readText(textOf(tables)), "t2.coercion")).toEqual(["缺"]);
  });

  test("an empty row is blank, not 0", () => {
    const tables = formTables("2021");
    tables[2] = tables[2].map((row) => (row[0] === "规章" ? ["规章", "", "", ""] : row));
    expect(rowOf(readText(textOf(tables)), "t2.rules")).toEqual(["空", "空", "空"]);
  });

  test("one cell of three missing is not guessed", () => {
    const tables = formTables("2021");
    tables[2] = tables[2].map((row) => (row[0] === "规章" ? ["规章", "1", "4"] : row));
    for (const cell of rowOf(readText(textOf(tables)), "t2.rules")) expect(["?", "缺"]).toContain(cell);
  });
});

describe("the edition of table 2", () => {
  function editionOf(text: string): string | undefined {
    return detectEdition2(tokenize(parsePlainText(text)));
  }

  test.each(["2019", "2021"] as const)("%s is known by its labels", (edition) => {
    expect(editionOf(textOf({ 2: formTables(edition)[2] }))).toBe(edition);
  });

  test("is known by any one telling label", () => {
    expect(editionOf("信息内容\t本年制发件数")).toBe("2021");
    expect(editionOf("政府集中采购\t0\t0")).toBe("2019");
  });

  test("is not known from rows that both editions have", () => {
    expect(editionOf("规章\t0\t0\t0\n行政许可\t5\n行政处罚\t6")).toBeUndefined();
  });

  test("is not that of a document number cited in the text, nor of the year", () => {
    const text = textOf(formTables("2021"))
      .replace("本单位按时", "依据国办公开办函〔2019〕60号，本单位2020年按时")
      .replace("2024年", "2020年");
    const report = readText(text);
    expect(report).toMatchObject({ edition: "2021", year: 2020 });
  });
});
