import { isPlainDate } from "@gongkai/statute";
import { z } from "zod";

const DayText = z.string().refine(isPlainDate).describe("日期，如 2026-03-02");

/** GET /api/v1/agencies/:agency/audit; newest first. */
export const AuditQuery = z.object({
  person: z.uuid().optional().describe("所为或所涉的工作人员"),
  stream: z.string().max(40).optional().describe("事项种类，如 access 登录与访问、post 岗位"),
  type: z.string().max(60).optional().describe("事件种类，如 signedIn"),
  from: DayText.optional().describe("起始日期（北京时间，含当日）"),
  until: DayText.optional().describe("截止日期（北京时间，含当日）"),
  before: z.coerce.number().int().min(1).optional().describe("只列序号小于此的：翻页用上一页的 next"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z
  .object({
    sequence: z.int(),
    at: z.string().describe("记录时刻，UTC"),
    on: z.string().describe("法律上的日期"),
    stream: z.object({ kind: z.string(), id: z.uuid() }),
    type: z.string(),
    words: z.string().describe("事件的中文说法"),
    actor: z.object({
      kind: z.enum(["person", "citizen", "system"]),
      id: z.uuid().nullable(),
      name: z.string().nullable(),
      role: z.string().nullable(),
    }),
    subject: z.string().nullable().describe("所涉的事项：申请的登记编号、信息的索引号"),
    about: z.object({ id: z.uuid(), name: z.string() }).nullable().describe("登录、访问、账号类事件所涉的工作人员"),
    payload: z.record(z.string(), z.json()),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z
  .object({ entries: z.array(AuditEntry).readonly(), next: z.int().nullable().describe("下一页的 before；没有下一页为 null") })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof AuditPage>;
