import { sql } from "kysely";
import type pg from "pg";
import type { Database, Queryable } from "../../platform/database/open-database.ts";
import type { Logger } from "../../platform/log.ts";

/** What this process knows about changes of what is public, whoever made them. */
export interface ItemsWatch {
  /**
   * Names the state of one organ's public items, guide, systems and catalogue; without a number, of all organs'. The same
   * name, nothing has changed. While nobody listens every name is new, so that nothing is answered from memory.
   */
  readonly version: (agencyId?: number) => string;
  close(): Promise<void>;
}

const CHANNEL = "gongkai_items";
/** How often the connection that listens is asked whether it still stands. */
const LOOK_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 3_000;
/** Names of organs and reports change without a word; after this long they are read again. */
const AGE_MILLISECONDS = 60_000;

/** Tells all processes, when the transaction commits, that what is public of this organ has changed: an item, its guide, a system, its catalogue. */
export async function notifyItemsChanged(tx: Queryable, agencyId: number): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${String(agencyId)})`.execute(tx);
}

/** Hears of every change in any process; `notifyItemsChanged` tells. */
export async function watchItems({ pool }: Pick<Database, "pool">, log: Pick<Logger, "warn">): Promise<ItemsWatch> {
  let client: pg.PoolClient | undefined;
  let closed = false;
  let count = 0;
  const latest = new Map<number, number>();
  let all = 0;
  let epoch = 0;

  const lose = (made: pg.PoolClient): void => {
    if (client !== made) return;
    client = undefined;
    made.release(true);
  };
  const hear = ({ payload = "" }: pg.Notification): void => {
    count += 1;
    all = count;
    const agencyId = Number(payload);
    if (payload !== "" && Number.isSafeInteger(agencyId)) latest.set(agencyId, count);
    else epoch += 1; // of whom, it does not say
  };
  const listen = async (): Promise<void> => {
    const made = await pool.connect();
    made.once("error", () => lose(made)).once("end", () => lose(made));
    made.on("notification", hear);
    await made.query(`listen ${CHANNEL}`);
    if (closed) {
      made.release(true);
      return;
    }
    forget(); // what was told while nobody listened
    client = made;
  };
  const forget = (): void => {
    count += 1;
    epoch += 1;
  };
  const look = async (): Promise<void> => {
    const known = client;
    if (closed) return;
    if (known === undefined) return listen();
    const isThere = await Promise.race([
      known.query("select 1").then(
        () => true,
        () => false,
      ),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), ANSWER_MILLISECONDS).unref()),
    ]);
    if (!isThere) lose(known);
  };
  await listen();
  const timers = [
    setInterval(() => {
      look().catch(() => log.warn("nobody listens for changes of public items; pages are made anew for every request"));
    }, LOOK_MILLISECONDS).unref(),
    setInterval(forget, AGE_MILLISECONDS).unref(),
  ];
  return {
    version(agencyId) {
      if (client === undefined) return `unheard ${(count += 1)}`;
      return agencyId === undefined ? `${epoch}.${all}` : `${epoch}.${latest.get(agencyId) ?? 0}`;
    },
    async close() {
      closed = true;
      for (const timer of timers) clearInterval(timer);
      client?.release(true);
      client = undefined;
    },
  };
}

/** For a server without a database: nothing is ever heard, and nothing kept. */
export function deafItemsWatch(): ItemsWatch {
  let count = 0;
  return { version: () => `unheard ${(count += 1)}`, close: async () => {} };
}
