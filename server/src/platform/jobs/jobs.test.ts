import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { stoppedClock } from "../clock.ts";
import { aDatabase } from "../database/testing.ts";
import { createLog } from "../log.ts";
import { addJob } from "./add-job.ts";
import { cronPattern, describeSchedule } from "./cron-item.ts";
import { type Job, JobFailed } from "./job.ts";
import { clearFailedJobs, listJobs } from "./list-jobs.ts";
import { prepareJobs, startJobs } from "./start-jobs.ts";

const { db, pool, url } = await aDatabase();
const lines: string[] = [];
const log = createLog({
  level: "info",
  clock: stoppedClock("2026-03-02T01:30:00.000Z"),
  inWords: false,
  to: { write: (line) => void lines.push(line) },
});
await prepareJobs({ pool }, log);

async function start(jobs: readonly Job<Record<string, never>>[], lookEvery?: number) {
  const running = await startJobs({ database: { pool }, log, jobs, needs: {}, ...(lookEvery === undefined ? {} : { lookEvery }) });
  onTestFinished(() => running.stop());
  return running;
}

/** Waits for a number of calls, without a clock of its own: the test's limit is the limit. */
function counter() {
  const calls: unknown[] = [];
  let wake = (): void => {};
  return {
    calls,
    call: (value: unknown) => {
      calls.push(value);
      wake();
    },
    async reach(count: number) {
      while (calls.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

describe("jobs in the database", () => {
  test("two workers on one database run each job once", async () => {
    const done = counter();
    const job = { name: "test:once", title: "", run: async (payload: unknown) => done.call((payload as { n: number }).n) };
    await start([job]);
    await start([job]);
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    for (const n of numbers) await addJob(db, { name: "test:once", payload: { n } });
    await addJob(db, { name: "test:once", payload: { n: 40 }, queue: "last" });
    await done.reach(41);
    expect(done.calls.toSorted((one, other) => Number(one) - Number(other))).toEqual([...numbers, 40]);
  });

  test("a job queued in a transaction that is rolled back never runs", async () => {
    const done = counter();
    await start([{ name: "test:rolled-back", title: "", run: async (payload) => done.call(payload) }]);
    await db
      .transaction()
      .execute(async (tx) => {
        await addJob(tx, { name: "test:rolled-back", payload: "never" });
        throw new Error("roll back");
      })
      .catch(() => {});
    await addJob(db, { name: "test:rolled-back", payload: "yes" });
    await done.reach(1);
    expect(done.calls).toEqual(["yes"]);
  });

  test("a job for the start runs when a server starts, and once for two at the same time", async () => {
    const done = counter();
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const blocker: Job<Record<string, never>> = { name: "test:blocker", title: "", run: () => gate };
    const job: Job<Record<string, never>> = { name: "test:start", title: "", atStart: true, run: async () => done.call("started") };
    for (let n = 0; n < 4; n++) await addJob(db, { name: "test:blocker" }); // both workers are busy with these, two each
    await start([blocker, job]);
    await start([blocker, job]);
    open();
    await done.reach(1);
    expect(done.calls).toEqual(["started"]);
  });

  test("the job of a killed process is run by another", async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "testing/worker-that-hangs.ts"), url], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    await addJob(db, { name: "test:survives", payload: { n: 1 }, queue: "test:survives" });
    await once(createInterface({ input: child.stdout }), "line"); // it has begun
    child.kill("SIGKILL");
    await once(child, "exit");
    const done = counter();
    await start([{ name: "test:survives", title: "", run: async (_payload, _needs, { attempt }) => done.call(attempt) }], 50);
    await done.reach(1);
    expect(done.calls).toEqual([2]);
    await expect.poll(() => lines.some((line) => line.includes("freed the jobs"))).toBe(true);
  });

  test("stops in order: the running job is told, and finishes", async () => {
    const begun = counter();
    const ended = counter();
    const running = await startJobs({
      database: { pool },
      log,
      needs: {},
      jobs: [
        {
          name: "test:long",
          title: "",
          run: async (_payload, _needs, { signal }) => {
            begun.call(1);
            if (!signal.aborted) await once(signal, "abort");
            ended.call(1);
          },
        },
      ],
    });
    await addJob(db, { name: "test:long" });
    await begun.reach(1);
    await running.stop();
    expect(ended.calls).toEqual([1]);
    expect((await listJobs(db)).filter(({ name }) => name === "test:long")).toEqual([]);
  });

  test("goes on after all its connections were cut", async () => {
    const done = counter();
    await start([{ name: "test:cut", title: "", run: async (payload) => done.call(payload) }]);
    await addJob(db, { name: "test:cut", payload: "before" });
    await done.reach(1);
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gongkai jobs' and datname = current_database()",
    );
    await addJob(db, { name: "test:cut", payload: "after" });
    await done.reach(2);
    expect(done.calls).toEqual(["before", "after"]);
  });
});

describe("jobs that fail", () => {
  test("are tried again, later each time; given up, they are listed with the reason", async () => {
    const tried = counter();
    await start([
      {
        name: "test:fails",
        title: "",
        run: async (_payload, _needs, { attempt }) => {
          tried.call(attempt);
          throw new JobFailed("邮件服务器没有应答。");
        },
      },
    ]);
    await addJob(db, { name: "test:fails", tries: 2 });
    await tried.reach(1);
    const find = async () => (await listJobs(db)).find(({ name }) => name === "test:fails");
    await expect.poll(async () => (await find())?.state).toBe("retrying");
    const waiting = await find();
    expect(Date.parse(waiting?.dueAt ?? "")).toBeGreaterThan(Date.parse(waiting?.queuedAt ?? ""));
    await tried.reach(2);
    await expect.poll(find).toMatchObject({ state: "failed", attempts: 2, tries: 2, reason: "邮件服务器没有应答。" });
    expect((await listJobs(db))[0]?.name).toBe("test:fails");
    expect(await clearFailedJobs(db, "2000-01-01T00:00:00.000Z")).toBe(0);
    expect(await clearFailedJobs(db, "2100-01-01T00:00:00.000Z")).toBe(1);
  });

  test("leave no personal data in the queue or the log", async () => {
    await start([
      {
        name: "test:leaks",
        title: "",
        run: async () => {
          throw Object.assign(new TypeError("cannot read 身份证 110101199001011234"), { code: "22P02" });
        },
      },
    ]);
    await addJob(db, { name: "test:leaks", tries: 1 });
    const find = async () => (await listJobs(db)).find(({ name }) => name === "test:leaks");
    await expect.poll(async () => (await find())?.state).toBe("failed");
    expect((await find())?.reason).toMatch(/^TypeError 22P02 at server\/src\/platform\/jobs\/jobs\.test\.ts:\d+$/);
    expect(lines.join("")).toContain("job given up");
    expect(lines.join("")).not.toContain("110101199001011234");
  });
});

test("a schedule is said in the time of Beijing and kept in UTC", () => {
  expect([
    cronPattern({ every: "day", at: "00:20" }),
    cronPattern({ every: "day", at: "08:05" }),
    cronPattern({ every: "hour", minute: 7 }),
  ]).toEqual(["20 16 * * *", "5 0 * * *", "7 * * * *"]);
  expect(() => cronPattern({ every: "day", at: "24:00" })).toThrow(RangeError);
  expect(describeSchedule({ every: "day", at: "00:20" })).toBe("每日 00:20");
});

test("in a database without a queue nothing is queued, and nothing fails", async () => {
  const fresh = await aDatabase();
  expect(await addJob(fresh.db, { name: "test:none" })).toBe(false);
  expect(await listJobs(fresh.db)).toEqual([]);
});
