import { z } from "zod";

export const FiguresParams = z.object({ agency: z.string(), year: z.coerce.number().int().min(2008).max(2200) });

const Difference = z.object({ cell: z.string(), published: z.number(), now: z.number() });

/** GET /agencies/:agency/figures/:year */
export const YearFigures = z
  .object({
    year: z.int(),
    edition: z.enum(["2019", "2021"]),
    cells: z.record(z.string(), z.number()).describe("表三、表四的全部单元格，由案件推算"),
    snapshot: z
      .object({
        takenAt: z.string(),
        version: z.int(),
        cells: z.record(z.string(), z.number()),
        differences: z.array(Difference).readonly().describe("公布之后补记的案件使数字发生的变化"),
      })
      .nullable()
      .describe("公布时的数字；尚未公布的为 null"),
    carriedIn: z
      .object({ expected: z.number(), actual: z.number(), from: z.enum(["snapshot", "cases"]), agrees: z.boolean() })
      .describe("上年结转与上一年度结转下年度继续办理是否一致"),
    byMonth: z.array(z.object({ month: z.int(), received: z.int(), answered: z.int() })).readonly(),
    onTime: z.object({ answered: z.int(), late: z.int(), averageDays: z.number().nullable() }),
    byHandler: z
      .array(
        z.object({
          id: z.string().nullable().describe("承办人；null 为没有交办的"),
          name: z.string(),
          received: z.int().describe("本年度收到的"),
          open: z.int().describe("现在尚未答复的"),
          overdue: z.int().describe("其中已经逾期的"),
          answered: z.int().describe("本年度答复的"),
          late: z.int(),
          averageDays: z.number().nullable(),
        }),
      )
      .readonly()
      .describe("各承办人的办理情况"),
    others: z.record(z.string(), z.number().nullable()).describe("其他表中已知的单元格，如表二第（一）项规范性文件"),
  })
  .meta({ id: "YearFigures", description: "一个年度的申请和复议诉讼数字" });
export type YearFigures = z.infer<typeof YearFigures>;

/** POST …/snapshot; version 0 for the first. */
export const TakeSnapshot = z.strictObject({ version: z.int().min(0) }).meta({ id: "TakeSnapshot" });
export type TakeSnapshot = z.infer<typeof TakeSnapshot>;
export const SnapshotTaken = z.object({ version: z.int() }).meta({ id: "SnapshotTaken" });

const Finding = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "notice"]),
  cells: z.array(z.string()).readonly(),
  expected: z.number().optional(),
  actual: z.number().optional(),
  difference: z.number().optional(),
  message: z.string(),
  advice: z.string(),
});

/** GET …/report: the draft of the annual report as far as the ledger knows it, in the shape of `gongkai report read --json`. */
export const DraftReport = z
  .object({
    edition: z.enum(["2019", "2021"]),
    year: z.int(),
    agency: z.string(),
    title: z.string(),
    sections: z.object({ overview: z.string().nullable(), problems: z.string().nullable(), other: z.string().nullable() }),
    cells: z.record(z.string(), z.number().nullable()),
    states: z.record(z.string(), z.enum(["seen", "blank", "absent", "ambiguous"])),
    sources: z.record(z.string(), z.never()),
    findings: z.array(Finding).readonly(),
  })
  .meta({ id: "DraftReport", description: "年度报告草稿" });
export type DraftReport = z.infer<typeof DraftReport>;

/** GET /agencies/:agency/region-figures/:year: the organ and those below it, cell by cell. */
export const RegionFigures = z
  .object({
    year: z.int(),
    edition: z.enum(["2019", "2021"]),
    cells: z.record(z.string(), z.number()),
    organs: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          received: z.number(),
          answered: z.number(),
          carriedOut: z.number(),
          overdue: z.number(),
          isPublished: z.boolean(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "RegionFigures", description: "所辖机关的数字合计" });
export type RegionFigures = z.infer<typeof RegionFigures>;
