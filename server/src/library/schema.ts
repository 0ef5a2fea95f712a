import { z } from "zod";

/** The levels of administration an organ may stand on, with the office's word for each. */
export const LEVELS = { province: "省级", city: "市级", county: "县级", township: "乡级" } as const;

/** Words that are addresses of the library itself and so cannot be an organ's. */
export const RESERVED_SLUGS: readonly string[] = ["compare", "region", "data", "feed"];

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const Slug = z.string().regex(SLUG).describe("机关在本库网址中的代号，例如 yunxi-jiaoyu");
export const Year = z.coerce.number().int().min(2008).max(2100).describe("报告年度，例如 2024");
export const PlainDate = z.string().regex(PLAIN_DATE).describe("日期，YYYY-MM-DD（北京时间）");

export const Organ = z
  .object({
    slug: Slug,
    name: z.string().min(2).max(100).describe("机关名称"),
    level: z.enum(["province", "city", "county", "township"]).describe("层级：province 省级、city 市级、county 县级、township 乡级"),
    regions: z.array(z.string().min(1).max(30)).min(1).max(5).describe("所在地区，由大到小"),
  })
  .meta({ id: "Organ", description: "发布年度报告的机关" });
export type Organ = Readonly<z.infer<typeof Organ>>;

const Source = z
  .object({ raw: z.string(), start: z.int(), end: z.int() })
  .loose()
  .meta({ id: "PublishedSource", description: "单元格在原文件中的写法和位置" });

export const ReportContent = z
  .object({
    edition: z.enum(["2019", "2021"]).describe("报告格式：2019（国办公开办函〔2019〕60号）或 2021（国办公开办函〔2021〕30号）"),
    year: z.int().min(2008).max(2100).describe("报告年度"),
    agency: z.string().nullable().describe("报告所载机关名称"),
    title: z.string().nullable(),
    sections: z
      .object({ overview: z.string().nullable(), problems: z.string().nullable(), other: z.string().nullable() })
      .describe("三个文字部分：总体情况、存在的主要问题及改进情况、其他需要报告的事项"),
    cells: z.record(z.string(), z.number().nullable()).describe("单元格名称 → 数值；金额单位为万元；null 从不代表 0"),
    states: z
      .record(z.string(), z.enum(["seen", "blank", "absent", "ambiguous"]))
      .describe("单元格名称 → 状态：seen 有数值、blank 空白、absent 没有这一格、ambiguous 无法确定"),
    sources: z.record(z.string(), Source).describe("单元格名称 → 原文；没有原文件的为空对象"),
  })
  .meta({ id: "PublishedReportContent", description: "年度报告的内容" });

/** A report as it is kept and given out: one file of the folder, and what the content hash is taken of. */
export const StoredReport = z
  .object({
    organ: Organ,
    publishedOn: PlainDate.describe("在本库发布的日期"),
    recordedAt: z.iso.datetime({ offset: true }).describe("写入本库的时刻"),
    source: z.string().min(1).max(200).describe("内容来源"),
    note: z.string().max(500).optional().describe("关于本份报告的说明"),
    demo: z
      .enum(["made-up", "excerpt"])
      .optional()
      .describe("示例数据：made-up 机关和数据均为虚构；excerpt 数据摘自真实报告，文字为本库编写"),
    report: ReportContent,
  })
  .meta({ id: "StoredReport", description: "本库中的一份年度报告；正文散列值就是这个对象规范 JSON 的 SHA-256" });
