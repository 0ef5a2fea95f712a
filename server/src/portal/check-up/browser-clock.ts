// The person's own clock is the edge of the page in the browser: only here is it asked.
/* oxlint-disable no-restricted-globals -- the server's clock does not run in a browser */

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** The year it is for the person. */
export function thisYear(): number {
  return new Date().getFullYear();
}

/** e.g. 3月2日 09:30, in the time of the person's own machine. */
export function sayTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
