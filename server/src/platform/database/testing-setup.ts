import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { findPostmaster } from "./embedded/cluster.ts";
import { findProcess } from "./embedded/find-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    testDatabases: {
      /** Where the run's embedded server lives, if a test asks for one. */
      readonly folder: string;
      /** Begins the names of all databases of this run. */
      readonly prefix: string;
      /** TEST_DATABASE_URL: the server to use instead. */
      readonly url: string | undefined;
    };
  }
}

const FOLDER = /^gongkai-test-databases-(\d+)$/;

/** Starts nothing: most test files need no database. Only clears away what a killed run left behind. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid !== undefined && findProcess(Number(pid)) === undefined) await removeServer(join(tmpdir(), name));
  }
  const folder = join(tmpdir(), `gongkai-test-databases-${process.pid}`);
  const prefix = `gongkai_test_${process.pid}_`;
  const url = process.env.TEST_DATABASE_URL || undefined;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  provide("testDatabases", { folder, prefix, url });
  return async () => {
    if (url !== undefined) await dropDatabases(url, prefix);
    await removeServer(folder);
  };
}

/** Without a checkpoint: it is thrown away. */
async function removeServer(folder: string): Promise<void> {
  const postmaster = findPostmaster(join(folder, "postgres"));
  if (postmaster !== undefined) {
    process.kill(postmaster.pid, "SIGQUIT");
    while (findProcess(postmaster.pid) !== undefined) await pause(10);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database where starts_with(datname, $1)", [prefix]);
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
