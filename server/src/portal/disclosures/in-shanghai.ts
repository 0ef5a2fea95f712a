const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const EIGHT_HOURS = 8 * 3_600_000;
/** Summer time was last kept in 1991; since then the clock has stood eight hours ahead all year. */
const LAST_SUMMER_TIME = "1992";

/** An instant as `YYYY-MM-DD HH:MM` in Asia/Shanghai, as PubDate wants it. */
export function inShanghai(instant: string): string {
  // oxlint-disable-next-line no-restricted-globals -- writes a given instant; asks no clock
  const date = new Date(instant);
  if (instant < LAST_SUMMER_TIME) return format.format(date);
  // A tenth of what the calendar of the system costs, and every page has one.
  date.setTime(date.getTime() + EIGHT_HOURS);
  return date.toISOString().slice(0, 16).replace("T", " ");
}
