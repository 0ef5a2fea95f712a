import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import pg from "pg";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";
import { connectTo, type Database } from "./open-database.ts";

export interface TestDatabase extends Database {
  /** For a server started as a process of its own, as its DATABASE_URL. */
  readonly url: string;
}

/** Nothing of a test outlives its run, so nothing need reach the disk. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
  max_connections: "300",
};

const MAX_CONNECTIONS = 8;
const LOCK = 4_031_711_202;

/**
 * A migrated database of one's own, dropped when the file (or the test that asked) is through. The server is started by the
 * first who asks in a run; with `TEST_DATABASE_URL` it is that one (its user must be allowed to create databases).
 *
 * @example
 * const { db } = await aDatabase(); // at the top of a test file
 */
export async function aDatabase(): Promise<TestDatabase> {
  return make(await theTemplate());
}

/** A database without any table. */
export async function anEmptyDatabase(): Promise<TestDatabase> {
  return make("template1");
}

async function make(template: string): Promise<TestDatabase> {
  const name = `${inject("testDatabases").prefix}${randomBytes(6).toString("hex")}`;
  const url = await urlOf(name);
  // Copying the files is quicker, as long as nothing has to reach the disk.
  const strategy = inject("testDatabases").url === undefined ? "strategy file_copy" : "";
  await ask(`create database ${name} template ${template} ${strategy}`);
  const drop = () => ask(`drop database if exists ${name} with (force)`);
  const connected = await connectTo({ connectionString: url }, MAX_CONNECTIONS, drop);
  if (!connected.ok) throw new Error(connected.message);
  const { db, pool } = connected.value;
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= connected.value.close());
  if (expect.getState().currentTestName === undefined) afterAll(close);
  else onTestFinished(close);
  return { db, pool, url, close };
}

/** The migrated database all others are copied from, made by whoever comes first. */
function theTemplate(): Promise<string> {
  template ??= makeTemplate();
  return template;
}
let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const name = `${inject("testDatabases").prefix}template`;
  const client = await openMaintenance();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rows.length > 0) return name;
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new`);
    const connected = await connectTo({ connectionString: await urlOf(`${name}_new`) }, 1, async () => {});
    if (!connected.ok) throw new Error(connected.message);
    try {
      await migrate(connected.value);
    } finally {
      await connected.value.close();
    }
    await client.query(`alter database ${name}_new rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function ask(statement: string): Promise<void> {
  const client = await openMaintenance();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openMaintenance(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await urlOf(undefined) });
  client.on("error", () => {}); // its next query fails, which is enough
  await client.connect();
  return client;
}

/** Address of a database on the server of this run; of the one to ask for others, when no name is given. */
async function urlOf(name: string | undefined): Promise<string> {
  server ??= startServer();
  const url = await server;
  return name === undefined ? url : url.replace(/(^postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${name}`);
}
let server: Promise<string> | undefined;

/** Never stopped from here: other files may be using it. The run's end does (testing-setup.ts). */
async function startServer(): Promise<string> {
  const { folder, url } = inject("testDatabases");
  if (url !== undefined) return url;
  const started = await startEmbedded({ dataDir: folder, settings: FAST });
  if (!started.ok) throw new Error(started.message);
  const { host = "", port = 0, user = userInfo().username, database = "" } = started.value.connection;
  return `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`;
}
