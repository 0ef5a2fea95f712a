import type { Report } from "@gongkai/annual-report";
import type { BatchFileRow, DecidedFinding, FileFormat } from "../../reports/index.ts";
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
export function downloadReport(format: FileFormat, report: Report, findings: readonly DecidedFinding[]): Promise<Downloaded> {
  // Where figures stood in the source is of no use in a new file, only in the data.
  return downloadFrom("/api/v1/report-files", { format, report: format === "json" ? report : { ...report, sources: undefined }, findings });
}

/** Has the server write the table of a batch as a workbook, and hands it over; or says why there is none. */
export function downloadBatch(rows: readonly BatchFileRow[]): Promise<Downloaded> {
  return downloadFrom("/api/v1/batch-tables", { rows });
}

async function downloadFrom(address: string, content: object): Promise<Downloaded> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "*/*" },
      body: JSON.stringify(content),
    });
    if (!response.ok) return { ok: false, reason: await explain(response) };
    const name = nameOf(response) ?? "download";
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
