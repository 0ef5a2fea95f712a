import { join } from "node:path";
import { readCalendar } from "./calendar/index.ts";
import { verifyFiles } from "./ledger/verify-files.ts";
import { verifyKeys } from "./ledger/verify-keys.ts";
import { verifyProjections } from "./ledger/verify-projections.ts";
import type { Calendar } from "@gongkai/statute";
import { type Ledger, type LedgerFault, type Projection, readSealingKeys, type Verification, verifyLedger } from "./ledger/index.ts";
import { systemClock } from "./platform/clock.ts";
import { dataFolder } from "./open-ledger.ts";
import type { Attempt } from "./platform/database/attempt.ts";
import { migrate, MigrationRefused, readMigrations } from "./platform/database/migrate.ts";
import { type Database, openDatabase } from "./platform/database/open-database.ts";
import { type FileStore, folderFileStore } from "./platform/files/file-store.ts";
import { listProjections } from "./projections.ts";
import type { Settings } from "./settings.ts";

export { loadItem } from "./portal/disclosures/item-routes.ts";
export { openSite } from "./portal/disclosures/site.ts";
export { regionVerifyFile, regionVerifyText, type Verdict } from "./portal/disclosures/verify-copy.ts";
export { deafItemsWatch, disclosurePortalRoutes } from "./portal/index.ts";
export { announceChange, catchUpIndex, regionFindResults } from "./search/index.ts";
export { addEntry } from "./disclosures/index.ts";
export { writeSheet } from "./platform/write-sheet.ts";
export { folderFileStore } from "./platform/files/file-store.ts";
export { listApplications, ListQuery, loadApplicationPage } from "./applications/index.ts";
export { countTables, regionCountTables } from "./figures/count-tables.ts";
export { cutWords } from "./platform/segment-words.ts";
export { writeBackup } from "./ledger/backup.ts";
export { distributeTables } from "./ledger/distribute.ts";
export { CHAIN_START, hashEvent } from "./ledger/chain.ts";
export { type Ledger, type Projection, rebuildProjections, runCommand, type StoredEvent, verifyLedger } from "./ledger/index.ts";
export { restoreBackup } from "./ledger/restore.ts";
export { openLedger } from "./open-ledger.ts";
export { systemClock } from "./platform/clock.ts";
export {
  createImport,
  exportCases,
  readRegister,
  recordExport,
  REGISTER_REFUSALS,
  runImport,
  startImport,
  tryImport,
  writeRegister,
} from "./registers/index.ts";
export {
  createItemImport,
  ITEM_IMPORT_REFUSALS,
  readHandedIn,
  runItemImport,
  startItemImport,
  tryItemImport,
} from "./item-imports/index.ts";
export type { Database } from "./platform/database/open-database.ts";
export { readSettings, type Settings } from "./settings.ts";

/** What the administrator's commands work on: the same database and folders as the server's. */
export interface Workplace {
  readonly database: Database;
  readonly files: FileStore;
  readonly reportsFolder: string;
  readonly keysFolder: string;
  /** Made-up content, kept apart from real work. */
  readonly isDemo: boolean;
}

/** Opens the database the settings name, as it is: nothing is migrated, no key is made. */
export async function openWorkplace(settings: Pick<Settings, "databaseUrl" | "dataDir" | "demo">): Promise<Attempt<Workplace>> {
  const dataDir = dataFolder(settings);
  const opened = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir, maxConnections: 4 });
  if (!opened.ok) return opened;
  return {
    ok: true,
    value: {
      database: opened.value,
      files: folderFileStore(join(dataDir, "files")),
      reportsFolder: join(dataDir, "reports"),
      keysFolder: join(dataDir, "keys"),
      isDemo: settings.demo,
    },
  };
}

/** Whether the program and the database fit together; work on the tables needs them as the program knows them. */
export async function refuseOutdated({ pool }: Pick<Database, "pool">): Promise<string | undefined> {
  const { rows: exists } = await pool.query("select 1 where to_regclass('schema_migration') is not null");
  if (exists.length === 0)
    return "数据库中还没有本系统的表：请检查 DATABASE_URL 和 DATA_DIR 是否与服务所用的一致；新安装请先执行 gongkai db migrate。";
  const { rows } = await pool.query<{ name: string }>("select name from schema_migration");
  const names = new Set(rows.map(({ name }) => name));
  const known = readMigrations().map(({ name }) => name);
  const newer = [...names].find((name) => !known.includes(name));
  if (newer !== undefined) return `数据库已由其他版本的程序升级（${newer}）：请使用与服务相同版本的程序。`;
  const missing = known.find((name) => !names.has(name));
  return missing === undefined ? undefined : `数据库的表结构早于本程序（缺 ${missing}）：请先备份，再执行 gongkai db migrate。`;
}

/** Applies what the database has not been through; a database and a program that do not belong together come back as a sentence. */
export async function bringUpToDate(database: Database): Promise<Attempt<readonly string[]>> {
  try {
    return { ok: true, value: (await migrate(database)).applied };
  } catch (fault) {
    if (fault instanceof MigrationRefused) return { ok: false, message: fault.message };
    throw fault;
  }
}

export interface WholeVerification extends Verification {
  readonly files: number;
  /** Streams whose projections were made anew; undefined when that was not asked for. */
  readonly streams?: number;
}

/** Everything that can be verified: chains and numbers, files, keys, and if asked the projections. */
export async function verifyEverything(
  { database, files, keysFolder }: Workplace,
  {
    projections,
    onProgress,
  }: { readonly projections: boolean; readonly onProgress: (what: "events" | "files" | "streams", count: number) => void },
): Promise<WholeVerification> {
  const { db } = database;
  const ledger = await verifyLedger(db, { onProgress: (count) => onProgress("events", count) });
  const kept = await verifyFiles(db, files, (count) => onProgress("files", count));
  const faults: LedgerFault[] = [...ledger.faults, ...kept.faults, ...(await verifyKeys(db, readSealingKeys(keysFolder)))];
  if (!projections) return { ...ledger, files: kept.files, faults };
  const made = await verifyProjections(db, await readProjections(database), (count) => onProgress("streams", count));
  return { ...ledger, files: kept.files, streams: made.streams, faults: [...faults, ...made.faults] };
}

/** The projections as the server runs them: with the calendar that is kept, since due dates stand in them. */
export async function readProjections({ db }: Pick<Database, "db">): Promise<readonly Projection[]> {
  const calendar = await readCalendar(db);
  return listProjections(() => calendar);
}

/** What commands run on, for work the administrator does on the organs' cases; undefined when the keys are missing. */
export async function workplaceLedger({ database, keysFolder }: Workplace): Promise<Ledger | undefined> {
  const keys = readSealingKeys(keysFolder);
  return keys === undefined ? undefined : { db: database.db, clock: systemClock, keys, projections: await readProjections(database) };
}

/** The organ of a code, with the calendar its limits are counted by. */
export async function findOrgan(
  { db }: Pick<Database, "db">,
  code: string,
): Promise<{ readonly agencyId: number; readonly name: string; readonly calendar: Calendar } | undefined> {
  const row = await db.selectFrom("agency").select(["agency_id", "name"]).where("code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : { agencyId: row.agency_id, name: row.name, calendar: await readCalendar(db) };
}

/** Names of the organs, for telling where a fault is. Regional. */
export async function regionAgencyNames({ db }: Database): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom("agency").select(["agency_id", "name"]).execute();
  return new Map(rows.map(({ agency_id, name }) => [agency_id, name]));
}
