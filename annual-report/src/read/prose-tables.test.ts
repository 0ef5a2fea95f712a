import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { formTables, misplaced, readText, rowOf, textOf } from "./fixtures/read-text.ts";
import { parsePlainText } from "@gongkai/document/read";

/** A report whose sections hold these sentences instead of tables. */
function report(sections: {
  readonly overview?: string;
  readonly table2?: string;
  readonly table3?: string;
  readonly table4?: string;
}): string {
  return [
    "星渚市水务局2024年政府信息公开工作年度报告",
    "一、总体情况",
    sections.overview ?? "按月核对公开目录。",
    "二、主动公开政府信息情况",
    sections.table2 ?? "",
    "三、收到和处理政府信息公开申请情况",
    sections.table3 ?? "",
    "四、政府信息公开行政复议、行政诉讼情况",
    sections.table4 ?? "",
    "五、存在的主要问题及改进情况",
    "栏目难找。",
    "六、其他需要报告的事项",
    "无。",
  ].join("\n");
}

const SECOND =
  "规章：本年制发件数0件，本年废止件数0件，现行有效件数2件。行政规范性文件：本年制发件数3件，本年废止件数1件，现行有效件数14件。行政许可：本年处理决定数量120件。行政处罚：本年处理决定数量7件。行政强制：本年处理决定数量0件。行政事业性收费：本年收费金额5.2万元。";
const THIRD = "本年新收政府信息公开申请数量：自然人3件、商业企业1件、科研机构0件、社会公益组织0件、法律服务机构0件、其他0件、总计4件。";
const FOURTH = "行政复议：结果维持2件，结果纠正1件，其他结果0件，尚未审结0件，总计3件。";

describe("a table written out as sentences in its own section", () => {
  const text = report({ table2: SECOND, table3: THIRD, table4: FOURTH });
  const read = readText(text);

  test("is read as if it were a table", () => {
    expect(read.edition).toBe("2021");
    expect(rowOf(read, "t2.rules")).toEqual([0, 0, 2]);
    expect(rowOf(read, "t2.normative")).toEqual([3, 1, 14]);
    expect(rowOf(read, "t2.license")).toEqual([120]);
    expect(rowOf(read, "t2.fee")).toEqual([5.2]);
    expect(rowOf(read, "t3.new")).toEqual([3, 1, 0, 0, 0, 0, 4]);
    expect(rowOf(read, "t4.reconsideration")).toEqual([2, 1, 0, 0, 3]);
  });

  test("has rows absent that no sentence names", () => {
    expect(rowOf(read, "t3.granted")).toEqual(Array(7).fill("缺"));
    expect(rowOf(read, "t4.litigationAfter")).toEqual(Array(5).fill("缺"));
  });

  test("shows where each figure stands", () => {
    expect(misplaced(parsePlainText(text), read)).toEqual([]);
    expect(read.sources["t2.license.decisions"]?.raw).toContain("120");
  });

  test("in traditional characters is read too, to its own letters", () => {
    const traditional = report({ table3: "本年新收政府資訊公開申請數量：自然人3件、商業企業1件。", table2: SECOND });
    const other = readText(traditional);
    expect(other.cells["t3.new.natural"]).toBe(3);
    expect(other.cells["t3.new.business"]).toBe(1);
    expect(misplaced(parsePlainText(traditional), other)).toEqual([]);
  });

  test("with an amount in yuan gives it in 万元", () => {
    const other = readText(report({ table2: SECOND.replace("5.2万元", "52000元") }));
    expect(other.cells["t2.fee.amount"]).toBe(5.2);
    expect(other.sources["t2.fee.amount"]).toMatchObject({ unit: "元" });
  });
});

describe("figures told in the narrative", () => {
  const read = readText(report({ overview: SECOND + THIRD + FOURTH }));

  test.each([
    { key: "t2.license.decisions", candidate: 120 },
    { key: "t3.new.natural", candidate: 3 },
    { key: "t3.new.total", candidate: 4 },
    { key: "t4.reconsideration.upheld", candidate: 2 },
  ])("are no more than candidates: $key may be $candidate", ({ key, candidate }) => {
    expect(read.cells[key]).toBeNull();
    expect(read.states[key]).toBe("ambiguous");
    expect(read.sources[key]?.candidates).toEqual([candidate]);
  });

  test("do not touch a report that has its tables", () => {
    const text = textOf(formTables("2021")).replace("本单位按时更新公开指南，逐条核对后发布。", SECOND + THIRD + FOURTH);
    const { cells } = readText(text);
    for (const { key } of EDITIONS["2021"].cells) expect([key, cells[key]]).toEqual([key, 0]);
  });

  test("fill in only the table that is missing", () => {
    const tables = formTables("2021");
    const read4 = readText(
      textOf({ 2: tables[2], 3: tables[3] }).replace(
        "四、政府信息公开行政复议、行政诉讼情况\n",
        `四、政府信息公开行政复议、行政诉讼情况\n${FOURTH}\n`,
      ),
    );
    expect(rowOf(read4, "t4.reconsideration")).toEqual([2, 1, 0, 0, 3]);
    expect(rowOf(read4, "t3.new")).toEqual(Array(7).fill(0));
  });
});

