import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReaderPool } from "@gongkai/document/read";
import { officialCalendar } from "@gongkai/statute";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { createApp } from "./app.ts";
import type { Ledger, SealingKeys } from "./ledger/index.ts";
import { stoppedClock } from "./platform/clock.ts";
import type { Tables } from "./platform/database/row-types.ts";
import { folderFileStore } from "./platform/files/file-store.ts";
import type { App } from "./platform/http.ts";
import { createLog } from "./platform/log.ts";
import { deafItemsWatch, type ItemsWatch } from "./portal/disclosures/watch-items.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { Slice } from "./slices.ts";

export interface AnApp {
  /** Settings that matter to the test. */
  readonly settings?: Partial<Settings>;
  readonly readers?: ReaderPool;
  /** For slices that keep something; without it every query finds nothing. */
  readonly ledger?: Ledger;
  /** Without it nothing public is answered from memory. */
  readonly itemsWatch?: ItemsWatch;
  readonly slices?: readonly Slice[];
  /** Gets the log, line by line. */
  readonly onLog?: (line: string) => void;
}

/** An app to be asked in-process, with default settings, no rate limit, and readers to which every file is empty unless given. */
export async function anApp({ settings, readers = idleReaders(), ledger, itemsWatch, slices, onLog = () => {} }: AnApp = {}): Promise<App> {
  const read = readSettings({});
  if (!read.ok) throw new Error(read.message);
  const clock = ledger?.clock ?? stoppedClock("2026-03-02T01:30:00.000Z");
  const log = createLog({ level: "info", clock, inWords: false, to: { write: onLog } });
  return createApp(
    {
      settings: { ...read.settings, rateLimitPerMinute: 0, ...settings },
      readers,
      clock,
      ledger: ledger ?? emptyLedger(),
      files: folderFileStore(join(tmpdir(), "gongkai-test-files")),
      calendar: officialCalendar,
      refreshCalendar: async () => officialCalendar(),
      itemsWatch: itemsWatch ?? deafItemsWatch(),
      log,
      close: async () => {},
    },
    slices,
  );
}

/** A ledger in which nothing stands and nothing stays. */
function emptyLedger(): Ledger {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { db, clock: stoppedClock("2026-03-02T01:30:00.000Z"), keys: aKey(), projections: [] };
}

/** A sealing key for tests. */
export function aKey(): SealingKeys {
  return { current: Buffer.alloc(32, 7), former: [] };
}

/** Readers to which every file is an empty document. */
function idleReaders(): ReaderPool {
  return {
    read: async () => ({ ok: true, doc: { format: "text", title: null, text: "", blocks: [], notes: [] } }),
    close: async () => {},
  };
}
