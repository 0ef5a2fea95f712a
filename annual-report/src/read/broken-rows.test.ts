import { describe, expect, test } from "vitest";
import { formTables, type Lines, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";

const FIGURES = {
  "t3.new.natural": 88,
  "t3.new.total": 88,
  "t3.denied.internal.natural": 6,
  "t3.denied.internal.business": 70,
  "t3.denied.internal.total": 76,
  "t3.unavailable.notHeld.natural": 5,
  "t3.unavailable.notHeld.total": 5,
};

/** The report with table 3 one cell a line, as `change` leaves it; a `null` cell is not printed. */
function readCellLines(edition: "2019" | "2021", change: (cells: string[]) => string[]): ReturnType<typeof readText> {
  const tables = formTables(edition, FIGURES);
  return readText(textOf({ ...tables, 3: change(tables[3].flat().filter((text) => text !== "")).map((text) => [text]) }));
}

/** The cells with those from one text up to another put differently. */
function between(cells: readonly string[], from: string, to: string, put: readonly string[]): string[] {
  return [...cells.slice(0, cells.indexOf(from) + 1), ...put, ...cells.slice(cells.indexOf(to))];
}

const ZEROS = Array.from({ length: 7 }, () => "0");

describe("one cell a line", () => {
  test("the number that came off a label is no figure of the row above", () => {
    const report = readCellLines("2021", (cells) => {
      const cut = cells.flatMap((text) => (text.startsWith("5.要求") ? ["5", ".要求行政机关确认或重新出具已获取信息"] : [text]));
      return between(cut, "4.无正当理由大量反复申请", "5", ZEROS.slice(1));
    });
    expect(rowOf(report, "t3.unhandled.abusive")).not.toContain(5);
    expect(rowOf(report, "t3.unhandled.reconfirm")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("a row does not go on behind the number of the next", () => {
    const report = readCellLines("2021", (cells) => {
      const labelled = cells.flatMap((text) => (text.startsWith("6.属于四类") ? ["6. "] : [text]));
      const short = between(labelled, "5.属于三类内部事务信息", "6. ", ["6", "70", "76"]);
      return between(short, "6. ", "7.属于行政执法案卷", ["44", "91", "3", "138", "属于四类过程性信息"]);
    });
    expect(rowOf(report, "t3.denied.internal")).not.toContain(44);
    expect(rowOf(report, "t3.denied.internal")).not.toContain(138);
  });

  test("figures behind an empty row and half the label of the next are not those of the empty row", () => {
    const report = readCellLines("2021", (cells) => {
      const split = cells.flatMap((text) =>
        text === "（一）予以公开" ? ["（一"] : text === "三、本年度办理结果" ? ["三、本年度"] : [text],
      );
      const empty = between(split, "二、上年结转政府信息公开申请数量", "三、本年度", []);
      return between(empty, "（一", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", [...ZEROS, "办理结果", "）予以公开"]);
    });
    expect(rowOf(report, "t3.carriedIn")).not.toContain(0);
  });

  test("the figures of two rows between which a label is lost are of neither for certain", () => {
    const report = readCellLines("2021", (cells) => {
      const lost = cells.filter((text) => !text.startsWith("2.重复申请"));
      const first = between(lost, "1.信访举报投诉类申请", "3.要求提供公开出版物", ["4", "4", "9", "9"]);
      return first;
    });
    expect(rowOf(report, "t3.unhandled.duplicate")).toContain("?");
    expect(rowOf(report, "t3.unhandled.duplicate")).not.toContain(9);
  });

  test("a total that is plainly wrong stays as it is printed", () => {
    const report = readCellLines("2021", (cells) =>
      between(cells, "2.重复申请", "3.要求提供公开出版物", ["3", "0", "2", "0", "0", "0", "6"]),
    );
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual([3, 0, 2, 0, 0, 0, 6]);
  });
});

describe("table 2 one cell a line", () => {
  test("figures below the next block's head are not those of the row above it, which is empty", () => {
    const tables = formTables("2019", { "t2.procurement.items": 3, "t2.procurement.amount": 88 });
    const cells = tables[2].flat().filter((text) => text !== "");
    const empty = between(cells, "行政事业性收费", "第二十条第（九）项", []).filter((text) => text !== "政府集中采购");
    const report = readText(textOf({ ...tables, 2: empty.map((text) => [text]) }));
    expect(rowOf(report, "t2.fee")).not.toContain(3);
    expect(rowOf(report, "t2.procurement")).toEqual(["?", "?"]);
  });

  test("figures with an empty cell between them are not the digits of one", () => {
    const tables = formTables("2021", {});
    const cells = tables[2].flat().filter((text) => text !== "");
    const lost = between(cells, "规章", "第二十条第（五）项", ["0", "0", "3", "", "", "0", "2", "9017"]);
    const report = readText(textOf({ ...tables, 2: lost.map((text) => [text === "" ? " |" : text]) }));
    expect(rowOf(report, "t2.rules")).not.toContain(3029017);
  });
});

describe("table 2 without a label between two rows", () => {
  test("does not take the figures of both for the digits of one", () => {
    const cells = formTables("2019", {})[2]
      .flat()
      .filter((text) => text !== "");
    const lost = between(cells, "行政处罚", "行政强制", ["5", "0", "0", "0", "0", "0"]).filter((text) => text !== "行政强制");
    const report = readText(textOf({ ...formTables("2019", {}), 2: lost.map((text) => [text]) }));
    expect(rowOf(report, "t2.penalty")).not.toContain(5000);
  });
});

describe("rows of a page", () => {
  const row = (label: string, cells: readonly string[]): string =>
    `<tr><td>${label}</td>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  function readRows(change: (rows: string) => string): ReturnType<typeof readText> {
    const [lines] = [formTables("2021", FIGURES)[3]];
    const rows = lines.map((cells: Lines[number]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("");
    return readHtml(`<h1>云溪县政务公开办公室2024年政府信息公开工作年度报告</h1><table>${change(rows)}</table>`);
  }

  test("figures without a label are not those of the empty row below, where a row above is empty too", () => {
    const report = readRows((rows) =>
      rows
        .replace(
          row("8.属于行政查询事项", ZEROS),
          row(
            "8.属于行政查询事项",
            ZEROS.map(() => ""),
          ),
        )
        .replace("<td>1.本机关不掌握相关政府信息</td>", "<td></td>")
        .replace(
          row("2.没有现成信息需要另行制作", ZEROS),
          row(
            "2.没有现成信息需要另行制作",
            ZEROS.map(() => ""),
          ),
        ),
    );
    expect(rowOf(report, "t3.unavailable.needsCreation")).not.toContain(5);
  });

  test("the number alone before the figures says whose they are, the words below it", () => {
    const report = readRows((rows) =>
      rows.replace(row("3.危及“三安全一稳定”", ZEROS), "").replace(
        row("4.保护第三方合法权益", ZEROS),
        row("4.", ["2", "0", "0", "0", "0", "0", "2"]) +
          row(
            "保护第三方合法权益",
            ZEROS.map(() => ""),
          ),
      ),
    );
    expect(rowOf(report, "t3.denied.safety")).not.toContain(2);
    expect(rowOf(report, "t3.denied.thirdParty")).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });

  test("numbers of pages between two pieces of a table are no figures", () => {
    const report = readRows((rows) => {
      const [upper = "", lower = ""] = rows.replace(row("2.重复申请", ZEROS), `${row("2.重复申请", ZEROS.slice(1))}BREAK`).split("BREAK");
      return `${upper}</table><p>注：空格按0计。</p><p>—4—</p><p>6</p><table>${lower}`;
    });
    expect(rowOf(report, "t3.unhandled.duplicate")).not.toContain(6);
  });
});

describe("a row cut in two by the end of a page", () => {
  const tables = formTables("2021", FIGURES);
  const readCut = (label: string, ...pieces: Lines): ReturnType<typeof readText> =>
    readText(textOf({ ...tables, 3: tables[3].flatMap((line): Lines => (line.includes(label) ? pieces : [line])) }));

  test("within its figures is put together again", () => {
    const upper = ["", "", "5.属于三类内部事务信息", "6", "70", "0", "0", "", "", ""];
    const report = readCut("5.属于三类内部事务信息", upper, ["", "", "", "", "", "", "", "0", "0", "76"]);
    expect(rowOf(report, "t3.denied.internal")).toEqual([6, 70, 0, 0, 0, 0, 76]);
    expect(rowOf(report, "t3.denied.process")).toEqual(Array(7).fill(0));
  });

  test("within the number of its label, its figures above, is known by that number", () => {
    const blank = ZEROS.map(() => "");
    const cut = readCut("（一）予以公开", ["三、本年度办", "（一", "", ...ZEROS.with(0, "4")], ["理结果", "）予以公开", "", ...blank]);
    expect(rowOf(cut, "t3.granted")).toEqual([4, 0, 0, 0, 0, 0, 0]);
    const lines = tables[3].flatMap((line): Lines => {
      if (line.includes("二、上年结转政府信息公开申请数量")) return [];
      return line.includes("（一）予以公开")
        ? [
            ["三、本年度办", "（一", "", ...ZEROS.with(0, "4")],
            ["理结果", "予以公开", "", ...blank],
          ]
        : [line];
    });
    const report = readText(textOf({ ...tables, 3: lines }));
    expect(rowOf(report, "t3.granted")).toEqual([4, 0, 0, 0, 0, 0, 0]);
    expect(rowOf(report, "t3.carriedIn")).not.toContain(4);
  });

  test("is not so where a whole row stands above one that is empty, be its label short of its head", () => {
    const partial = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）";
    const report = readCut(partial, ["", partial.slice(6), "", ...ZEROS.map(() => "")]);
    expect(rowOf(report, "t3.granted")).toEqual(Array(7).fill(0));
    expect(rowOf(report, "t3.partial")).not.toContain(0);
  });

  test("with its number above and 总计 below its figures, is not the row before", () => {
    const form = formTables("2019");
    const lines = form[3].flatMap((line): Lines => {
      if (line.includes("（六）其他处理")) return [["（"], ZEROS.with(3, "5"), ["六）其他处理"]];
      return line.includes("（七）总计") ? [["（七）"], ZEROS.with(0, "81"), ["总计"]] : [line];
    });
    const report = readText(textOf({ ...form, 3: lines }));
    expect(rowOf(report, "t3.otherHandling")).not.toContain(81);
  });
});

test("a figure and an amount on one line, the number of the page below, are not run together", () => {
  const tables = formTables("2019", { "t2.procurement.items": 77, "t2.procurement.amount": 2566.83 });
  const lines = tables[2].map((line) => [line.join(" ")]);
  const report = readText(textOf({ ...tables, 2: [...lines, ["12"]] }));
  expect([77, "?"]).toContain(rowOf(report, "t2.procurement")[0]);
});

test("figures with their units that ran together are parted at the units", () => {
  const tables = formTables("2021");
  const lines = tables[2].map((line) => [line[0] === "规章" ? "规章3件0件41件" : line.join("\t")]);
  expect(rowOf(readText(textOf({ ...tables, 2: lines })), "t2.rules")).toEqual([3, 0, 41]);
});

describe("figures too long for their column", () => {
  /** 部分公开 of natural persons and in total set over two lines, the zeros between them on a line of their own. */
  function readWrapped(rest: string): ReturnType<typeof readText> {
    const tables = formTables("2021", { "t3.partial.natural": 22289, "t3.partial.total": 22289 });
    const third = tables[3].flatMap((row): Lines => {
      if (!row[0]?.startsWith("（二）部分公开")) return [row];
      return [
        ["", "2228", "", "", "", "", "", "2228"],
        [row[0], "", "0", "0", "0", "0", "0", ""],
        ["", rest, "", "", "", "", "", "9"],
      ];
    });
    return readText(textOf({ ...tables, 3: third }));
  }

  test("are never read by one of their pieces", () => {
    for (const rest of ["9", "8"]) {
      const read = rowOf(readWrapped(rest), "t3.partial");
      expect([22289, "?"]).toContain(read[0]);
      expect([22289, "?"]).toContain(read[6]);
    }
    expect(readWrapped("9").sources["t3.partial.natural"]?.candidates).toContain(22289);
  });
});
