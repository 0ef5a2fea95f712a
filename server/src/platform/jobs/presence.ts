import type pg from "pg";
import { JOB_SCHEMA } from "./add-job.ts";

/** How often each process looks for work left by dead ones. A job of a dead process is freed after two looks. */
const LOOK_MILLISECONDS = 15_000;

export interface Presence {
  stop(): Promise<void>;
}

/**
 * Tells the other processes that the worker `workerId` is alive, by a lock of its session that ends with it, and frees the
 * jobs of workers that are not. The queue itself would wait four hours. A worker is taken for dead when its lock was free
 * twice in a row, so that a connection that was lost and made again harms nobody.
 */
export function keepPresence(
  pool: pg.Pool,
  workerId: string,
  { every = LOOK_MILLISECONDS, onFreed }: { readonly every?: number; readonly onFreed: (workerIds: readonly string[]) => void },
): Presence {
  let client: pg.PoolClient | undefined;
  /** Ends the session, and the lock with it. */
  const drop = (): void => {
    client?.release(true);
    client = undefined;
  };
  let missing: ReadonlySet<string> = new Set();
  let stopped = false;

  const connect = async (): Promise<pg.PoolClient> => {
    if (client !== undefined) return client;
    const made = await pool.connect();
    client = made;
    const lost = (): void => {
      if (client === made) drop();
    };
    made.once("error", lost).once("end", lost);
    // Shared: the session of a connection that was lost may hold it a while longer.
    await made.query("select pg_advisory_lock_shared(hashtextextended($1, 0))", [workerId]);
    return made;
  };
  const look = async (): Promise<void> => {
    const own = await connect();
    const { rows } = await own.query<{ locked_by: string }>(
      `select distinct locked_by from ${JOB_SCHEMA}.jobs where locked_by is not null and locked_by <> $1`,
      [workerId],
    );
    const absent: string[] = [];
    for (const { locked_by } of rows) if (await isFree(own, locked_by)) absent.push(locked_by);
    const dead = absent.filter((id) => missing.has(id));
    missing = new Set(absent);
    if (dead.length === 0) return;
    await own.query(`select ${JOB_SCHEMA}.force_unlock_workers($1::text[])`, [dead]);
    await own.query("select pg_notify('jobs:insert', '')"); // wakes the workers: freed jobs are due now
    onFreed(dead);
  };
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const loop = (): void => {
    looking = look()
      .catch(drop) // the next look makes a new connection
      .then(() => {
        if (!stopped) timer = setTimeout(loop, every);
      });
  };
  loop();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      drop();
    },
  };
}

async function isFree(client: pg.PoolClient, workerId: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as free", [workerId]);
  if (rows[0]?.free !== true) return false;
  await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [workerId]);
  return true;
}
