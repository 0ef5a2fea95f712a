import { describe, expect, test } from "vitest";
import { readReport } from "../read/read-report.ts";
import { aReport } from "../testing/index.ts";
import { composeReport } from "./compose-report.ts";
import { listFormSums } from "./form-sums.ts";
import { usualHead } from "./report-head.ts";

const paragraphs = (...args: Parameters<typeof composeReport>) =>
  composeReport(...args).blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

describe("the head of a report", () => {
  test("says basis, period and where to ask, and only what is known", () => {
    const report = aReport({ year: 2024 });
    const head = { ...usualHead(report), address: "云溪县长宁路1号", telephone: "0000-0000000" };
    expect(paragraphs(report, { head }).slice(0, 2)).toEqual([
      "本报告依照《中华人民共和国政府信息公开条例》第五十条编制。各项数据的统计期限为2024年1月1日至2024年12月31日。",
      "对本报告如有疑问，请联系云溪县政务公开办公室（地址：云溪县长宁路1号；联系电话：0000-0000000）。",
    ]);
    expect(paragraphs(report, { head: {} })).toEqual(paragraphs(report));
  });

  test.each(["2019", "2021"] as const)("with organ and date does not get into the text of %s", (edition) => {
    const report = aReport({ edition });
    const back = readReport(
      composeReport(report, { head: usualHead(report), signature: { agency: "云溪县政务公开办公室", date: "2025年1月20日" } }),
    );
    expect(back).toMatchObject({ title: report.title, agency: report.agency, year: report.year, sections: report.sections });
  });
});

describe("a title", () => {
  test.each([
    { title: "云溪县2024年政府信息公开工作年度报告", lines: ["云溪县2024年政府信息公开工作年度报告"] },
    { title: "云溪县政务公开办公室2024年政府信息公开工作年度报告", lines: ["云溪县政务公开办公室2024年", "政府信息公开工作年度报告"] },
    { title: "2024年云溪县市场监督管理局政府信息公开工作年度报告", lines: ["2024年云溪县市场监督管理局", "政府信息公开工作年度报告"] },
  ])("$title stands on $lines.length lines, broken by sense", ({ title, lines }) => {
    const report = aReport({ title });
    const doc = composeReport(report);
    expect(doc.blocks[0]).toMatchObject({ text: lines.join("\n") });
    expect(doc.title).toBe(title);
    expect(readReport(doc).title).toBe(title);
  });
});

test("a short line （一）… within a section is a heading of its own and comes back as text", () => {
  const report = aReport({ sections: { overview: "（一）主动公开情况\n全年公开信息12条。" } });
  const doc = composeReport(report);
  expect(doc.blocks).toContainEqual(expect.objectContaining({ kind: "heading", level: 3, text: "（一）主动公开情况" }));
  expect(readReport(doc).sections).toEqual(report.sections);
});

test.each([
  { edition: "2019", sums: 23 + 6 + 3 },
  { edition: "2021", sums: 25 + 6 + 3 },
] as const)("$edition has a sum for every total of the form", ({ edition, sums }) => {
  const found = listFormSums(edition);
  expect(found).toHaveLength(sums);
  // 总计 of 一、本年新收: fourth row of table 3, over the six kinds of applicants before it.
  expect(found[0]).toEqual({ table: 1, total: { row: 3, column: 9 }, parts: [3, 4, 5, 6, 7, 8].map((column) => ({ row: 3, column })) });
});
