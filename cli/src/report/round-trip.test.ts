import { EDITIONS, type EditionId, readReport, type Report } from "@gongkai/annual-report";
import { consistentCells, seededRandom } from "@gongkai/annual-report/testing";
import { readDocument } from "@gongkai/document/read";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { aFolder } from "../testing.ts";
import { OUTPUT_FORMATS, type OutputFormat, renderReport } from "./output-format.ts";
import { readReportLines } from "./read-report-lines.ts";

/** Own prose: sentences that an office could have written, with figures, brackets and quotation marks. */
const SENTENCES = [
  "本机关按时更新公开指南和目录，专人接听咨询电话，每季度自查栏目一次，及时改正错漏，并把结果报送政务公开办公室备案。",
  "全年公开信息1,024条，其中通知公告36条、政策解读12条，答复咨询208人次，较上年增长3.5%，群众满意率为98.6%，没有发生泄密情况。",
  "围绕“一网通办”“最多跑一次”整理办事指南，逐项核对名称、条件、材料和时限，共修改47处，删除过期内容9处，新增常见问题解答15条。",
  "根据《中华人民共和国政府信息公开条例》第二十条第（一）项的要求，对现行有效文件进行清理，继续有效的保留，不再适用的按程序废止。",
  "一是更新不够及时；二是解读形式单一，图表、音视频较少；三是个别人员业务不熟，答复文书不够规范，需要继续加强培训和日常督促检查。",
];
const SHORT = ["无。", "没有其他需要报告的事项。", "（一）主动公开情况", "（二）依申请公开情况", "下一步，逐条整改。"];

const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SENTENCES) }, { weight: 1, arbitrary: fc.constantFrom(...SHORT) });
const anyText = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n"));
/** A page of a PDF shows where a paragraph begins only beside full lines. */
const fullText = anyText.map((text) => `${SENTENCES[0]}\n${text}\n${SENTENCES[4]}`);

/** Figures of table 2, which no sum holds together. */
const FIGURES = {
  count: fc.nat({ max: 9_999_999 }),
  change: fc.integer({ min: -9_999, max: 9_999 }),
  amount: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 99_999_999_999 }).map((cents) => cents / 100),
    fc.integer({ min: 1, max: 99_999 }).map((part) => part / 10_000),
  ),
} as const;

/** A report as its reader gives it: sums that hold, small and large, and any cells left blank. */
function aReport(edition: EditionId, format: OutputFormat): fc.Arbitrary<Report> {
  const text = format === "pdf" ? fullText : anyText;
  const { cells: form } = EDITIONS[edition];
  const table2 = fc.record(Object.fromEntries(form.filter((cell) => cell.table === 2).map(({ key, kind }) => [key, FIGURES[kind]])));
  const tables = fc.record({
    seed: fc.nat(),
    factor: fc.constantFrom(1, 1, 1, 10, 997),
    table2,
    blanks: fc.subarray(
      form.map(({ key }) => key),
      { maxLength: 30 },
    ),
  });
  const cells = tables.map(({ seed: random, factor, table2: own, blanks }) => {
    const sums = Object.entries(consistentCells(edition, seededRandom(random))).map(([key, value]) => [key, value * factor] as const);
    return { ...Object.fromEntries(sums), ...own, ...Object.fromEntries(blanks.map((key) => [key, null])) } as Record<
      string,
      number | null
    >;
  });
  const organ = fc.constantFrom("云溪县政务公开办公室", "青砚市市场监督管理局", "柳浪镇人民政府", "枕溪区住房和城乡建设委员会");
  const year = edition === "2019" ? fc.integer({ min: 2019, max: 2020 }) : fc.integer({ min: 2021, max: 2026 });
  const sections = fc.record({ overview: text, problems: fc.option(text, { freq: 8 }), other: fc.option(text, { freq: 8 }) });
  return fc.record({ cells, agency: organ, year, sections }).map((parts): Report => ({
    ...parts,
    edition,
    title: `${parts.agency}${parts.year}年政府信息公开工作年度报告`,
    states: Object.fromEntries(Object.entries(parts.cells).map(([key, value]) => [key, value === null ? "blank" : "seen"])),
    sources: {},
    findings: [],
  }));
}

async function readBack(content: Uint8Array, format: OutputFormat): Promise<Report> {
  if (format === "json") {
    const file = join(aFolder(), "报告.json");
    writeFileSync(file, content);
    for await (const loaded of readReportLines(file)) if ("report" in loaded) return loaded.report;
    throw new Error("no report in the JSON");
  }
  const read = await readDocument(content, { name: `报告.${format}` });
  if (!read.ok) throw new Error(read.message);
  return readReport(read.doc);
}

const { numRuns, seed } = { numRuns: Number(process.env["TRIPS"] ?? 12), seed: Number(process.env["SEED"] ?? 20260131) };

describe.each(["2019", "2021"] as const)("a report in the form of %s", (edition) => {
  test.each(OUTPUT_FORMATS)(
    "comes back from %s as it was: figures, blanks, text, title, organ and year",
    { timeout: 60_000 },
    async (format) => {
      await fc.assert(
        fc.asyncProperty(aReport(edition, format), async (report) => {
          const back = await readBack(await renderReport(report, format), format);
          const { cells, states, sections, title, agency, year } = report;
          expect({ ...back, sources: {}, file: "" }).toEqual({
            edition,
            cells,
            states,
            sections,
            title,
            agency,
            year,
            sources: {},
            findings: [],
            file: "",
          });
        }),
        // A PDF takes long enough that looking for a smaller failing report would outlast the test.
        { numRuns: format === "pdf" ? Math.ceil(numRuns / 3) : numRuns, seed, endOnFailure: format === "pdf" },
      );
    },
  );
});
