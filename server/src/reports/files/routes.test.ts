import { readReport, type Report } from "@gongkai/annual-report";
import { aReport } from "@gongkai/annual-report/testing";
import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { anApp } from "../../testing.ts";
import { createFileWriter, type FileWriter } from "./file-writer.ts";
import { REFUSALS } from "./report-file.ts";
import { reportFileRoutes } from "./routes.ts";
import { writeReportFile } from "./write-report-file.ts";

/** Writes in this thread: the limits of the worker have a test of their own. */
const writer: FileWriter = { write: async (request) => ({ ok: true, file: await writeReportFile(request) }), close: async () => {} };

async function post(payload: object, by: FileWriter = writer) {
  const app = await anApp({ slices: [(one) => reportFileRoutes(one, by)] });
  return app.inject({ method: "POST", url: "/api/v1/report-files", payload });
}

const report = aReport({
  edition: "2019",
  cells: {
    "t3.new.natural": 3,
    "t3.new.total": 3,
    "t3.granted.natural": 3,
    "t3.granted.total": 3,
    "t3.total.natural": 3,
    "t3.total.total": 3,
    "t2.license.change": -8,
    "t2.procurement.items": 1,
    "t2.procurement.amount": 14.495,
  },
});

async function readBack(bytes: Buffer, name: string): Promise<Report> {
  const read = await readDocument(new Uint8Array(bytes), { name });
  if (!read.ok) throw new Error(read.message);
  return readReport(read.doc);
}

