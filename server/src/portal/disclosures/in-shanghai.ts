const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as `YYYY-MM-DD HH:MM` in Asia/Shanghai, as PubDate wants it. */
export function inShanghai(instant: string): string {
  // oxlint-disable-next-line no-restricted-globals -- writes a given instant; asks no clock
  return format.format(new Date(instant));
}
