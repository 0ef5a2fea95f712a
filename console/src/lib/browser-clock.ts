// The person's own clock is the edge of the page in the browser: only here is it asked.
/* oxlint-disable no-restricted-globals -- the server's clock does not run in a browser */

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });

/** An instant (ISO 8601) as the office writes it, e.g. `2026-03-02 09:30:00`, whatever the machine's zone. */
export function sayInstant(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : shanghai.format(time);
}

/** The date it is in Asia/Shanghai, `YYYY-MM-DD`. */
export function today(): string {
  return shanghai.format(new Date()).slice(0, 10);
}
