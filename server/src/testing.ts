import type { ReaderPool } from "@gongkai/document/read";
import { createApp } from "./app.ts";
import { stoppedClock } from "./platform/clock.ts";
import type { App } from "./platform/http.ts";
import { createLog } from "./platform/log.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { Slice } from "./slices.ts";

export interface AnApp {
  /** Settings that matter to the test. */
  readonly settings?: Partial<Settings>;
  readonly readers?: ReaderPool;
  readonly slices?: readonly Slice[];
  /** Gets the log, line by line. */
  readonly onLog?: (line: string) => void;
}

/** An app to be asked in-process, with default settings, no rate limit, and readers to which every file is empty unless given. */
export async function anApp({ settings, readers = idleReaders(), slices, onLog = () => {} }: AnApp = {}): Promise<App> {
  const read = readSettings({});
  if (!read.ok) throw new Error(read.message);
  const clock = stoppedClock("2026-03-02T01:30:00.000Z");
  const log = createLog({ level: "info", clock, inWords: false, to: { write: onLog } });
  const dependencies = { settings: { ...read.settings, rateLimitPerMinute: 0, ...settings }, readers, clock, log };
  return createApp(dependencies, slices);
}

/** Readers to which every file is an empty document. */
function idleReaders(): ReaderPool {
  return {
    read: async () => ({ ok: true, doc: { format: "text", title: null, text: "", blocks: [], notes: [] } }),
    close: async () => {},
  };
}
