import type { Report, Source } from "@gongkai/annual-report";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { SourcePanel } from "./source-panel.tsx";

const cell = "t3.denied.secret.total";

function aPanel(
  source: Partial<Source>,
  state: Report["states"][string],
  passage?: { before: string; raw: string; after: string },
): string {
  const report: Report = {
    edition: "2021",
    year: 2024,
    agency: null,
    title: null,
    sections: { overview: null, problems: null, other: null },
    cells: { [cell]: state === "seen" ? 7 : null },
    states: { [cell]: state },
    sources: { [cell]: { raw: "", start: 41, end: 42, ...source } },
    findings: [],
  };
  const html = renderToString(
    <SourcePanel
      report={report}
      cell={cell}
      findings={[]}
      source={report.sources[cell]}
      passage={passage}
      headingRef={null}
      onClose={() => {}}
    />,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/ +/g, " ");
}

test.each([
  { source: { page: 3 }, says: "第 3 页" },
  { source: { line: 56 }, says: "第 56 行" },
  { source: { reference: "Sheet1!B5" }, says: "Sheet1!B5" },
  { source: {}, says: "全文第 42 字起" },
])("says where the figure stands: $says", ({ source, says }) => {
  expect(aPanel(source, "seen")).toContain(says);
});

test("names the readings that could not be told apart, and the article of the row", () => {
  const panel = aPanel({ candidates: [1, 12] }, "ambiguous");
  expect(panel).toContain("可能是 1 或 12");
  expect(panel).toContain("《政府信息公开条例》第十四条");
});

test("parts the cells of a row, joins upright labels, and says so where a cell is empty", () => {
  const panel = aPanel({}, "blank", { before: "三\n本\n年\n度\t（一）\t", raw: "", after: "\t5" });
  expect(panel).toContain("三本年度 | （一） | （此处空白） | 5");
});
