import { EDITIONS, nameCell, type Report } from "@gongkai/annual-report";

/** What a report written out in the official form does not show as its source did: one sentence per kind. */
export interface Losses {
  /** Cells that hold something the reader could not settle. */
  readonly ambiguous: readonly string[];
  /** Cells that are not in the source. */
  readonly absent: readonly string[];
  readonly remarks: readonly string[];
}

const MOST_NAMED = 12;

/** Names the cells that are left empty on paper though nobody printed them empty. */
export function describeLosses(report: Report): Losses {
  const keys = report.edition === null ? [] : EDITIONS[report.edition].cells.map((cell) => cell.key);
  const ambiguous = keys.filter((key) => report.states[key] === "ambiguous");
  const absent = keys.filter((key) => (report.states[key] ?? "absent") === "absent");
  const remarks: string[] = [];
  if (ambiguous.length > 0) remarks.push(`有${ambiguous.length}格原文未能确定，写出时留空，请对照原文补填：${listNames(ambiguous)}。`);
  if (absent.length > 0) remarks.push(`有${absent.length}格原文中没有，写出时留空：${listNames(absent)}。`);
  return { ambiguous, absent, remarks };
}

function listNames(keys: readonly string[]): string {
  const named = keys.slice(0, MOST_NAMED).map(nameCell).join("、");
  return keys.length > MOST_NAMED ? `${named}等` : named;
}
