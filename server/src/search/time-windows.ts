import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { LEXEME } from "./lexemes.ts";

/** A stretch of time up to now, as lexemes of its days or months; undefined: all of it. */
export interface TimeWindow {
  readonly lexemes: readonly string[] | undefined;
  /** About how many items it holds. */
  readonly size: number;
}

/** How many items the windows hold at least: each a few times the last, so that little more is read than must be. */
const SIZES = [3_000, 12_000, 50_000, 120_000, 300_000] as const;
/** Days asked for one by one; a longer stretch is asked for by months. */
const MOST_DAYS = 12;
const AGE_MILLISECONDS = 300_000;
const DAY_MILLISECONDS = 86_400_000;

interface Histogram {
  readonly days: readonly { readonly day: string; readonly total: number }[];
  /** Days on which something may have been published since it was read. */
  readonly soon: readonly string[];
  readonly readAt: number;
  /** Cut once: thousands of days need not be added up for every search. */
  readonly windows: readonly TimeWindow[];
}

const histograms = new WeakMap<Queryable, Histogram>();
const counting = new WeakMap<Queryable, Promise<Histogram>>();

/**
 * Stretches of time to look through one after the other until enough is found. How many items each day has is asked every
 * five minutes: it decides only where to look first, never what is found. `year`: that of first publication, where only its
 * items are looked for; those of a year gone by are not among the newest, and looked for everywhere at once.
 */
export async function listWindows(db: Queryable, year = Number.POSITIVE_INFINITY): Promise<readonly TimeWindow[]> {
  const { days, windows } = await readHistogram(db);
  return Number(days[0]?.day.slice(0, 4)) > year ? windows.slice(-1) : windows;
}

/** Windows over days, the newest first; the last is everything. */
export function windowsOf(histogram: Pick<Histogram, "days" | "soon">, sizes: readonly number[] = SIZES): readonly TimeWindow[] {
  const { days } = histogram;
  return [
    ...sizes.flatMap((size) => windowOf(histogram, size)),
    { lexemes: undefined, size: days.reduce((sum, { total }) => sum + total, 0) },
  ];
}

function windowOf({ days, soon }: Pick<Histogram, "days" | "soon">, size: number): readonly TimeWindow[] {
  let total = 0;
  const last = days.findIndex((one) => (total += one.total) >= size);
  if (last === -1 || total * 2 > days.reduce((sum, one) => sum + one.total, 0)) return []; // as well look through everything
  const taken = days.slice(0, last + 1).map(({ day }) => day);
  if (taken.length <= MOST_DAYS) return [{ lexemes: [...new Set([...soon, ...taken])].map(LEXEME.day), size: total }];
  const months = new Set([...soon, ...taken].map((day) => day.slice(0, 7)));
  const whole = days.filter(({ day }) => months.has(day.slice(0, 7)));
  return [{ lexemes: [...months].map(LEXEME.month), size: whole.reduce((sum, one) => sum + one.total, 0) }];
}

/** Counted again in the background when it is some minutes old, so that nobody waits for it; it is right for a day. */
async function readHistogram(db: Queryable): Promise<Histogram> {
  const known = histograms.get(db);
  const age = known === undefined ? Number.POSITIVE_INFINITY : performance.now() - known.readAt;
  if (known !== undefined && age < AGE_MILLISECONDS) return known;
  const count = counting.get(db) ?? countDays(db);
  if (known === undefined || age > DAY_MILLISECONDS) return count;
  count.catch(() => {}); // what is known will do; the next search tries again
  return known;
}

function countDays(db: Queryable): Promise<Histogram> {
  const count = sql<{ day: string; total: number; today: string; tomorrow: string }>`
    select published_day as day, count(*)::int as total, (now() at time zone 'Asia/Shanghai')::date as today,
      (now() at time zone 'Asia/Shanghai')::date + 1 as tomorrow
    from search_document group by published_day order by published_day desc`
    .execute(db)
    .then(({ rows }) => {
      const soon = rows.slice(0, 1).flatMap(({ today, tomorrow }) => [tomorrow, today]);
      const histogram: Histogram = { days: rows, soon, windows: windowsOf({ days: rows, soon }), readAt: performance.now() };
      histograms.set(db, histogram);
      return histogram;
    })
    .finally(() => counting.delete(db));
  counting.set(db, count);
  return count;
}
