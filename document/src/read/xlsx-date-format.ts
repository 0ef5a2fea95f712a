/** Day number, in days since 1970, of the day Excel counts as 0 in its two calendars. */
const DAY_ZERO = -25_569;
const DAY_ZERO_1904 = -24_107;
const SECONDS_A_DAY = 86_400;

/** A day number as a date and time in the given format code; undefined when it is no date (negative, beyond 9999). */
export function formatDate(serial: number, code: string, is1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_465) return undefined;
  const total = Math.round(serial * SECONDS_A_DAY);
  const seconds = total % SECONDS_A_DAY;
  const whole = Math.floor(total / SECONDS_A_DAY);
  // Excel believes that 1900 was a leap year, so its days before March 1900 are one off.
  const day = whole + (is1904 ? DAY_ZERO_1904 : whole < 60 ? DAY_ZERO + 1 : DAY_ZERO);
  const date = civilDate(day);
  let afterHours = false;
  return code
    .replace(/"([^"]*)"|\\(.)|(y+|m+|d+|h+|s+(?:\.0+)?)|(?:am\/pm|上午\/下午|@)/gi, (_, quoted, escaped, token, index: number) => {
      if (token === undefined) return quoted ?? escaped ?? ""; // 上午/下午 is left out: hours run to 24
      const kind = String(token)[0]?.toLowerCase();
      const width = String(token).length;
      const pad = (value: number): string => String(value).padStart(Math.min(2, width), "0");
      const beforeSeconds = /^[^a-z]*s/i.test(code.slice(index + width));
      if (kind === "m" && (afterHours || beforeSeconds)) return pad(Math.floor(seconds / 60) % 60);
      afterHours = kind === "h";
      if (kind === "y") return width > 2 ? String(date.year) : String(date.year % 100).padStart(2, "0");
      if (kind === "m") return pad(date.month);
      if (kind === "d") return width > 2 ? `星期${"日一二三四五六"[(((day + 4) % 7) + 7) % 7]}` : pad(date.day);
      if (kind === "h") return pad(Math.floor(seconds / 3600));
      return pad(seconds % 60);
    })
    .trim();
}

/** Calendar date of a day counted from 1970: arithmetic on years that begin in March, so that leap days come last. */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}
