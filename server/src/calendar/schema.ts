import { isPlainDate } from "@gongkai/statute";
import { z } from "zod";

const DayText = z.string().refine(isPlainDate).describe("日期，如 2027-01-01");
const DayTable = z.record(z.string().max(10), z.string().trim().max(40));

/** The days of a year as its notice fixes them; statute looks at it more closely, and says in Chinese what is wrong. */
export const CalendarContent = z
  .strictObject({
    year: z.int().min(2000).max(2199),
    notices: z
      .array(z.strictObject({ title: z.string().trim().min(1).max(200), number: z.string().trim().max(60), publishedOn: DayText }))
      .max(5)
      .describe("所依据的通知：标题、文号、发布日期"),
    holidays: DayTable.describe("放假日，日期到节日名称"),
    workDays: DayTable.describe("调休上班的周六、周日，日期到所调休的节日名称"),
  })
  .meta({ id: "CalendarContent", description: "一年的放假安排" });
export type CalendarContent = z.infer<typeof CalendarContent>;

export const CalendarYearEntry = z
  .object({
    year: z.int(),
    source: z.enum(["official", "installation"]).describe("official 随程序提供；installation 由管理员录入，优先采用"),
    content: z.object({
      year: z.int(),
      notices: z.array(z.object({ title: z.string(), number: z.string(), publishedOn: z.string() })).readonly(),
      holidays: z.record(z.string(), z.string()),
      workDays: z.record(z.string(), z.string()),
    }),
    version: z.int().describe("修改时须带上；随程序提供、未经修改的为 0"),
  })
  .meta({ id: "CalendarYear" });
export type CalendarYearEntry = z.infer<typeof CalendarYearEntry>;

/** GET /api/v1/calendar */
export const CalendarYearList = z
  .object({ years: z.array(CalendarYearEntry).readonly().describe("放假安排已知的年份，先近后远") })
  .meta({ id: "CalendarYearList" });
export type CalendarYearList = z.infer<typeof CalendarYearList>;

export const CalendarYearParams = z.object({ year: z.coerce.number().int().min(2000).max(2199) });

/** PUT /api/v1/calendar/:year */
export const SetCalendarYear = z
  .strictObject({ content: CalendarContent, version: z.int().min(0).describe("修改前看到的版本号；新的年份为 0") })
  .meta({ id: "SetCalendarYear" });
export type SetCalendarYear = z.infer<typeof SetCalendarYear>;

/** POST /api/v1/calendar/:year/preview */
export const PreviewCalendarYear = z.strictObject({ content: CalendarContent }).meta({ id: "PreviewCalendarYear" });
export type PreviewCalendarYear = z.infer<typeof PreviewCalendarYear>;

const ChangedDay = z.object({ date: z.string(), before: z.string(), after: z.string() }).describe("哪一天由什么变为什么");

export const CalendarPreview = z
  .object({
    days: z.array(ChangedDay).readonly().describe("上班与放假有变化的日子"),
    warnings: z.array(z.string()).readonly().describe("请再核对的地方；不妨碍保存"),
    moved: z.int().describe("期限有变化的共有几项"),
    limits: z
      .array(
        z.object({
          agency: z.object({ code: z.string(), name: z.string() }),
          name: z.string().describe("哪一件，如 依申请公开 2026-0007"),
          rule: z.string().describe("哪一种期限"),
          cites: z.string(),
          from: z.string().nullable().describe("现在的期限；目前不在计算中的为 null"),
          to: z.string().nullable().describe("采用后的期限"),
        }),
      )
      .readonly()
      .describe("最多列出 200 项"),
  })
  .meta({ id: "CalendarPreview", description: "采用这份放假安排会改变什么；未保存" });
export type CalendarPreview = z.infer<typeof CalendarPreview>;
