import { CompiledQuery } from "kysely";
import type pg from "pg";
import { askTogether, type Question } from "./ask-together.ts";
import type { Queryable } from "./open-database.ts";

/** Asks on few connections that are not given back after every question. */
export interface KeyReader {
  readonly read: (text: string, key: Question["key"]) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Connections asked at one time: one that waits for the disk does not hold up all others. */
const LANES = 2;
/** Questions sent together at most: the last of them waits for all others. */
const MOST_TOGETHER = 32;
/** A connection nobody has asked for so long goes back to the pool. */
const IDLE_MILLISECONDS = 1_000;

interface Lane {
  /** Being taken from the pool, or held. */
  client: Promise<pg.PoolClient> | undefined;
  giveBack: () => void;
  /** Questions are on their way. */
  isBusy: boolean;
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
 * Reads what stands under a key, by a statement that is always the same text, and gives at most one row, of one text. Who asks
 * in the same moment, or while others are being answered, is asked for together with them: for us the trip to PostgreSQL is the
 * dearest part of so short a question. In a transaction it is a query like any other.
 *
 * The text begins with the words by which `prepareWrites` knows a statement that reads by key.
 */
export async function readByKey(db: Queryable, text: string, key: Question["key"]): Promise<string | undefined> {
  const reader = readers.get(db);
  if (reader !== undefined) return reader.read(text, key);
  const { rows } = await db.executeQuery<Readonly<Record<string, string>>>(CompiledQuery.raw(text, [...key]));
  return Object.values(rows[0] ?? {})[0];
}

function openKeyReader(pool: pg.Pool): KeyReader {
  const lanes: readonly Lane[] = Array.from({ length: LANES }, () => ({
    client: undefined,
    giveBack: () => {},
    isBusy: false,
    isUsed: false,
  }));
  const waiting: Question[] = [];
  let isAwake = false;

  const send = (): void => {
    isAwake = false;
    for (const lane of lanes) if (!lane.isBusy && waiting.length > 0) void sendOn(lane);
  };
  const sendOn = async (lane: Lane): Promise<void> => {
    let asked = takeAlike(waiting);
    lane.isBusy = true;
    lane.isUsed = true;
    try {
      const client = await (lane.client ??= take(pool, lane));
      while (asked.length > 0) asked = await askTogether(client, asked);
    } catch (fault) {
      for (const { reject } of asked) reject(fault); // no connection was to be had
    }
    lane.isBusy = false;
    send();
  };
  return {
    read: (text, key) =>
      new Promise((resolve, reject) => {
        waiting.push({ text, key, resolve, reject });
        if (isAwake) return;
        isAwake = true;
        setImmediate(send); // together with whoever else is heard in this moment
      }),
    close() {
      for (const lane of lanes) lane.giveBack();
    },
  };
}

/** Takes from those who wait the foremost, and who asks with the same text right behind. */
function takeAlike(waiting: Question[]): readonly Question[] {
  const other = waiting.findIndex(({ text }) => text !== waiting[0]?.text);
  return waiting.splice(0, Math.min(other === -1 ? waiting.length : other, MOST_TOGETHER));
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
    const lose = (): void => giveBack(true); // those who wait are told by their questions; the next takes another
    const timer = setInterval(() => {
      if (lane.isUsed || lane.isBusy) lane.isUsed = false;
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
