import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { LEXEME } from "./lexemes.ts";

/** A stretch of time up to now, as lexemes of its days or months; undefined: all of it. */
export interface TimeWindow {
  readonly lexemes: readonly string[] | undefined;
}

/** How many items the windows hold at least. */
const SIZES = [3_000, 40_000] as const;
/** Days asked for one by one; a longer stretch is asked for by months. */
const MOST_DAYS = 12;
const AGE_MILLISECONDS = 300_000;

interface Histogram {
  readonly days: readonly { readonly day: string; readonly total: number }[];
  readonly readAt: number;
}

const histograms = new WeakMap<Queryable, Promise<Histogram>>();

/**
 * Stretches of time to look through one after the other until enough is found. How many items each day has is asked every
 * five minutes: it decides only where to look first, never what is found.
 */
export async function listWindows(db: Queryable): Promise<readonly TimeWindow[]> {
  const { days } = await readHistogram(db);
  const windows = SIZES.flatMap((size) => windowOf(days, size));
  return [...windows, { lexemes: undefined }];
}

function windowOf(days: Histogram["days"], size: number): readonly TimeWindow[] {
  let total = 0;
  const last = days.findIndex((one) => (total += one.total) >= size);
  if (last === -1 || total * 2 > days.reduce((sum, one) => sum + one.total, 0)) return []; // as well look through everything
  const taken = days.slice(0, last + 1).map(({ day }) => day);
  if (taken.length <= MOST_DAYS) return [{ lexemes: taken.map(LEXEME.day) }];
  return [{ lexemes: [...new Set(taken.map((day) => day.slice(0, 7)))].map(LEXEME.month) }];
}

async function readHistogram(db: Queryable): Promise<Histogram> {
  const known = histograms.get(db);
  const now = performance.now();
  if (known !== undefined && now - (await known).readAt < AGE_MILLISECONDS) return known;
  const read = sql<{ day: string; total: number }>`
    select published_day as day, count(*)::int as total from search_document group by published_day order by published_day desc`
    .execute(db)
    .then(({ rows }): Histogram => ({ days: rows, readAt: now }));
  read.catch(() => histograms.delete(db));
  histograms.set(db, read);
  return read;
}
