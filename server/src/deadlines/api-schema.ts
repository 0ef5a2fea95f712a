import { LONGEST_LIMIT } from "@gongkai/statute";
import { z } from "zod";

const PlainDate = z.iso.date().describe("日期，YYYY-MM-DD");

export const DeadlineQuery = z.object({
  from: PlainDate.describe("起算日，当日不计，次一工作日为第1日；1900 至 2199 年"),
  workingDays: z.coerce.number().int().min(1).max(LONGEST_LIMIT).describe("工作日数"),
});

const Day = z.object({
  date: z.string(),
  counts: z.boolean().describe("是否计入期限"),
  reason: z.string().describe("计或不计的原因，例如“周六，春节调休上班”"),
});

export const DeadlineAnswer = z
  .object({
    from: z.string(),
    workingDays: z.int(),
    on: z.string().describe("期限届满之日"),
    provisional: z.boolean().describe("跨入放假安排尚未公布的年份，结果暂定"),
    days: z.array(Day).readonly(),
  })
  .meta({
    id: "Deadline",
    description: "工作日期限及逐日说明",
    examples: [
      {
        from: "2026-02-12",
        workingDays: 2,
        on: "2026-02-14",
        provisional: false,
        days: [
          { date: "2026-02-13", counts: true, reason: "周五，工作日" },
          { date: "2026-02-14", counts: true, reason: "周六，春节调休上班" },
        ],
      },
    ],
  });

export const CaseStatusQuery = z.object({
  on: PlainDate.optional().describe("按哪一天计算；不填为今天（北京时间）"),
  days: z.enum(["true", "false"]).optional().describe("true：附从提交到期限届满的每一天（十年以内）"),
  acts: z.enum(["true", "false"]).optional().describe("true：附可以办理和不能办理的事项、由谁办理、对期限的影响"),
});

export const CaseStatusBody = z
  .union([z.looseObject({}), z.array(z.looseObject({})).min(1).max(200)])
  .describe("一个案件，或者案件的数组（最多 200 件，每件最多 500 个事项），格式与 gongkai case status 的案件文件相同");

const Remark = z.object({ code: z.string(), text: z.string(), cites: z.string() });

export const CaseStatusAnswer = z
  .object({
    state: z.string(),
    receivedOn: z.string().nullable(),
    dueOn: z.string().nullable().describe("答复期限；当前不计算期限的为 null"),
    provisional: z.boolean(),
    usedDays: z.int(),
    leftDays: z.int().nullable(),
    overdue: z.boolean(),
    outcome: z.string().nullable(),
    row: z.string().nullable().describe("年度报告表三的行"),
    next: z.array(z.string()).readonly().describe("接着可以发生的事项"),
    because: z.array(z.object({ rule: z.string(), cites: z.string(), text: z.string() })).readonly(),
    irregularities: z
      .array(z.object({ type: z.string(), on: z.string(), problem: z.string(), effect: z.enum(["none", "recorded"]), message: z.string() }))
      .readonly()
      .describe("依法不能成立（none）或者不合规（recorded）的事项"),
    days: z.array(Day).readonly().optional(),
    acts: z
      .array(
        z.object({
          act: z.string(),
          label: z.string(),
          by: z.array(z.string()).readonly(),
          proposedBy: z.string().optional(),
          approvedBy: z.string().optional(),
          permitted: z.boolean(),
          refusal: Remark.optional(),
          warnings: z.array(Remark).readonly(),
          cites: z.string(),
          consequence: z.string(),
        }),
      )
      .readonly()
      .optional(),
  })
  .meta({ id: "CaseStatus", description: "案件的状态、答复期限、下一步和依据" });

export const BadRequest = z
  .object({
    status: z.literal(400),
    error: z.string(),
    message: z.string(),
    requestId: z.string(),
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .readonly()
      .optional(),
  })
  .meta({ id: "DeadlineBadRequest", description: "请求有误，issues 逐条说明" });
