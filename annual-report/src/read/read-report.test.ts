import { createDocBuilder } from "@gongkai/document";
import { parseHtml, parsePlainText } from "@gongkai/document/read";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EDITIONS, findCell } from "../editions/index.ts";
import type { EditionId, Report } from "../report.ts";
import { consistentCells, seededRandom } from "../testing/index.ts";
import { formTables, htmlOf, misplaced, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";
import { readReport } from "./read-report.ts";

/** What holds of every report, however bad the document: one line each that does not. */
function broken(report: Report): string[] {
  const keys = new Set([...Object.keys(report.cells), ...Object.keys(report.states), ...Object.keys(report.sources)]);
  return [...keys].flatMap((key) => {
    const value = report.cells[key];
    const state = report.states[key];
    const source = report.sources[key];
    const problems: string[] = [];
    if (findCell(key) === undefined) problems.push("is no cell of the form");
    if (value === undefined || state === undefined) problems.push("has no value or no state");
    if ((state === "seen") !== (typeof value === "number")) problems.push(`is ${state} with ${value}`);
    if (typeof value === "number" && !Number.isFinite(value)) problems.push(`is ${value}`);
    if ((state === "seen" || state === "blank" || state === "ambiguous") && source === undefined)
      problems.push(`is ${state} without a source`);
    if (state === "ambiguous" && source?.candidates === undefined) problems.push("is ambiguous without candidates");
    if (state !== "ambiguous" && source?.candidates !== undefined) problems.push("is settled, with candidates");
    return problems.map((problem) => `${key} ${problem}`);
  });
}

describe("a report from plain text", () => {
  const figures = {
    "t3.new.natural": 12,
    "t3.new.total": 12,
    "t3.granted.natural": 12,
    "t3.granted.total": 12,
    "t3.total.natural": 12,
    "t3.total.total": 12,
    "t2.fee.amount": "26.55",
  };
  const text = textOf(formTables("2021", figures));
  const report = readText(text);

  test("has its head, sections and every cell of its edition", () => {
    expect(report).toMatchObject({
      edition: "2021",
      year: 2024,
      agency: "云溪县政务公开办公室",
      title: "云溪县政务公开办公室2024年政府信息公开工作年度报告",
    });
    expect(Object.keys(report.cells).toSorted()).toEqual(EDITIONS["2021"].cells.map(({ key }) => key).toSorted());
    expect(report.sections.other).toBe("无。");
  });

  test("says on which line each figure stands", () => {
    const line = text.slice(0, text.indexOf("一、本年新收")).split("\n").length;
    expect(report.sources["t3.new.natural"]).toMatchObject({ raw: "12", line });
  });

  test("carries the name of its file when told", () => {
    expect(readReport(parsePlainText(text), { file: "云溪县.txt" }).file).toBe("云溪县.txt");
    expect(readReport(parsePlainText(text))).not.toHaveProperty("file");
  });

  test("is the same with Windows line ends", () => {
    const windows = readText(text.replaceAll("\n", "\r\n"));
    expect(windows.cells).toEqual(report.cells);
    expect(windows.sections).toEqual(report.sections);
  });

  test("is the same with full-width digits", () => {
    const wide = readText(
      text.replace(/(?<=\t)\d+(?=\t|\n)/g, (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    );
    expect(wide.cells).toEqual(report.cells);
  });

  test("is the same twice: reading keeps nothing from one report to the next", () => {
    readText(textOf(formTables("2019", { "t2.rules.made": 9 })));
    expect(readText(text)).toEqual(report);
  });
});

describe("documents that are no report", () => {
  test.each([
    { what: "nothing", text: "" },
    { what: "blank lines", text: "\n\n \t \n" },
    { what: "a letter", text: "云溪县政务公开办公室：\n贵办来函收悉，现答复如下。\n一、已按要求公开。\n二、其余3件正在办理。\n" },
    { what: "another table", text: "姓名\t得分\n甲\t95\n乙\t87\n总计\t182\n" },
    { what: "only the headings", text: EDITIONS["2021"].sections.map(({ heading }) => heading).join("\n") },
    { what: "an empty form", text: textOf({}) },
  ])("$what gives no figure", ({ text }) => {
    const report = readText(text);
    expect(Object.values(report.cells).filter((value) => value !== null)).toEqual([]);
    expect(broken(report)).toEqual([]);
  });

  test("a document without blocks is read without a fault", () => {
    const report = readReport(createDocBuilder("pdf").build());
    expect(report).toMatchObject({
      edition: null,
      year: null,
      agency: null,
      title: null,
      sections: { overview: null, problems: null, other: null },
    });
    expect(new Set(Object.values(report.states))).toEqual(new Set(["absent"]));
  });
});

describe("of every document", () => {
  const edition = fc.constantFrom<EditionId>("2019", "2021");
  const form = fc
    .tuple(edition, fc.integer({ min: 0, max: 9999 }))
    .map(([id, seed]) => ({ id, cells: consistentCells(id, seededRandom(seed)) }));

  test("a sound one is read to the last cell, and each figure stands where its source says", () => {
    fc.assert(
      fc.property(form, fc.boolean(), ({ id, cells }, asHtml) => {
        const doc = asHtml ? parseHtml(htmlOf(id, cells)) : parsePlainText(textOf(formTables(id, cells)));
        const report = readReport(doc);
        expect(report.edition).toBe(id);
        expect(report.cells).toEqual(cells);
        expect(misplaced(doc, report)).toEqual([]);
        for (const [key, { raw }] of Object.entries(report.sources)) expect(Number(raw)).toBe(cells[key]);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  /** Cells and words as they come out of damaged documents. */
  const scrap = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "0",
        "1",
        "12",
        "",
        "/",
        "—",
        "无",
        "+3",
        "1 2",
        "000",
        "7000007",
        "2条",
        "99999999999999999999",
        "0.5",
        "-",
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...Object.values(EDITIONS).flatMap(({ table2, table3, table4 }) =>
          [...table2.flatMap((block) => [block, ...block.rows, ...block.columns]), ...table3.rows, ...table3.columns, ...table4].map(
            ({ label }) => label,
          ),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "信息内容",
        "申请人情况",
        "一、总体情况",
        "三、收到和处理政府信息公开申请情况",
        "（三）不予公开",
        "按月核对公开目录。",
      ),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  );

  test("scraps of the form in any order keep to the form, and to the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(scrap, { minLength: 1, maxLength: 9 }), { maxLength: 40 }),
        fc.constantFrom("\t", "|", "\n", "  "),
        (rows, between) => {
          const doc = parsePlainText(rows.map((row) => row.join(between)).join("\n"));
          const report = readReport(doc);
          expect(broken(report)).toEqual([]);
          expect(misplaced(doc, report)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a form with lines lost, doubled or moved keeps to the form, and to the text", () => {
    const change = fc.record({
      at: fc.nat({ max: 70 }),
      kind: fc.constantFrom("lost", "doubled", "moved", "cell lost", "cell doubled"),
      cell: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(form, fc.array(change, { maxLength: 6 }), ({ id, cells }, changes) => {
        const lines = textOf(formTables(id, cells))
          .split("\n")
          .map((line) => line.split("\t"));
        for (const { at, kind, cell } of changes) {
          const line = lines[at % lines.length] ?? [];
          if (kind === "lost") lines.splice(at % lines.length, 1);
          else if (kind === "doubled") lines.splice(at % lines.length, 0, [...line]);
          else if (kind === "moved") lines.push(...lines.splice(at % lines.length, 1));
          else if (kind === "cell lost") line.splice(cell % line.length, 1);
          else line.splice(cell % line.length, 0, line[cell % line.length] ?? "");
        }
        const doc = parsePlainText(lines.map((line) => line.join("\t")).join("\n"));
        const report = readReport(doc);
        expect(broken(report)).toEqual([]);
        expect(misplaced(doc, report)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("a page cut off anywhere keeps to the form, and gives no figure that is not the printed one", () => {
    fc.assert(
      fc.property(form, fc.double({ min: 0, max: 1, noNaN: true }), ({ id, cells }, share) => {
        const html = htmlOf(id, cells);
        const report = readHtml(html.slice(0, Math.floor(html.length * share)).replace(/<[^>]*$|[^>]*$/, ""));
        expect(broken(report)).toEqual([]);
        for (const [key, value] of Object.entries(report.cells))
          if (value !== null) expect([key, value]).toEqual([key, cells[key] ?? null]);
      }),
      { numRuns: 40, seed: 1 },
    );
  });
});

test.each([
  ["4, 3, 2", [4, 3, 2]],
  ["2, 4, 3", [2, 4, 3]],
  ["3, 2, 4", [3, 2, 4]],
] as const)("tables in the order %s are read, one cell a line", (_, order) => {
  const figures = { "t2.rules.issued": 3, "t3.new.natural": 5, "t3.new.total": 5, "t4.litigationAfter.total": 7 };
  const tables = formTables("2021", figures);
  const lines = order.flatMap((table) => [`表${table}`, ...tables[table].flat().filter((text) => text !== "")]);
  const report = readText(["云溪县政务公开办公室2024年政府信息公开工作年度报告", "一、总体情况", "略。", ...lines].join("\n"));
  for (const { key } of EDITIONS["2021"].cells)
    expect([key, report.cells[key]]).toEqual([key, (figures as Record<string, number>)[key] ?? 0]);
});

test("a row of figures twenty thousand times over does not hold up the reader, and none of it is believed", { timeout: 20_000 }, () => {
  const report = readText("一、本年新收政府信息公开申请数  0  0\n量\n".repeat(20_000));
  expect(rowOf(report, "t3.new").every((cell) => typeof cell !== "number")).toBe(true);
});
