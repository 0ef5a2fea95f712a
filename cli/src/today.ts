const shanghaiDate = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" });

/** Today's date in Asia/Shanghai as `YYYY-MM-DD`, for commands that are not told a day. The server has its own clock; loading it here would be slow. */
export function todayInShanghai(): string {
  return shanghaiDate.format(new Date());
}
