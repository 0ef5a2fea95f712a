const MINUTE = 60_000;

/** The instant so many seconds later (earlier when negative); ISO 8601 in UTC, to the millisecond. */
export function addSeconds(instant: string, seconds: number): string {
  // oxlint-disable-next-line no-restricted-globals -- no clock is asked: arithmetic on an instant that was handed in
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** The instant so many minutes later (earlier when negative); ISO 8601 in UTC, to the millisecond. */
export function addMinutes(instant: string, minutes: number): string {
  return addSeconds(instant, minutes * 60);
}

/** Whole minutes from one instant to a later one, begun ones counted; at least one. */
export function minutesUntil(from: string, until: string): number {
  // oxlint-disable-next-line no-restricted-globals -- as above
  return Math.max(1, Math.ceil((Date.parse(until) - Date.parse(from)) / MINUTE));
}

/** Seconds since 1970, the fraction left out. */
export function secondsOf(instant: string): number {
  // oxlint-disable-next-line no-restricted-globals -- as above
  return Math.floor(Date.parse(instant) / 1000);
}
