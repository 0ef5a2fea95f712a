import { composeTitle, type Report } from "@gongkai/annual-report";
import type { FileFormat } from "./report-file.ts";

const LONGEST_NAME = 80;
// oxlint-disable-next-line no-control-regex -- control characters are just what no file name may hold
const REFUSED = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\/:*?"<>|]+/gu;

/** e.g. 云溪县政务公开办公室2020年政府信息公开工作年度报告.docx; nothing in it that a file system refuses. */
export function nameFile(report: Pick<Report, "title" | "agency" | "year">, format: FileFormat): string {
  const title = composeTitle(report).replace(REFUSED, "").replace(/^\.+/u, "");
  const name = [...(title === "" ? "政府信息公开工作年度报告" : title)].slice(0, LONGEST_NAME).join("");
  const [kind, extension = kind] = format.split("-");
  return `${name}${kind === "findings" ? "-核对发现" : ""}.${extension}`;
}
