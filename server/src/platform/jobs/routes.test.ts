import { expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../../accounts/testing.ts";
import { aDatabase } from "../database/testing.ts";
import { createLog } from "../log.ts";
import { addJob } from "./add-job.ts";
import { type Job, JobFailed } from "./job.ts";
import { jobRoutes } from "./routes.ts";
import type { JobList } from "./schema.ts";
import { prepareJobs, startJobs } from "./start-jobs.ts";

const { db, pool } = await aDatabase();
const ledger = aLedger(db);
const region = await aRegion(ledger);
const jobs: readonly Job<unknown>[] = [
  {
    name: "test:fails",
    title: "总是失败",
    schedule: { every: "day", at: "00:20" },
    run: async () => {
      throw new JobFailed("邮件服务器没有应答。");
    },
  },
];
const app = await anOfficeApp(ledger, { slices: [(on) => jobRoutes(on, { db, jobs })] });

test("the administrators of the installation see what was given up and why, and what runs when", async () => {
  const log = createLog({ level: "silent", clock: ledger.clock, inWords: false });
  await prepareJobs({ pool }, log);
  await addJob(db, { name: "test:fails", tries: 1 });
  const headers = await signInAs(ledger, region.platformAdministrator);
  const list = async () => (await app.inject({ url: "/api/v1/jobs", headers })).json<JobList>();
  expect(await list()).toMatchObject({ jobs: [{ state: "waiting" }], kinds: [{ name: "test:fails", schedule: "每日 00:20" }] });
  const running = await startJobs({ database: { pool }, log, jobs, needs: undefined });
  await expect
    .poll(list)
    .toMatchObject({ jobs: [{ name: "test:fails", title: "总是失败", state: "failed", attempts: 1, reason: "邮件服务器没有应答。" }] });
  await running.stop();
});

test("nobody else sees them", async () => {
  const asked = async (person: typeof region.deputy) =>
    (await app.inject({ url: "/api/v1/jobs", headers: await signInAs(ledger, person) })).statusCode;
  expect([await asked(region.countyAdministrator), await asked(region.staff.administrator)]).toEqual([403, 403]);
  expect((await app.inject({ url: "/api/v1/jobs" })).statusCode).toBe(401);
});
