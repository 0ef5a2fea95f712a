import { EventEmitter } from "node:events";
import { Logger as QueueLogger, parseCronItems, run, type Runner, runMigrations, type Task, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Database } from "../database/open-database.ts";
import type { Logger } from "../log.ts";
import { JOB_SCHEMA } from "./add-job.ts";
import { cronItem } from "./cron-item.ts";
import { explainFailure } from "./explain-failure.ts";
import { type Job, MOST_TRIES } from "./job.ts";
import { keepPresence } from "./presence.ts";

export interface JobsOptions<Needs> {
  readonly database: Pick<Database, "pool">;
  readonly log: Logger;
  readonly jobs: readonly Job<Needs>[];
  /** What the jobs lean on. */
  readonly needs: Needs;
  /** Jobs this process runs at one time; 2 when left out. */
  readonly atOnce?: number;
  /** Milliseconds between two looks for jobs of dead processes. */
  readonly lookEvery?: number;
}

/** The worker of this process. */
export interface RunningJobs {
  /** Takes no new job, waits for those that run, and ends its connections. */
  stop(): Promise<void>;
}

/** How long the worker waits before it begins again after a fault of its own, such as a database that went away. */
const RESTART_MILLISECONDS = 5_000;

/** Makes or updates the queue's own tables. Called after our migrations; `startJobs` calls it too. */
export async function prepareJobs({ pool }: Pick<Database, "pool">, log: Logger): Promise<void> {
  const own = ownPool(pool, 2);
  try {
    await runMigrations({ pgPool: own, schema: JOB_SCHEMA, logger: queueLogger(log) });
  } finally {
    await own.end();
  }
}

/**
 * Begins to run jobs in this process. Several processes on one database share the work: each job is run by one of them, and
 * each hour of a schedule queues it once. What a killed process had begun is run again by another within a minute.
 */
export async function startJobs<Needs>(options: JobsOptions<Needs>): Promise<RunningJobs> {
  const { database, log, atOnce = 2 } = options;
  const pool = ownPool(database.pool, atOnce + 3); // one to listen, one for presence, one to spare
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | undefined = await startWorker(options, pool);
  const watch = (watched: Worker): void => {
    void watched.ended.then(async () => {
      if (stopped) return;
      log.warn("the job worker ended and will begin again");
      await watched.presence.stop();
      worker = undefined;
      timer = setTimeout(restart, RESTART_MILLISECONDS);
    });
  };
  const restart = (): void => {
    startWorker(options, pool).then(
      (made) => {
        worker = made;
        watch(made);
      },
      (fault: unknown) => {
        log.error({ reason: explainFailure(fault) }, "the job worker cannot begin");
        if (!stopped) timer = setTimeout(restart, RESTART_MILLISECONDS);
      },
    );
  };
  watch(worker);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await worker?.runner.stop().catch(() => {}); // it may have ended by itself this moment
      await worker?.presence.stop();
      await pool.end();
    },
  };
}

interface Worker {
  readonly runner: Runner;
  readonly presence: ReturnType<typeof keepPresence>;
  /** Fulfilled when it ends, for whatever reason. */
  readonly ended: Promise<void>;
}

async function startWorker<Needs>({ log, jobs, needs, atOnce = 2, lookEvery }: JobsOptions<Needs>, pool: pg.Pool): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter();
  // Its id alone: the pool is itself a promise, of its end.
  const poolId = new Promise<string>((resolve) => void events.once("pool:create", ({ workerPool }) => resolve(workerPool.id)));
  const runner = await run({
    pgPool: pool,
    schema: JOB_SCHEMA,
    logger: queueLogger(log),
    events,
    concurrency: atOnce,
    noHandleSignals: true, // the server stops it in order
    gracefulShutdownAbortTimeout: 0, // whoever asks to stop tells the running jobs at once
    // Without a batch nobody waits for the note that a job is done: stopping would overtake it, and a cut connection end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(jobs.map((job) => [job.name, toTask(job, needs, log)])),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ name, title, schedule, run: act, tries = MOST_TRIES }) =>
        schedule === undefined ? [] : [cronItem({ name, title, schedule, tries, run: act })],
      ),
    ),
  });
  const ended = runner.promise.catch((fault: unknown) => log.error({ reason: explainFailure(fault) }, "the job worker failed"));
  const presence = keepPresence(pool, await poolId, {
    ...(lookEvery === undefined ? {} : { every: lookEvery }),
    onFreed: (workerIds) => log.warn({ workers: workerIds.length }, "freed the jobs of a worker that is gone"),
  });
  for (const { name, atStart = false, tries = MOST_TRIES } of jobs) {
    if (atStart) await runner.addJob(name, {}, { jobKey: name, queueName: name, maxAttempts: tries });
  }
  return { runner, presence, ended };
}

function toTask<Needs>({ name, run: act, tries = MOST_TRIES }: Job<Needs>, needs: Needs, log: Logger): Task {
  return async (payload, { abortSignal, job }) => {
    try {
      await act(payload, needs, { signal: abortSignal, attempt: job.attempts });
    } catch (fault) {
      const reason = explainFailure(fault);
      const isLast = job.attempts >= job.max_attempts;
      log[isLast ? "error" : "warn"]({ job: name, attempt: job.attempts, of: tries, reason }, isLast ? "job given up" : "job failed");
      throw new Error(reason, { cause: undefined }); // kept by the queue, so nothing else of the fault may be in it
    }
  };
}

/** Connections of the queue's own: it reads instants as pg does, not as our queries do, and must not wait for theirs. */
function ownPool({ options }: pg.Pool, max: number): pg.Pool {
  const pool = new pg.Pool({ ...options, password: options.password, types: pg.types, max, application_name: "gongkai jobs" });
  pool.on("error", () => {}); // an idle connection was lost; the pool makes a new one
  pool.on("connect", (client) => client.on("error", () => {})); // whoever uses it is told by its query
  return pool;
}

/** The queue's own words, of which only warnings and errors matter; its details may hold payloads and are left out. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (meta["failure"] === true) return; // told by the task itself
    if (level === "error" || level === "warning") log.warn(`job queue: ${message.split("\n")[0] ?? ""}`);
    else if (level === "debug") log.trace(`job queue: ${message}`);
  });
}