test("the last column of a head is not the row 3.其他", () => {
  const { cells } = readText(report({ table2: SECOND, table3: "自然人 法人或其他组织 总计 商业企业 科研机构 其他 3591 0 0 17" }));
  expect(cells["t3.otherHandling.misc.other"]).toBeNull();
});

test.each(["", "本年度未收到政府信息公开申请。", "全年办理各类申请若干件，均按期答复。", "本单位共发布信息120条。"])(
  "prose that names no cell gives none: %j",
  (overview) => {
    const { cells, edition } = readText(report({ overview }));
    expect(Object.values(cells).filter((value) => value !== null)).toEqual([]);
    expect(edition).toBeNull();
  },
);

describe("a table told cell by cell, row and column named before each figure", () => {
  const FIGURES = { "t2.rules.made": 3, "t2.license.change": -4, "t2.procurement.amount": 12.5, "t3.new.natural": 5, "t3.new.total": 9 };
  const form = EDITIONS["2019"];
  const printed = (key: string): string => String((FIGURES as Record<string, number>)[key] ?? 0);
  const rows = [
    ...form.table2.flatMap(({ rows: own, columns }) => own.map(({ id, label }) => ({ table: "table2" as const, id, label, columns }))),
    ...form.table3.rows.map(({ id, label }) => ({ table: "table3" as const, id: `t3.${id}`, label, columns: form.table3.columns })),
    ...form.table4.map(({ id, label, columns }) => ({ table: "table4" as const, id, label, columns })),
  ];
  type Row = (typeof rows)[number];
  type Column = Row["columns"][number];
  const tell = (write: (row: Row, cells: readonly (readonly [Column, string])[]) => string): ReturnType<typeof readText> => {
    const lines = (table: Row["table"]): string =>
      rows
        .filter((row) => row.table === table)
        .map((row) =>
          write(
            row,
            row.columns.map((column) => [column, printed(`${row.id}.${column.id}`)]),
          ),
        )
        .join("\n");
    return readText(report({ table2: lines("table2"), table3: lines("table3"), table4: lines("table4") }));
  };

  test.each([
    [
      "in a list below its row",
      (row: Row, cells: readonly (readonly [Column, string])[]) =>
        [`- ${row.label}`, ...cells.map(([{ label }, figure]) => `  - ${label}：${figure}`)].join("\n"),
    ],
    [
      "a line each",
      (row: Row, cells: readonly (readonly [Column, string])[]) =>
        cells.map(([{ label }, figure]) => `${row.label}${row.table === "table3" ? `（${label}）` : label}：${figure}`).join("\n"),
    ],
    [
      "in a sentence without units",
      (row: Row, cells: readonly (readonly [Column, string])[]) =>
        `${row.label}：${cells.map(([{ label }, figure]) => `${label} ${figure}`).join("，")}。`,
    ],
    [
      "in quotation marks",
      (row: Row, cells: readonly (readonly [Column, string])[]) =>
        `${row.label}，其中${cells.map(([{ label }, figure]) => `${label}“${figure}”`).join("、")}。`,
    ],
  ])("is read to the last cell: %s", (_, write) => {
    const { cells, edition } = tell(write);
    expect(edition).toBe("2019");
    for (const { key } of form.cells) expect([key, cells[key]]).toEqual([key, Number(printed(key))]);
  });

  test("is doubted where two figures are told for one cell", () => {
    const { states, sources } = tell((row, cells) => {
      const told = `${row.label}：${cells.map(([{ label }, figure]) => `${label} ${figure}`).join("，")}。`;
      return row.id === "t3.new" ? `${told}\n${told.replace("自然人 5", "自然人 6")}` : told;
    });
    expect(states["t3.new.natural"]).toBe("ambiguous");
    expect(sources["t3.new.natural"]?.candidates).toEqual([5, 6]);
  });
});
