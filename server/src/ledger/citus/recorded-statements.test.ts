import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aDatabase } from "../../platform/database/testing.ts";
import type { SeenQuery } from "../watch-queries.ts";
import { listRefused, type RefusedQuery } from "./list-refused.ts";

/** Written down by `npm run test:distributed`, which alone runs this. */
const folder = process.env["STATEMENTS"] ?? "";

/** Tables of the queue and those a verification makes for itself are not ours to distribute. */
const ELSEWHERE = /relation "(?:gongkai_jobs|pg_temp)\.|schema "gongkai_jobs"/;

test("nothing the server asks in its tests is refused by Citus", async () => {
  const statements = new Map<string, SeenQuery>();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), "utf8").trim().split("\n")) {
      const statement = JSON.parse(line) as SeenQuery; // record-statements.ts wrote it
      statements.set(statement.sql, statement);
    }
  }
  expect(statements.size).toBeGreaterThan(0);
  const { pool } = await aDatabase();
  const refused: RefusedQuery[] = [];
  const unread: string[] = [];
  for (const statement of statements.values()) {
    await listRefused(pool, [statement]).then(
      (found) => refused.push(...found),
      (fault: unknown) => unread.push(`${String(fault)} ${statement.by}`),
    );
  }
  console.log(`${statements.size} statements, ${unread.length} of tables that are not in the schema.`);
  expect(refused).toEqual([]);
  expect(unread.filter((fault) => !ELSEWHERE.test(fault))).toEqual([]);
}, 600_000);
