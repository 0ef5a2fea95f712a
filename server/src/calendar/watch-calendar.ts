import type { Calendar } from "@gongkai/statute";
import { sql } from "kysely";
import type pg from "pg";
import type { Database, Queryable } from "../platform/database/open-database.ts";
import type { Logger } from "../platform/log.ts";
import { readCalendar } from "./read-calendar.ts";

/** The calendar in force, kept at hand in this process. */
export interface CalendarWatch {
  readonly current: () => Calendar;
  /** Reads it anew: for the process that has just changed it. */
  readonly refresh: () => Promise<Calendar>;
  close(): Promise<void>;
}

const CHANNEL = "gongkai_calendar";
/** How long a change made by another process may go unnoticed while the connection that listens is down. */
const LOOK_MILLISECONDS = 60_000;

/** Tells all processes, when the transaction commits, that the calendar has changed. */
export async function tellCalendarChanged(db: Queryable): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(db);
}

/** Reads the calendar, and again whenever any process changes it. */
export async function watchCalendar({ db, pool }: Pick<Database, "db" | "pool">, log: Logger): Promise<CalendarWatch> {
  let calendar = await readCalendar(db);
  let client: pg.PoolClient | undefined;
  let closed = false;
  let begun = 0;
  let shown = 0;

  const refresh = async (): Promise<Calendar> => {
    const turn = (begun += 1);
    const read = await readCalendar(db);
    if (turn > shown) [shown, calendar] = [turn, read]; // of two reads under way the one begun last knows more
    return calendar;
  };
  const refreshQuietly = (): void => {
    refresh().catch(() => log.warn("the calendar could not be read again; the former one stays in use"));
  };
  const listen = async (): Promise<void> => {
    if (client !== undefined || closed) return;
    const made = await pool.connect();
    client = made;
    const lost = (): void => {
      if (client !== made) return;
      client = undefined;
      made.release(true);
    };
    made.once("error", lost).once("end", lost);
    made.on("notification", refreshQuietly);
    await made.query(`listen ${CHANNEL}`);
  };
  const look = async (): Promise<void> => {
    if (client !== undefined) return;
    await listen();
    await refresh(); // what was told while nobody listened
  };
  await listen();
  const timer = setInterval(() => {
    look().catch(() => log.warn("nobody listens for changes of the calendar; the next look is in a minute"));
  }, LOOK_MILLISECONDS);
  timer.unref();
  return {
    current: () => calendar,
    refresh,
    async close() {
      closed = true;
      clearInterval(timer);
      client?.release(true);
      client = undefined;
    },
  };
}