describe("POST /api/v1/report-files", () => {
  test.each(["docx", "pdf", "xlsx", "html"] as const)("gives a %s that reads back as the same report", async (format) => {
    const answer = await post({ report, format });
    expect(answer.statusCode).toBe(200);
    const back = await readBack(answer.rawPayload, `a.${format}`);
    expect(back).toMatchObject({ edition: "2019", year: 2020, agency: report.agency, cells: report.cells, sections: report.sections });
  });

  test("asks for no sources, and keeps them in the data where they are given", async () => {
    const { sources: _left, ...bare } = report;
    expect((await post({ report: bare, format: "html" })).statusCode).toBe(200);
    const sources = { "t3.new.total": { raw: "3", start: 1, end: 2 } };
    expect(JSON.parse((await post({ report: { ...report, sources }, format: "json" })).body).sources).toEqual(sources);
  });

  test("names the file after organ and year, also for programs that know only ASCII", async () => {
    const { headers } = await post({ report, format: "html" });
    const disposition = String(headers["content-disposition"]);
    expect(decodeURIComponent(disposition)).toContain("UTF-8''云溪县政务公开办公室2020年政府信息公开工作年度报告.html");
    expect(disposition).toContain('filename="report.html"');
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("keeps a title from becoming a path or a second header", async () => {
    const { headers } = await post({ report: { ...report, title: "../../甲\r\nX: 1/乙<b>" }, format: "json" });
    expect(decodeURIComponent(String(headers["content-disposition"]))).toMatch(/UTF-8''甲X1乙b\.json$/);
    expect(headers["x"]).toBeUndefined();
  });

  test("gives JSON with the figures and the findings", async () => {
    const finding = { rule: "T3-3", severity: "error", cells: ["t3.granted.total"], message: "不等。", advice: "请核对。" };
    const back = JSON.parse((await post({ report, format: "json", findings: [finding] })).body);
    expect(back).toMatchObject({ cells: report.cells, findings: [finding] });
  });

  test("gives the findings as a sheet, with advice and what was decided", async () => {
    const findings = [
      { rule: "T3-3", severity: "error", cells: ["t3.granted.total"], message: "两边不等。", advice: "请核对台账。" },
      {
        rule: "Y-1",
        severity: "warning",
        cells: ["t3.carriedIn.total"],
        message: "与上年不同。",
        advice: "请说明。",
        decision: "dismissed",
        reason: "机构合并",
      },
    ];
    for (const format of ["findings-docx", "findings-xlsx"]) {
      const answer = await post({ report, format, findings });
      const read = await readDocument(new Uint8Array(answer.rawPayload), { name: `a.${format.slice(9)}` });
      const text = read.ok ? read.doc.text : "";
      for (const words of ["两边不等。", "请核对台账。", "不采纳：机构合并", "待处理", "表三“（一）予以公开”·总计"])
        expect(text).toContain(words);
      expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain("年度报告-核对发现.");
    }
  });

  test.each([
    { what: "text beyond measure", change: { sections: { overview: "长".repeat(200_001), problems: null, other: null } }, says: "20万字" },
    { what: "cells of no form", change: { cells: { "t9.x": 1 } }, says: "单元格名称" },
  ])("refuses $what with a sentence", async ({ change, says }) => {
    const answer = await post({ report: { ...report, ...change }, format: "docx" });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().message).toContain(says);
  });

  test("says so when the writer refuses", async () => {
    const busy: FileWriter = {
      write: async () => ({ ok: false, refusal: "too-busy", message: REFUSALS["too-busy"] }),
      close: async () => {},
    };
    const answer = await post({ report, format: "pdf" }, busy);
    expect([answer.statusCode, answer.json().message]).toEqual([503, REFUSALS["too-busy"]]);
  });

  test("is described in OpenAPI", async () => {
    const app = await anApp({ slices: [(one) => reportFileRoutes(one, writer)] });
    const { paths } = (await app.inject("/api/openapi.json")).json();
    expect(Object.keys(paths["/api/v1/report-files"].post.responses)).toEqual(expect.arrayContaining(["200", "422", "503"]));
  });
});

describe("the writer", () => {
  test("writes in a worker, one file after another", async () => {
    const inWorker = createFileWriter();
    const results = await Promise.all((["html", "json"] as const).map((format) => inWorker.write({ format, report, findings: [] })));
    expect(results.map((result) => result.ok && result.file.name.split(".").at(-1))).toEqual(["html", "json"]);
    await inWorker.close();
  });

  test("gives up a file that takes too long, and turns away what is too much", async () => {
    const slow = createFileWriter({ timeoutMs: 1, mostWaiting: 0 });
    const [first, second] = await Promise.all([1, 2].map(() => slow.write({ format: "html", report, findings: [] })));
    expect(first).toMatchObject({ ok: false, refusal: "too-slow" });
    expect(second).toMatchObject({ ok: false, refusal: "too-busy" });
    await slow.close();
  });
});

describe("POST /api/v1/batch-tables", () => {
  const postRows = async (rows: readonly object[]) => {
    const app = await anApp({ slices: [(one) => reportFileRoutes(one, writer)] });
    return app.inject({ method: "POST", url: "/api/v1/batch-tables", payload: { rows } });
  };

  test("gives a workbook with a line for each file, in which nothing is a formula", async () => {
    const counts = { error: 3, warning: 0, notice: 1, unsettled: 2 };
    const answer = await postRows([
      { file: "=HYPERLINK(1).docx", state: "完成", agency: "云溪县政务公开办公室", year: 2024, edition: "2021", counts },
      { file: "坏.docx", state: "失败", reason: "文件有密码。" },
    ]);
    expect(answer.statusCode).toBe(200);
    expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain("年报核对结果.xlsx");
    const read = await readDocument(new Uint8Array(answer.rawPayload), { name: "表.xlsx" });
    const rows = read.ok ? read.doc.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])) : [];
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["文件", "状态", "机关", "年度", "版式", "错误", "警告", "提示", "待定单元格", "说明"],
      ["=HYPERLINK(1).docx", "完成", "云溪县政务公开办公室", "2024", "2021年版", "3", "0", "1", "2", ""],
      ["坏.docx", "失败", "", "", "", "", "", "", "", "文件有密码。"],
    ]);
  });

  test("refuses an empty table", async () => {
    expect((await postRows([])).statusCode).toBe(400);
  });
});
