import { CompiledQuery } from "kysely";
import type pg from "pg";
import type { Queryable } from "./open-database.ts";

/** Asks on few connections that are not given back after every question. */
export interface KeyReader {
  readonly read: (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly close: () => void;
}

/** Connections asked in turn: one that waits for the disk does not hold up all others. */
const LANES = 2;
/** A connection nobody has asked for so long goes back to the pool. */
const IDLE_MILLISECONDS = 1_000;

interface Lane {
  /** Being taken from the pool, or held. */
  client: Promise<pg.PoolClient> | undefined;
  /** Settled when the last question that stands in line is answered. */
  last: Promise<unknown>;
  giveBack: () => void;
  waiting: number;
  /** Was asked since the timer last looked. */
  isUsed: boolean;
}

const readers = new WeakMap<Queryable, KeyReader>();

/** Lets {@link readByKey} ask this database on connections of its own from the pool. */
export function keepKeyReader(db: Queryable, pool: pg.Pool): KeyReader {
  const reader = openKeyReader(pool);
  readers.set(db, reader);
  return reader;
}

/**
 * Reads a few rows by their key, with a statement that is always the same text and is prepared under it. Many such questions at
 * once stand in line on one connection and are sent the moment the one before is answered, so that PostgreSQL works while we
 * do: half of what a connection from the pool costs for each. In a transaction it is a query like any other.
 *
 * The text begins with the words by which `prepareWrites` knows a statement that reads by key.
 */
export async function readByKey<Row>(db: Queryable, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  const reader = readers.get(db);
  if (reader !== undefined) return (await reader.read(text, values)) as readonly Row[]; // as the caller wrote the text
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
  return rows as readonly Row[]; // as above
}

function openKeyReader(pool: pg.Pool): KeyReader {
  const lanes: readonly Lane[] = Array.from({ length: LANES }, () => ({
    client: undefined,
    last: Promise.resolve(),
    giveBack: () => {},
    waiting: 0,
    isUsed: false,
  }));
  return {
    async read(text, values) {
      const lane = lanes.reduce((best, one) => (one.waiting < best.waiting ? one : best));
      lane.waiting += 1;
      lane.isUsed = true;
      const answered = lane.last.then(async () => {
        const client = await (lane.client ??= take(pool, lane));
        return client.query<pg.QueryResultRow>(text, values as unknown[]); // pg changes nothing in it
      });
      // Comes before whatever is done with the answer: the next question goes out first.
      lane.last = answered.then(
        () => (lane.waiting -= 1),
        () => (lane.waiting -= 1),
      );
      return (await answered).rows;
    },
    close() {
      for (const lane of lanes) lane.giveBack();
    },
  };
}

async function take(pool: pg.Pool, lane: Lane): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    const giveBack = (isLost: boolean): void => {
      clearInterval(timer);
      client.off("end", lose);
      lane.client = undefined;
      lane.giveBack = () => {};
      client.release(isLost);
    };
    const lose = (): void => giveBack(true); // those who wait are told by their queries; the next takes another
    const timer = setInterval(() => {
      if (lane.isUsed || lane.waiting > 0) lane.isUsed = false;
      else giveBack(false);
    }, IDLE_MILLISECONDS).unref();
    lane.giveBack = () => giveBack(false);
    client.once("end", lose);
    return client;
  } catch (fault) {
    lane.client = undefined;
    throw fault;
  }
}
