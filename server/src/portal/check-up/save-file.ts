import type { Report } from "@gongkai/annual-report";
import type { DecidedFinding, FileFormat } from "../../reports/index.ts";
import type { Downloaded } from "../components/download-menu/download-menu.tsx";
import { explain } from "./send-file.ts";

/** Hands a file to the person, as the browser does with any download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Has the server set the report in a format, and hands over the file; or says why there is none. */
export async function downloadReport(format: FileFormat, report: Report, findings: readonly DecidedFinding[]): Promise<Downloaded> {
  try {
    const response = await fetch("/api/v1/report-files", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "*/*" },
      // Where figures stood in the source is of no use in a new file, only in the data.
      body: JSON.stringify({ format, report: format === "json" ? report : { ...report, sources: undefined }, findings }),
    });
    if (!response.ok) return { ok: false, reason: await explain(response) };
    const name = nameOf(response) ?? `report.${format}`;
    saveFile(await response.blob(), name);
    return { ok: true, name };
  } catch {
    return { ok: false, reason: "没有连上服务器，文件没有生成。请检查网络后重试；填写的内容没有丢失。" };
  }
}

function nameOf(response: Response): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}
