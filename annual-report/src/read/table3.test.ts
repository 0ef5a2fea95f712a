import { describe, expect, test } from "vitest";
import { consistentCells, seededRandom } from "../testing/index.ts";
import { EDITIONS } from "../editions/index.ts";
import { formTables, htmlOf, type Lines, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";

/** Figures that add up in rows and columns, no two rows alike. */
const FIGURES = {
  "t3.new.natural": 12,
  "t3.new.business": 3,
  "t3.new.total": 15,
  "t3.carriedIn.natural": 1,
  "t3.carriedIn.total": 1,
  "t3.granted.natural": 5,
  "t3.granted.business": 3,
  "t3.granted.total": 8,
  "t3.partial.natural": 2,
  "t3.partial.total": 2,
  "t3.unavailable.notHeld.natural": 4,
  "t3.unavailable.notHeld.total": 4,
  "t3.total.natural": 11,
  "t3.total.business": 3,
  "t3.total.total": 14,
  "t3.carriedOut.natural": 2,
  "t3.carriedOut.total": 2,
};
const NEW = [12, 3, 0, 0, 0, 0, 15];
const GRANTED = [5, 3, 0, 0, 0, 0, 8];

/** Table 3 of 2021 with its lines changed. */
function readWith(
  change: (lines: Lines) => Lines,
  figures: Readonly<Record<string, string | number>> = FIGURES,
): ReturnType<typeof readText> {
  const tables = formTables("2021", figures);
  return readText(textOf({ ...tables, 3: change(tables[3]) }));
}

/** The line whose label is this, its other labels kept, its seven figures replaced. */
function printRow(label: string, cells: readonly string[]): (lines: Lines) => Lines {
  return (lines) => lines.map((line) => (line.includes(label) ? [...line.slice(0, line.indexOf(label) + 1), ...cells] : line));
}

describe("a sound table 3", () => {
  test.each(["2019", "2021"] as const)("of %s is read to the last cell, from text and from a page", (edition) => {
    for (let seed = 1; seed <= 5; seed++) {
      const cells = consistentCells(edition, seededRandom(seed));
      for (const report of [readText(textOf(formTables(edition, cells))), readHtml(htmlOf(edition, cells))]) {
        expect(report.edition).toBe(edition);
        for (const { key } of EDITIONS[edition].cells) expect([key, report.cells[key]]).toEqual([key, cells[key]]);
      }
    }
  });

  test("with figures that do not add up is read as printed", () => {
    const report = readWith((lines) => lines, { ...FIGURES, "t3.new.total": 99, "t3.granted.other": 7 });
    expect(rowOf(report, "t3.new")).toEqual([12, 3, 0, 0, 0, 0, 99]);
    expect(rowOf(report, "t3.granted")).toEqual([5, 3, 0, 0, 0, 7, 8]);
  });
});

describe("a row", () => {
  test("of eight zeros is seven zeros", () => {
    const report = readWith(printRow("3.要求提供公开出版物", ["0", "0", "0", "0", "0", "0", "0", "0"]));
    expect(rowOf(report, "t3.unhandled.publication")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("of digits set apart is put together where the columns agree", () => {
    const report = readWith(printRow("一、本年新收政府信息公开申请数量", ["1", "2", "3", "0", "0", "0", "0", "1", "5"]));
    expect(rowOf(report, "t3.new")).toEqual(NEW);
  });

  test("with a cell missing is ambiguous rather than guessed", () => {
    const report = readWith(printRow("3.要求提供公开出版物", ["0", "0", "0", "0", "0", "0"]));
    for (const cell of rowOf(report, "t3.unhandled.publication")) expect([0, "?", "缺"]).toContain(cell);
    expect(rowOf(report, "t3.unhandled.publication")).toContain("?");
  });

  test("with its figures run together is parted where the sums hold", () => {
    const report = readWith(printRow("1.属于国家秘密", ["0000000"]));
    expect(rowOf(report, "t3.denied.secret")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("left empty is blank", () => {
    const report = readWith(printRow("4.无正当理由大量反复申请", ["", "", "", "", "", "", ""]));
    expect(rowOf(report, "t3.unhandled.abusive")).toEqual(Array(7).fill("空"));
  });

  test("that is not there is absent", () => {
    const report = readWith((lines) => lines.filter((line) => !line.includes("2.重复申请")));
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual(Array(7).fill("缺"));
    expect(rowOf(report, "t3.unhandled.publication")).toEqual(Array(7).fill(0));
  });

  test("of the organ's own is passed over", () => {
    const report = readWith((lines) =>
      lines.flatMap((line) =>
        line.includes("（一）予以公开") ? [line, ["其中：通过政务服务平台答复", "9", "9", "9", "9", "9", "9", "54"]] : [line],
      ),
    );
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
    expect(rowOf(report, "t3.partial")).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });

  test("with a word nobody can read as a figure is ambiguous in that cell alone", () => {
    const report = readWith(printRow("一、本年新收政府信息公开申请数量", ["12", "详见", "0", "0", "0", "0", "15"]));
    expect(rowOf(report, "t3.new")).toEqual([12, "?", 0, 0, 0, 0, 15]);
  });
});

describe("columns in another order", () => {
  /** The rows behind the head, ten cells each, their figures put in another order. */
  const rowsIn = (order: readonly number[], lines: Lines): Lines =>
    lines.slice(3).map((line) => {
      const labels = line.slice(0, -7);
      return [...Array.from({ length: 3 - labels.length }, () => ""), ...labels, ...order.map((at) => line.at(at - 7) ?? "")];
    });
  const columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const totalFirst = [6, 0, 1, 2, 3, 4, 5];
  const head = (order: readonly number[]): string[] => ["", "", "", ...order.map((at) => columns[at] ?? "")];
  const unsound = Object.fromEntries(Object.entries(FIGURES).map(([key, value]) => [key, key.endsWith(".total") ? value + 90 : value]));

  test.each([totalFirst, [0, 2, 1, 3, 4, 5, 6]])("are told by the header they stand under, whatever the sums", (...order) => {
    const report = readWith((lines) => [head(order), ...rowsIn(order, lines)], unsound);
    expect(rowOf(report, "t3.new")).toEqual([12, 3, 0, 0, 0, 0, 105]);
    expect(rowOf(report, "t3.granted")).toEqual([5, 3, 0, 0, 0, 0, 98]);
  });

  test("are those of the form where a lost span has moved 总计, and the sums hold so", () => {
    const report = readWith((lines) => [head([0, 1, 6, 2, 3, 4, 5]), ...rowsIn([0, 1, 2, 3, 4, 5, 6], lines)]);
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
    const named = readWith((lines) => [head(totalFirst), ...rowsIn([0, 1, 2, 3, 4, 5, 6], lines)]);
    expect(rowOf(named, "t3.granted")).toEqual(GRANTED);
  });

  const inLines = (order: readonly number[], figures: Readonly<Record<string, string | number>>): ReturnType<typeof readText> =>
    readWith((lines) => [head(totalFirst), ...rowsIn(order, lines)].map((line) => [line.filter(Boolean).join(" ")]), figures);

  test("where the total is named first on a line of text, the sums say whether it stands first", () => {
    expect(rowOf(inLines(totalFirst, FIGURES), "t3.granted")).toEqual(GRANTED);
    expect(rowOf(inLines([0, 1, 2, 3, 4, 5, 6], FIGURES), "t3.granted")).toEqual(GRANTED);
  });

  test("are doubted where the total is named first on a line of text and no sum holds", () => {
    expect(rowOf(inLines(totalFirst, unsound), "t3.granted")).toEqual(["?", "?", "?", 0, 0, 0, "?"]);
  });
});

describe("a mark nobody can read as a figure", () => {
  test.each(["?", "***", "#REF!", "xx", "待定", "三"])("%s keeps its place, one cell a line", (mark) => {
    const cells = (lines: Lines): Lines =>
      printRow("（一）予以公开", ["5", mark, "0", "0", "0", "0", "8"])(lines)
        .flat()
        .filter((text) => text !== "")
        .map((text) => [text]);
    expect(rowOf(readWith(cells), "t3.granted")).toEqual([5, "?", 0, 0, 0, 0, 8]);
  });
});

describe("a dash for nothing run on to the next figure", () => {
  const figures = ["12", "15", "—", "—", "—", "—", "27"];
  const lines = (mark: string): string[][] =>
    formTables("2021")[3].map((line) => [
      line.includes("（一）予以公开") ? `（一）予以公开 ${figures.join(" ").replaceAll("— 2", `${mark}2`)}` : line.join("\t"),
    ]);

  test.each(["-", "—", "－", "--", "——"])("%s is no sign where the row is short of a cell", (mark) => {
    const report = readText(textOf({ ...formTables("2021"), 3: lines(mark) }));
    expect(rowOf(report, "t3.granted")).toEqual([12, 15, "空", "空", "空", "空", 27]);
  });

  test("is doubted where it may belong to either of two", () => {
    const cells = readWith(printRow("（一）予以公开", ["-5", "0", "-7", "0", "0", "9"]));
    const row = rowOf(cells, "t3.granted");
    expect(row).not.toContain(-5);
    expect(row.slice(0, 3)).toEqual(["?", "?", "?"]);
  });

  test("is none in a row of table 2 that has no changes", () => {
    const tables = formTables("2021");
    const second = tables[2].map((line) => [line[0] === "规章" ? "规章 0 —3" : line.join("\t")]);
    expect(rowOf(readText(textOf({ ...tables, 2: second })), "t2.rules")).toEqual([0, "空", 3]);
  });
});

describe("a number in brackets", () => {
  test("before its label is that of the row, elsewhere a figure", () => {
    const report = readWith((lines) =>
      printRow("（一）予以公开", ["（5）", "（3）", "（0）", "（0）", "（0）", "（0）", "（8）"])(
        lines.map((line) => line.flatMap((text) => (text === "2.重复申请" ? ["（2）", "重复申请"] : [text]))),
      ),
    );
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual(Array(7).fill(0));
  });
});

describe("labels", () => {
  test.each([
    {
      damage: "the group label （三）不予公开 lost",
      change: (lines: Lines) => lines.map((line) => line.map((cell) => (cell === "（三）不予公开" ? "" : cell))),
    },
    {
      damage: "the group label dropped with its cell",
      change: (lines: Lines) => lines.map((line) => line.filter((cell) => cell !== "（三）不予公开")),
    },
    {
      damage: "a group label on every row",
      change: (lines: Lines) => lines.map((line, index) => (index > 4 && line.length === 8 ? ["三、本年度办理结果", ...line] : line)),
    },
    {
      damage: "the number set apart from its text",
      change: (lines: Lines) =>
        lines.map((line) => line.flatMap((cell) => (/^[一二四]、/.test(cell) ? [cell.slice(0, 2), cell.slice(2)] : [cell]))),
    },
    { damage: "half-width brackets", change: (lines: Lines) => lines.map((line) => line.map((cell) => cell.normalize("NFKC"))) },
    {
      damage: "a blank behind the number",
      change: (lines: Lines) => lines.map((line) => line.map((cell) => cell.replace(/^(\d\.)/, "$1 "))),
    },
    {
      damage: "the numbers lost",
      change: (lines: Lines) => lines.map((line) => line.map((cell) => cell.replace(/^(?:\d\.|（[一二七]）|[一二四]、)/, ""))),
    },
    {
      damage: "商业机构, 社会组织 and 法律服务 as columns",
      change: (lines: Lines) =>
        lines.map((line) =>
          line.map((cell) => ({ 商业企业: "商业机构", 社会公益组织: "社会组织", 法律服务机构: "法律服务" })[cell] ?? cell),
        ),
    },
    { damage: "the column labels lost", change: (lines: Lines) => lines.slice(3) },
    {
      damage: "结转下一年继续办理 as the last row",
      change: (lines: Lines) => lines.map((line) => line.map((cell) => cell.replace("结转下年度", "结转下一年"))),
    },
    { damage: "a page number between rows", change: (lines: Lines) => [...lines.slice(0, 9), ["- 3 -"], ...lines.slice(9)] },
    {
      damage: "三、本年度办理结果 repeated behind a page break",
      change: (lines: Lines) => lines.map((line) => (line.includes("1.本机关不掌握相关政府信息") ? ["三、本年度办理结果", ...line] : line)),
    },
  ])("with $damage every figure is read all the same", ({ change }) => {
    const report = readWith(change);
    expect(rowOf(report, "t3.new")).toEqual(NEW);
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
    expect(rowOf(report, "t3.denied.secret")).toEqual(Array(7).fill(0));
    expect(rowOf(report, "t3.unavailable.notHeld")).toEqual([4, 0, 0, 0, 0, 0, 4]);
    expect(rowOf(report, "t3.otherHandling.misc")).toEqual(Array(7).fill(0));
    expect(rowOf(report, "t3.total")).toEqual([11, 3, 0, 0, 0, 0, 14]);
    expect(rowOf(report, "t3.carriedOut")).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });

  test("cut in two by a page break are put together", () => {
    const report = readWith((lines) =>
      lines.flatMap((line) => {
        const at = line.indexOf("1.信访举报投诉类申请");
        return at === -1
          ? [line]
          : [
              [...line.slice(0, at), "1.信访举报投诉", "3", "0", "0", "0", "0", "0", "3"],
              ["", "类申请", "", "", "", "", "", "", ""],
            ];
      }),
    );
    expect(rowOf(report, "t3.unhandled.petition")).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual(Array(7).fill(0));
  });

  test("parted from their figures by a page break get them back", () => {
    const report = readWith((lines) =>
      lines.flatMap((line) => {
        const at = line.indexOf("1.本机关不掌握相关政府信息");
        return at === -1
          ? [line]
          : [
              [...line.slice(0, at + 1), "", "", "", "", "", "", ""],
              [...line.slice(0, at + 1).map(() => ""), ...line.slice(at + 1)],
            ];
      }),
    );
    expect(rowOf(report, "t3.unavailable.notHeld")).toEqual([4, 0, 0, 0, 0, 0, 4]);
    expect(rowOf(report, "t3.unavailable.needsCreation")).toEqual(Array(7).fill(0));
  });
});

describe("the column 总计", () => {
  test("named first in the header, but printed last, is read last", () => {
    const report = readWith((lines) => [
      ["", "申请人情况", "总计"],
      ...lines.slice(1).map((line, index) => (index === 0 ? line.filter((cell) => cell !== "总计") : line)),
    ]);
    expect(rowOf(report, "t3.new")).toEqual(NEW);
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
  });

  test("printed first is read as the total", () => {
    const report = readWith((lines) => [
      ["", "总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
      ...lines.slice(3).map((line) => [...line.slice(0, -7), ...line.slice(-1), ...line.slice(-7, -1)]),
    ]);
    expect(rowOf(report, "t3.new")).toEqual(NEW);
    expect(rowOf(report, "t3.granted")).toEqual(GRANTED);
    expect(report.sources["t3.new.total"]?.raw).toBe("15");
  });
});

describe("one cell a line", () => {
  test.each([
    { what: "with nothing around it", before: "", after: "" },
    { what: "with a tab before it", before: "\t", after: "" },
    { what: "with a bar behind it", before: "", after: " |" },
  ])("$what is read like a table", ({ before, after }) => {
    const { 2: second, 3: third, 4: fourth } = formTables("2021", FIGURES);
    const lines = (table: Lines): Lines => table.flat().map((cell) => [before + cell + after]);
    const report = readText(textOf({ 2: lines(second), 3: lines(third), 4: lines(fourth) }));
    expect(rowOf(report, "t3.new")).toEqual(NEW);
    expect(rowOf(report, "t3.unavailable.notHeld")).toEqual([4, 0, 0, 0, 0, 0, 4]);
    expect(Object.values(report.states).every((state) => state === "seen")).toBe(true);
  });
});

describe("（六）其他处理", () => {
  test("of one row is the 2019 form, of three the 2021 form, whatever table 2 says", () => {
    const old = formTables("2019", { "t3.otherHandling.natural": 3, "t3.otherHandling.total": 3 });
    const recent = formTables("2021", { "t3.otherHandling.misc.natural": 4, "t3.otherHandling.misc.total": 4 });
    const mixed = readText(textOf({ 2: old[2], 3: recent[3], 4: old[4] }));
    expect(mixed.edition).toBe("2019");
    expect(mixed.cells["t3.otherHandling.misc.natural"]).toBe(4);
    expect(mixed.cells).not.toHaveProperty("t3.otherHandling.natural");
    const other = readText(textOf({ 2: recent[2], 3: old[3], 4: old[4] }));
    expect(other.edition).toBe("2021");
    expect(rowOf(other, "t3.otherHandling")).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(other.cells).not.toHaveProperty("t3.otherHandling.misc.natural");
  });
});
