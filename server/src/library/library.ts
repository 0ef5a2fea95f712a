import { contentHash } from "./canonical-json.ts";
import type { ReportStore, UnreadableFile } from "./folder-store.ts";
import { keyOf, type PublishedReport, type StoredReport } from "./published-report.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** The published reports in memory over the store that keeps them. */
export interface Library {
  /** What is on the shelf now; a new one takes its place with every publication. */
  shelf(): Shelf;
  /** True while the built-in demonstration reports are shown, because nothing has been published yet. */
  isDemo(): boolean;
  /** Keeps a report and puts it on the shelf. Publications are done one after another. */
  put(report: StoredReport): Promise<PublishedReport>;
  /** The report as it is kept at this moment, not as it was loaded. */
  reread(organ: string, year: number): Promise<StoredReport | undefined>;
  /** Files of the store that could not be read at the start. */
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * Opens the library. The demonstration reports stand in only for an empty store: made-up figures never stand beside
 * an organ's own.
 */
export async function openLibrary(store: ReportStore, demonstration: readonly StoredReport[] = []): Promise<Library> {
  const { reports, unreadable } = await store.load();
  // An unreadable file is a report of someone's: then too nothing made up may be shown in its place.
  let isDemo = reports.length === 0 && unreadable.length === 0;
  let shelf = createShelf((isDemo ? demonstration : reports).map(publish));
  let last: Promise<unknown> = Promise.resolve();

  async function write(report: StoredReport): Promise<PublishedReport> {
    await store.write(report);
    const published = publish(report);
    const others = isDemo ? [] : shelf.reports.filter((one) => keyOf(one) !== keyOf(report));
    isDemo = false;
    shelf = createShelf([...others, published]);
    return published;
  }

  return {
    shelf: () => shelf,
    isDemo: () => isDemo,
    put(report) {
      const written = last.then(() => write(report));
      last = written.catch(() => undefined); // the caller is told; the next one still gets its turn
      return written;
    },
    reread: async (organ, year) => (isDemo ? demonstration.find((one) => keyOf(one) === `${organ}/${year}`) : store.read(organ, year)),
    unreadable,
  };
}

function publish(stored: StoredReport): PublishedReport {
  return { ...stored, hash: contentHash(stored) };
}
