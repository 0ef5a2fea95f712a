import type { StoredReport } from "./published-report.ts";
import { instantOf } from "./shelf.ts";

const shanghaiTime = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/**
 * When a report was published, as the tag PubDate wants it: `YYYY-MM-DD HH:MM` in Asia/Shanghai. A report taken over
 * later from elsewhere was published on its date, at an hour nobody knows: midnight stands for that.
 */
export function publishedAt({ publishedOn, recordedAt }: Pick<StoredReport, "publishedOn" | "recordedAt">): string {
  const recorded = shanghaiTime.format(instantOf(recordedAt));
  return recorded.startsWith(publishedOn) ? recorded : `${publishedOn} 00:00`;
}
