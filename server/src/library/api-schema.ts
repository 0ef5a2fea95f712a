import { z } from "zod";
import { KEY_FIGURES } from "./key-figures.ts";
import { ORDERS, SORTS } from "./list-reports.ts";
import { Organ, PlainDate, Slug, StoredReport, Year } from "./schema.ts";

export const ReportFilter = z.object({
  organ: z.string().trim().max(60).optional().describe("机关名称或代号的一部分；多个词以空格分隔，须全部符合"),
  region: z.string().trim().max(30).optional().describe("地区名称"),
  level: z
    .enum(["province", "city", "county", "township"])
    .optional()
    .describe("层级：province 省级、city 市级、county 县级、township 乡级"),
  year: Year.optional(),
  edition: z.enum(["2019", "2021"]).optional().describe("报告格式"),
});

export const ReportListQuery = ReportFilter.extend({
  sort: z.enum(SORTS).default("year").describe("排序：year 年度、organ 机关名称、published 发布日期、received 新收申请数"),
  order: z.enum(ORDERS).default("desc").describe("asc 升序、desc 降序"),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe("第几页，从 1 起"),
  pageSize: z.coerce.number().int().min(1).max(100).default(20).describe("每页份数，最多 100"),
});

const figures = Object.fromEntries(KEY_FIGURES.map(({ id, name }) => [id, z.number().nullable().describe(name)]));

export const ReportSummary = z
  .object({
    organ: Organ,
    year: z.int(),
    edition: z.enum(["2019", "2021"]),
    title: z.string(),
    publishedOn: PlainDate,
    demo: z.enum(["made-up", "excerpt"]).nullable().describe("示例数据的种类；正式数据为 null"),
    hash: z.string().describe("正文散列值（SHA-256）"),
    figures: z.object(figures).describe("主要数据；构成合计的单元格不全时为 null"),
    links: z.object({ page: z.string(), report: z.string(), json: z.string().describe("规范 JSON 文件，其 SHA-256 即正文散列值") }),
  })
  .meta({
    id: "ReportSummary",
    description: "一份年度报告的概要",
  });

export const ReportList = z
  .object({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    pages: z.int(),
    next: z.string().nullable().describe("下一页的地址"),
    licence: z.string(),
    reports: z.array(ReportSummary).readonly(),
  })
  .meta({
    id: "ReportList",
    examples: [{ total: 86, page: 1, pageSize: 20, pages: 5, next: "/api/v1/reports?page=2&pageSize=20", licence: "…", reports: [] }],
  });

const Finding = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning", "notice"]),
    cells: z.array(z.string()).readonly(),
    expected: z.number().optional(),
    actual: z.number().optional(),
    difference: z.number().optional(),
    message: z.string(),
    advice: z.string(),
  })
  .meta({ id: "PublishedFinding", description: "核对发现：按勾稽规则重新计算得出，不属于报告本身" });

export const PublishedReport = StoredReport.extend({
  hash: z.string().describe("正文散列值：规范 JSON 的 SHA-256"),
  licence: z.string(),
  findings: z.array(Finding).readonly(),
}).meta({
  id: "PublishedReport",
  description: "一份年度报告的全部内容",
  examples: [
    {
      organ: { slug: "yunxi-jiaoyu", name: "云溪县教育局", level: "county", regions: ["示例省", "云溪市（虚构）", "云溪县（虚构）"] },
      publishedOn: "2025-01-20",
      recordedAt: "2025-01-20T09:00:00+08:00",
      source: "云溪县教育局",
      report: {
        edition: "2021",
        year: 2024,
        agency: "云溪县教育局",
        title: "云溪县教育局2024年政府信息公开工作年度报告",
        sections: { overview: "……", problems: "……", other: "……" },
        cells: { "t3.new.natural": 7, "t4.reconsideration.upheld": null },
        states: { "t3.new.natural": "seen", "t4.reconsideration.upheld": "blank" },
        sources: {},
      },
      hash: "0f1e2d…",
      licence: "……",
      findings: [],
    },
  ],
});

export const Series = z
  .object({
    organ: Organ,
    years: z.array(z.object({ year: z.int(), edition: z.enum(["2019", "2021"]) })).readonly(),
    cells: z
      .array(z.object({ cell: z.string(), name: z.string(), values: z.array(z.number().nullable()).readonly() }))
      .readonly()
      .describe("每个单元格各年的数值，顺序与 years 相同；该年没有这一格或没有数值的为 null"),
    licence: z.string(),
  })
  .meta({
    id: "ReportSeries",
    description: "一个机关历年数据",
    examples: [
      {
        organ: { slug: "yunxi-jiaoyu", name: "云溪县教育局", level: "county", regions: ["示例省"] },
        years: [
          { year: 2023, edition: "2021" },
          { year: 2024, edition: "2021" },
        ],
        cells: [{ cell: "t3.new.total", name: "表三“一、本年新收政府信息公开申请数量”·总计", values: [12, 15] }],
        licence: "……",
      },
    ],
  });

export const OrganParams = z.object({ organ: Slug });
export const ReportParams = z.object({ organ: Slug, year: Year });

export const NotFound = z
  .object({
    status: z.literal(404),
    error: z.literal("not-found"),
    message: z.string(),
    requestId: z.string(),
    suggestions: z.array(z.object({ name: z.string(), url: z.string() })).readonly(),
  })
  .meta({
    id: "ReportNotFound",
    description: "没有这个机关或这一年度的报告；附名称相近的机关",
    examples: [
      {
        status: 404,
        error: "not-found",
        message: "年报库里没有这个机关。",
        requestId: "…",
        suggestions: [{ name: "云溪县教育局", url: "/api/v1/reports?organ=yunxi-jiaoyu" }],
      },
    ],
  });
