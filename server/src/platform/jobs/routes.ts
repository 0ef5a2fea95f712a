import type { Queryable } from "../database/open-database.ts";
import type { App } from "../http.ts";
import { describeSchedule } from "./cron-item.ts";
import type { Job } from "./job.ts";
import { listJobs } from "./list-jobs.ts";
import { JobList } from "./schema.ts";

/** What the administrator of the installation sees of the jobs: those given up or failing with the reason, and what runs when. */
export function jobRoutes(app: App, { db, jobs }: { readonly db: Queryable; readonly jobs: readonly Job<never>[] }): void {
  const kinds = jobs.map(({ name, title, schedule }) => ({
    name,
    title,
    schedule: schedule === undefined ? null : describeSchedule(schedule),
  }));
  const titles = new Map(jobs.map(({ name, title }) => [name, title]));
  app.get(
    "/api/v1/jobs",
    {
      config: { audience: "platform" },
      schema: {
        tags: ["后台任务"],
        summary: "后台任务及其失败原因",
        description: "已放弃的任务在前，其后为失败后将再试的、等待和运行中的任务；最多500条。完成的任务不再列出。",
        response: { 200: JobList },
      },
    },
    async () => ({ jobs: (await listJobs(db)).map((job) => ({ ...job, title: titles.get(job.name) ?? job.name })), kinds }),
  );
}
