import { join } from "node:path";
import { type Ledger, loadSealingKeys } from "./ledger/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Attempt } from "./platform/database/attempt.ts";
import { migrate, MigrationRefused } from "./platform/database/migrate.ts";
import { type Database, openDatabase } from "./platform/database/open-database.ts";
import { PROJECTIONS } from "./projections.ts";
import type { Settings } from "./settings.ts";

export interface OpenLedger {
  readonly ledger: Ledger;
  readonly database: Database;
}

/** Opens the database the settings name, brings it up to date and makes the ledger on it. What an administrator can mend comes back as a sentence. */
export async function openLedger(
  { databaseUrl, dataDir }: Pick<Settings, "databaseUrl" | "dataDir">,
  clock: Clock,
): Promise<Attempt<OpenLedger>> {
  const opened = await openDatabase({ databaseUrl, dataDir });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    await migrate(database);
    const keys = loadSealingKeys(join(dataDir, "keys"));
    return { ok: true, value: { database, ledger: { db: database.db, clock, keys, projections: PROJECTIONS } } };
  } catch (fault) {
    await database.close();
    if (fault instanceof MigrationRefused) return { ok: false, message: fault.message };
    throw fault;
  }
}

/** Where everything is kept: a demonstration never shares a folder with real work. */
export function dataFolder({ dataDir, demo }: Pick<Settings, "dataDir" | "demo">): string {
  return demo ? join(dataDir, "demo") : dataDir;
}
