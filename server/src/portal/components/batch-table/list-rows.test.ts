import { aReport } from "@gongkai/annual-report/testing";
import { describe, expect, test } from "vitest";
import type { WorkItem } from "../../check-up/work-list.ts";
import { toRows, viewRows, WHOLE_BATCH, writeBatchCsv } from "./list-rows.ts";

const finding = { rule: "T3-3", severity: "error", cells: [], message: "", advice: "" } as const;

function done(id: number, name: string, year: number, errors: number): WorkItem {
  const findings = Array.from({ length: errors }, () => finding);
  return {
    id,
    file: new File(["x"], name),
    progress: { state: "done", checked: { report: aReport({ year }), findings, passages: [], notes: [] } },
  };
}
const items: WorkItem[] = [
  done(1, "报告10.docx", 2023, 0),
  done(2, "报告9.docx", 2024, 3),
  { id: 3, file: new File(["x"], "=坏,文件.docx"), progress: { state: "failed", reason: "文件有密码。" } },
];
const rows = toRows(items, new Map());
const ids = (view: Partial<typeof WHOLE_BATCH>) => viewRows(rows, { ...WHOLE_BATCH, ...view }).map((row) => row.item.id);

describe("the table of files", () => {
  test.each([
    { view: {}, shown: [1, 2, 3] },
    { view: { text: "报告9" }, shown: [2] },
    { view: { text: "2023" }, shown: [1] },
    { view: { state: "faulty" }, shown: [2] },
    { view: { state: "failed" }, shown: [3] },
    { view: { edition: "2019" }, shown: [] },
    { view: { sort: "file" }, shown: [3, 2, 1] },
    { view: { sort: "error", descending: true }, shown: [2, 1, 3] },
    { view: { sort: "error" }, shown: [1, 2, 3] },
  ] as const)("$view shows $shown", ({ view, shown }) => {
    expect(ids(view)).toEqual(shown);
  });

  test("a report that was worked on counts as it stands now", () => {
    const now = toRows(items, new Map([[2, { error: 0, warning: 1, notice: 0 }]]));
    expect(now[1]?.counts).toMatchObject({ error: 0, warning: 1 });
  });

  test("the CSV opens in Excel: marked as UTF-8, fields quoted, no formula to be run", () => {
    const csv = writeBatchCsv(rows);
    expect(csv.startsWith("\ufeff文件,状态,")).toBe(true);
    expect(csv).toContain(`"'=坏,文件.docx",失败,,,,,,,,文件有密码。\r\n`);
    expect(csv).toContain("报告9.docx,完成,云溪县政务公开办公室,2024,2021年版,3,0,0,0,\r\n");
  });
});
