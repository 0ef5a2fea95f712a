import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { formTables, type Lines, readText, rowOf, textOf } from "./fixtures/read-text.ts";

const FIGURES = {
  "t3.new.natural": 12,
  "t3.new.total": 12,
  "t3.granted.natural": 5,
  "t3.granted.total": 5,
  "t3.partial.natural": 7,
  "t3.partial.total": 7,
  "t3.total.natural": 12,
  "t3.total.total": 12,
};

function read3(change: (lines: Lines) => Lines): ReturnType<typeof readText> {
  const tables = formTables("2021", FIGURES);
  return readText(textOf({ ...tables, 3: change(tables[3]) }));
}

function printRow(label: string, cells: readonly string[]): (lines: Lines) => Lines {
  return (lines) => lines.map((line) => (line.includes(label) ? [...line.slice(0, line.indexOf(label) + 1), ...cells] : line));
}

describe("a figure that may not be what it seems is offered, not told", () => {
  test("the last of the parts, where the total is empty and other rows have theirs", () => {
    const { cells, states, sources } = read3(
      printRow("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["", "", "", "", "", "7", ""]),
    );
    expect(states["t3.partial.other"]).toBe("ambiguous");
    expect(states["t3.partial.total"]).toBe("ambiguous");
    expect(sources["t3.partial.total"]?.candidates).toContain(7);
    expect(cells["t3.granted.total"]).toBe(5);
  });

  test("not so a row with all its cells and nothing but zeros in them: empty cells are empty", () => {
    const { cells, states } = read3(printRow("1.信访举报投诉类申请", ["0", "0", "0", "0", "", "0", ""]));
    expect(states["t3.unhandled.petition.total"]).toBe("blank");
    expect(states["t3.unhandled.petition.legal"]).toBe("blank");
    expect(cells["t3.unhandled.petition.other"]).toBe(0);
  });

  test("not so a figure that its column needs", () => {
    const tables = formTables("2021", {
      "t3.partial.other": 7,
      "t3.total.other": 7,
      "t3.new.other": 7,
      "t3.new.total": 7,
      "t3.total.total": 7,
    });
    const lines = printRow("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["0", "", "0", "0", "0", "7", ""])(tables[3]);
    const { cells, states } = readText(textOf({ ...tables, 3: lines }));
    expect(cells["t3.partial.other"]).toBe(7);
    expect(states["t3.partial.total"]).toBe("blank");
  });

  test("a figure under 自然人 stays, be the total empty or not", () => {
    const { cells } = read3(printRow("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["7", "", "", "", "", "", ""]));
    expect(cells["t3.partial.natural"]).toBe(7);
  });
});

describe("table 2", () => {
  test("a vast amount without any label above it may be in 元", () => {
    const tables = formTables("2021", { "t2.fee.amount": "32210000" });
    const lines = tables[2].map((line) => line.map((text) => (text.includes("金额") ? "" : text)));
    const { states, sources } = readText(textOf({ ...tables, 2: lines }));
    expect(states["t2.fee.amount"]).toBe("ambiguous");
    expect(sources["t2.fee.amount"]?.candidates).toEqual([32210000, 3221]);
  });

  test("a figure that would be less than nothing is a change", () => {
    const tables = formTables("2019", { "t2.license.prior": 60, "t2.license.change": -60, "t2.license.decisions": "" });
    const widened = tables[2].map((line) => {
      if (line[0] === "行政许可") return ["行政许可", "60", "", "-60", ""];
      return line.includes("处理决定数量") ? [...line.slice(0, 3), "", "处理决定数量"] : line;
    });
    expect(readText(textOf({ ...tables, 2: widened })).cells["t2.license.change"]).toBe(-60);
  });

  function read2(label: string, cells: readonly string[]): ReturnType<typeof readText> {
    const tables = formTables("2019", {});
    const lines = tables[2].map((line) => (line[0] === label ? [label, ...cells] : line));
    return readText(textOf({ ...tables, 2: lines }));
  }

  test("an amount whose digits are set apart keeps its point", () => {
    expect(read2("政府集中采购", ["32", "1 5 4 2 . 9 7", ""]).cells["t2.procurement.amount"]).toBe(1542.97);
  });

  test("a sum in 元 finer than a 分 may be in 万元: the 万 may be lost from the label", () => {
    const tables = formTables("2021", { "t2.fee.amount": "273.263" });
    const lines = tables[2].map((line) => line.map((text) => text.replace("万元", "元")));
    const { states, sources } = readText(textOf({ ...tables, 2: lines }));
    expect(states["t2.fee.amount"]).toBe("ambiguous");
    expect(sources["t2.fee.amount"]?.candidates).toContain(273.263);
  });

  test("a sign that could not be shown leaves a change open, and nothing else", () => {
    const tables = formTables("2019", { "t2.license.change": "□18", "t2.license.decisions": "□7" });
    const { states, sources, cells } = readText(textOf(tables));
    expect(states["t2.license.change"]).toBe("ambiguous");
    expect(sources["t2.license.change"]?.candidates).toEqual([18, -18]);
    expect(cells["t2.license.decisions"]).toBe(7);
  });

  test("the figures of a local row are not those of the empty row above it", () => {
    const tables = formTables("2019");
    const lines = tables[2].flatMap((line) =>
      line[0] === "规范性文件" ? [["规范性文件"], ["其他主动公开文件", "25", "18", "112"]] : [line],
    );
    expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.normative")).not.toContain(25);
  });

  test("an amount keeps its traditional unit, set apart from it, on one line with its label", () => {
    const text = textOf({}).replace(
      "二、主动公开政府信息情况",
      "二、主动公开政府信息情况\n信息内容 采购项目数量 采购总金额\n政府集中採購 19 88.787 萬元",
    );
    expect(readText(text).cells["t2.procurement.amount"]).toBe(88.787);
  });

  test("one figure twice behind an empty cell may be a merged cell written out", () => {
    const { states } = read2("行政事业性收费", ["", "15", "15"]);
    expect(states["t2.fee.prior"]).toBe("ambiguous");
  });
});

test("of rows named in one cell none has the figures beside it", () => {
  const secret = "1.属于国家秘密";
  const { cells, states } = read3((lines) =>
    lines
      .filter((line) => !line.includes(secret))
      .map((line) =>
        line.includes("2.其他法律行政法规禁止公开") ? [`${secret} 2.其他法律行政法规禁止公开`, "4", "", "", "", "", "", ""] : line,
      ),
  );
  expect(cells["t3.denied.secret.natural"]).toBeNull();
  expect(states["t3.denied.secret.natural"]).toBe("ambiguous");
});

describe("figures whose row is not said are told of none", () => {
  const blank = Array.from({ length: 7 }, () => "");

  test("far below an empty row, one cell a line, where the next row's label is lost", () => {
    const tables = formTables("2021", FIGURES);
    const lines = tables[3].flatMap((line) => {
      if (line.includes("2.重复申请")) return [...line, ...blank].filter((text) => text !== "0").map((text) => [text]);
      return line.filter((text) => text !== "" && text !== "3.要求提供公开出版物").map((text) => [text]);
    });
    const report = readText(textOf({ ...tables, 3: lines }));
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual(Array(7).fill("?"));
    expect(rowOf(report, "t3.unhandled.publication")).toEqual(Array(7).fill("?"));
    expect(rowOf(report, "t3.unhandled.abusive")).toEqual(Array(7).fill(0));
  });

  test("without a label between a row and one that is empty", () => {
    const report = read3((lines) =>
      printRow("（一）予以公开", blank)(lines).map((line) => (line[0]?.startsWith("二、") ? ["", ...line.slice(1)] : line)),
    );
    expect(rowOf(report, "t3.carriedIn")).toEqual(Array(7).fill("?"));
    expect(rowOf(report, "t3.granted")).toEqual(Array(7).fill("?"));
  });
});

describe("where the totals are left out", () => {
  const withoutTotals = Object.fromEntries(
    EDITIONS["2021"].cells.flatMap(({ key }) => (/^t3\..*\.total$/.test(key) ? [[key, ""]] : [])).concat([["t3.granted.natural", "5"]]),
  );
  const tables = formTables("2021", withoutTotals);

  test("a number behind six figures may be that of the page", () => {
    const lines = tables[3].flatMap((line) => {
      const cells = line.filter((text) => text !== "").map((text) => [text]);
      return line.includes("（一）予以公开") ? [...cells, ["3"]] : cells;
    });
    const report = readText(textOf({ ...tables, 3: lines }));
    expect(rowOf(report, "t3.granted").slice(0, 6)).toEqual([5, 0, 0, 0, 0, 0]);
    expect(report.states["t3.granted.total"]).toBe("ambiguous");
  });

  test("figures that end under the total, behind an empty cell, may stand one cell too far right", () => {
    const moved = ["三、本年度办理结果", "（一）予以公开", "", "", "5", "0", "0", "0", "0", "2"];
    const report = readText(textOf({ ...tables, 3: tables[3].map((line) => (line.includes("（一）予以公开") ? moved : line)) }));
    expect(rowOf(report, "t3.granted")).not.toContain(2);
    expect(rowOf(report, "t3.granted")).not.toContain(5);
  });
});

test("a row with empty cells whose label stands left of those of its kind may have its figures there too", () => {
  const figures = Object.fromEntries(EDITIONS["2021"].cells.map(({ key }) => [key, key.startsWith("t3.") ? "" : "0"]));
  const tables = formTables("2021", {
    ...figures,
    "t3.new.natural": 9,
    "t3.new.total": 9,
    "t3.unhandled.petition.total": 4,
    "t3.unhandled.petition.other": 4,
  });
  const full = tables[3].map((line) => [...Array.from({ length: 10 - line.length }, () => ""), ...line]);
  const moved = ["", "2.重复申请", "", "3", "", "", "", "", "", "3"];
  const lines = full.map((line) => (line.includes("2.重复申请") ? moved : line));
  const read = rowOf(readText(textOf({ ...tables, 3: lines })), "t3.unhandled.duplicate");
  expect(read[1]).not.toBe(3);
});

test("a row named where it has no figures is not said to be missing while figures without a label stand in its table", () => {
  const { states } = read3((lines) => [
    ...lines.map((line) => (line.includes("2.重复申请") ? ["", ...line.slice(1)] : line)),
    ["注意：", "2.重复申请"],
  ]);
  expect(states["t3.unhandled.duplicate.natural"]).not.toBe("absent");
});

test("a bare number before the head of the table on its next page is not taken for the total that is missing", () => {
  const tables = formTables("2021", FIGURES);
  const corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
  const lines = tables[3].flatMap((line) => {
    const cells = line.filter((text) => text !== "").map((text) => [text]);
    return line.includes("（一）予以公开")
      ? [
          ...cells.slice(0, -1),
          ["6"],
          ...tables[3]
            .slice(0, 3)
            .flat()
            .filter(Boolean)
            .map((text) => [text]),
        ]
      : cells;
  });
  expect(lines.filter(([text]) => text === corner)).toHaveLength(2);
  const report = readText(textOf({ ...tables, 3: lines }));
  expect(report.cells["t3.granted.total"]).toBeNull();
  expect(report.cells["t3.partial.total"]).toBe(7);
});

test("a number too long for any count, beside an empty cell, is two that nothing tells apart", () => {
  const tables = formTables("2021", {
    ...FIGURES,
    "t3.granted.natural": "1234567890123",
    "t3.granted.business": "",
    "t3.granted.total": "77",
  });
  const report = readText(textOf(tables));
  expect(report.states["t3.granted.natural"]).toBe("ambiguous");
  expect(report.states["t3.granted.business"]).toBe("ambiguous");
});

test("table 3 of 2021 is known by its rows where the labels of （六） are lost", () => {
  const lost = ["1.申请人无正当", "2.申请人逾期未按", "3.其他", "（七）总计"];
  const { cells, edition } = read3((lines) =>
    lines.map((line) => line.map((text) => (lost.some((label) => text.startsWith(label)) ? "" : text))),
  );
  expect(edition).toBe("2021");
  expect(cells["t3.otherHandling.unpaid.natural"]).toBe(0);
  expect(cells["t3.total.natural"]).toBe(12);
});
