const DAY = 86_400_000;

/** A day number as a date and time in the given format code; undefined when it is no date (negative, beyond 9999). */
export function formatDate(serial: number, code: string, is1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_465) return undefined;
  // Excel believes that 1900 was a leap year, so its days before March 1900 are one off.
  const offset = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(offset + Math.round(serial * 86_400) * 1000);
  const whole = Math.floor(at.getTime() / DAY) * DAY;
  const seconds = Math.round((at.getTime() - whole) / 1000);
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
      if (kind === "y") return width > 2 ? String(at.getUTCFullYear()) : String(at.getUTCFullYear() % 100).padStart(2, "0");
      if (kind === "m") return pad(at.getUTCMonth() + 1);
      if (kind === "d") return width > 2 ? `星期${"日一二三四五六"[at.getUTCDay()]}` : pad(at.getUTCDate());
      if (kind === "h") return pad(Math.floor(seconds / 3600));
      return pad(seconds % 60);
    })
    .trim();
}
