/** The only place that asks what time it is; everything else is handed an instant or a date. */
export interface Clock {
  /** The instant as ISO 8601 in UTC, e.g. `2026-03-02T01:30:00.000Z`. */
  instant(): string;
  /** The date in Asia/Shanghai as `YYYY-MM-DD`: legal dates are dates there, wherever the machine stands. */
  today(): string;
}

const shanghaiDate = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" });

/** The last instant written out: a busy server asks many times within a millisecond. */
let last = { milliseconds: Number.NaN, text: "" };

const QUARTER_HOUR_MILLISECONDS = 900_000;

/** The day of the quarter of an hour that is: days begin with one everywhere, and finding out what day it is takes a while. */
let lastQuarter = { quarter: Number.NaN, day: "" };

/** The machine's clock. */
export const systemClock: Clock = {
  instant() {
    const milliseconds = Date.now();
    if (milliseconds !== last.milliseconds) last = { milliseconds, text: new Date(milliseconds).toISOString() };
    return last.text;
  },
  today() {
    const quarter = Math.floor(Date.now() / QUARTER_HOUR_MILLISECONDS);
    if (quarter !== lastQuarter.quarter) lastQuarter = { quarter, day: shanghaiDate.format(new Date()) };
    return lastQuarter.day;
  },
};

/** A clock that stands still, for tests. `instant` is ISO 8601 in UTC. */
export function stoppedClock(instant: string): Clock {
  return { instant: () => instant, today: () => shanghaiDate.format(new Date(instant)) };
}
