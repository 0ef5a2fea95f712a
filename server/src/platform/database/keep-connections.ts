import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** Kept at hand at one time; more work at once than this goes to the pool. */
const MOST_KEPT = 3;
/** How long those at hand are kept from everyone else who asks the pool. */
const KEPT_MILLISECONDS = 100;

/**
 * The pool as Kysely asks it, with the connections given back last at hand for the next query: finding one in pg's pool, with
 * its timers and listeners for each time, costs a short query as much again. Given back to the pool within a tenth of a second,
 * and at once where somebody waits for one.
 */
export function keepConnections(pool: pg.Pool): PostgresPool {
  const kept: pg.PoolClient[] = [];
  const releases = new WeakMap<pg.PoolClient, pg.PoolClient["release"]>();
  const lost = new WeakSet<pg.PoolClient>();
  let timer: NodeJS.Timeout | undefined;

  const letGo = (client: pg.PoolClient, fault?: Error | boolean): void => {
    const release = releases.get(client);
    releases.delete(client);
    release?.(fault === undefined || fault === false ? lost.has(client) : fault);
  };
  const letAllGo = (): void => {
    timer = undefined;
    for (const client of kept.splice(0)) letGo(client);
  };
  const giveBack = (client: pg.PoolClient, fault?: Error | boolean): void => {
    const isSound = (fault === undefined || fault === false) && !lost.has(client) && !kept.includes(client);
    if (!isSound || pool.waitingCount > 0 || pool.ending || kept.length >= MOST_KEPT) return letGo(client, fault);
    kept.push(client);
    timer ??= setTimeout(letAllGo, KEPT_MILLISECONDS).unref();
  };
  const take = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    if (!watched.has(client)) {
      watched.add(client);
      client.once("end", () => {
        lost.add(client);
        const at = kept.indexOf(client);
        if (at === -1) return; // in use: whoever uses it is told by its query, and gives it back
        kept.splice(at, 1);
        letGo(client);
      });
    }
    releases.set(client, client.release.bind(client));
    client.release = (fault) => giveBack(client, fault);
    return client as unknown as PostgresPoolClient; // pg's own; Kysely describes the part of it that it uses
  };
  const watched = new WeakSet<pg.PoolClient>();

  return {
    connect: () => {
      const client = kept.pop();
      return client === undefined ? take() : Promise.resolve(client as unknown as PostgresPoolClient); // as above
    },
    end: async () => {
      clearTimeout(timer);
      letAllGo();
      await pool.end();
    },
    options: pool.options,
  } as PostgresPool;
}
