import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { folderFileStore } from "../platform/files/file-store.ts";
import { aDatabase } from "../platform/database/testing.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { readHistory } from "./read-history.ts";
import { rebuildProjections } from "./rebuild.ts";
import { eraseSealed, openSealed, seal } from "./seal.ts";
import { aLedger, anAgency, CLERK, register, UNITS } from "./testing.ts";
import { runCommand } from "./run-command.ts";
import { verifyFiles } from "./verify-files.ts";
import { verifyKeys } from "./verify-keys.ts";
import { verifyLedger } from "./verify.ts";
import { canWatchQueries, watchQueries } from "./watch-queries.ts";

const database = await aDatabase();
const canWatch = await canWatchQueries(database);
let watched = watchQueries(database);
beforeEach(() => {
  watched = watchQueries(database);
});

describe.runIf(canWatch)("every query of the ledger", () => {
  test("names its organ, or is asked by a function that says it is regional", async () => {
    const agencyId = await anAgency(database);
    const ledger = aLedger(watched);
    await register(ledger, { agencyId, commandKey: "watched-1" });
    await register(ledger, { agencyId, commandKey: "watched-1" });
    const id = randomUUID();
    await runCommand(ledger, { command: "dissolve", agencyId, actor: CLERK }, async (turn) => {
      await turn.append({ kind: "unit", id }, [{ type: "registered", payload: { name: "一科" } }]);
      await turn.append({ kind: "unit", id }, [{ type: "dissolved" }]);
      await turn.append({ kind: "other", id }, [{ type: "seen" }]);
      return { ok: true, value: null };
    });
    await readHistory(watched.db, agencyId, { kind: "unit", id });
    const sealedId = await seal(watched.db, ledger.keys, { agencyId, purpose: "applicant", content: 1, at: ledger.clock.instant() });
    await openSealed(watched.db, ledger.keys, { agencyId, sealedId, purpose: "applicant" });
    await eraseSealed(watched.db, agencyId, sealedId, ledger.clock.instant());
    await verifyLedger(watched.db);
    await verifyKeys(watched.db, ledger.keys);
    await verifyFiles(watched.db, folderFileStore("/nonexistent"));
    await rebuildProjections(watched.db, [UNITS]);
    expect(await watched.listUnnamed()).toEqual([]);
  });
});

describe.runIf(canWatch)("a query that does not name its organ", () => {
  const offences: readonly (readonly [string, string, (db: Queryable) => Promise<unknown>])[] = [
    ["reads a whole table", "event", (db) => db.selectFrom("event").selectAll().execute()],
    [
      "looks for something of whichever organ",
      "post",
      (db) => db.selectFrom("post").selectAll().where("holder_id", "=", randomUUID()).execute(),
    ],
    [
      "changes rows of all organs",
      "message",
      (db) => db.updateTable("message").set({ mail_state: "failed" }).where("mail_state", "=", "waiting").execute(),
    ],
    ["deletes rows of all organs", "unit", (db) => sql`delete from unit where name = ${"没有的科"}`.execute(db)],
    [
      "joins by something else",
      "issued_number",
      (db) => sql`select * from event e join issued_number n on n.stream_id = e.stream_id where e.agency_id = ${1}`.execute(db),
    ],
    [
      "hides in a subquery",
      "event",
      (db) =>
        sql`select name, (select count(*) from event e where e.stream_id = u.unit_id) from unit u where u.agency_id = ${1}`.execute(db),
    ],
    [
      "goes by an organ's code alone",
      "unit",
      (db) => sql`select * from unit join agency using (agency_id) where code = ${"organ-1"}`.execute(db),
    ],
  ];
  test.each(offences)("is found when it %s", async (_how, table, ask) => {
    await ask(watched.db);
    expect(await watched.listUnnamed()).toEqual([expect.objectContaining({ table, by: expect.stringContaining("watch-queries.test.ts") })]);
  });

  const sound: readonly (readonly [string, (db: Queryable) => Promise<unknown>])[] = [
    [
      "joins by the organ too",
      (db) =>
        sql`select * from event e join issued_number n on n.agency_id = e.agency_id and n.stream_id = e.stream_id where e.agency_id = ${1}`.execute(
          db,
        ),
    ],
    ["names several organs", (db) => db.selectFrom("unit").selectAll().where("agency_id", "in", [1, 2]).execute()],
    ["names several organs in one list", (db) => sql`select * from unit where agency_id = any(${[1, 2]}::int[])`.execute(db)],
    ["reads what all organs share", (db) => db.selectFrom("agency").selectAll().execute()],
  ];
  test.each(sound)("is not what it is when it %s", async (_how, ask) => {
    await ask(watched.db);
    expect(await watched.listUnnamed()).toEqual([]);
  });
});
