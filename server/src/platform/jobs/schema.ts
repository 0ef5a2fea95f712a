import { z } from "zod";

export const QueuedJob = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string().describe("做什么"),
    state: z.enum(["waiting", "running", "retrying", "failed"]).describe("等待、运行中、失败后将再试、已放弃"),
    attempts: z.number().int(),
    tries: z.number().int().describe("最多尝试次数"),
    reason: z.string().nullable().describe("最近一次失败的原因，不含个人信息"),
    dueAt: z.string().describe("不早于此时运行"),
    queuedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "QueuedJob" });
export type QueuedJob = z.infer<typeof QueuedJob>;

export const JobList = z
  .object({
    jobs: z.array(QueuedJob).describe("队列中的任务，已放弃的在前；完成的不在其中"),
    kinds: z.array(z.object({ name: z.string(), title: z.string(), schedule: z.string().nullable().describe("何时自动运行（北京时间）") })),
  })
  .meta({ id: "JobList" });
export type JobList = z.infer<typeof JobList>;
