import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type Report, RULES } from "@gongkai/annual-report";
import { refuseUnreachable } from "./list-inputs.ts";
import type { Loaded, Refused } from "./loaded.ts";

const NOT_A_REPORT: Refused = {
  refusal: "not-a-report",
  message: "不是报告数据：这里需要 gongkai report read --json 的输出，每行一份报告。",
};

const RULE_IDS = new Set(RULES.map((rule) => rule.id));

/**
 * Reads reports from JSON made by `read --json`: one per line, or one object or list laid out over many lines.
 * Lines are taken one at a time, so a file of 100,000 reports needs no more memory than one of ten.
 */
export async function* readReportLines(file: string): AsyncGenerator<Loaded> {
  const laidOut: string[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
      number++;
      if (laidOut.length === 0) {
        const text = line.replace(/^\uFEFF/, "").trim();
        if (text === "") continue;
        const value = parseJson(text);
        // A first line that is no whole value begins JSON laid out over many lines; a later one is a damaged line.
        if (value !== undefined) yield* presentAll(value, `${file}:${number}`);
        else if (number === 1 && /^[[{]/.test(text)) laidOut.push(text);
        else yield { file: `${file}:${number}`, error: NOT_A_REPORT };
      } else laidOut.push(line);
    }
  } catch (error) {
    return yield { file, error: refuseUnreachable(error as NodeJS.ErrnoException) }; // reading throws nothing else
  }
  if (laidOut.length > 0) yield* presentAll(parseJson(laidOut.join("\n")), file);
  else if (number === 0) yield { file, error: NOT_A_REPORT };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // no JSON value is undefined
  }
}

function presentAll(value: unknown, file: string): Loaded[] {
  return (Array.isArray(value) ? value : [value]).map((item: unknown) => present(item, file));
}

function present(value: unknown, file: string): Loaded {
  if (!isObject(value)) return { file, error: NOT_A_REPORT };
  const named = typeof value["file"] === "string" ? value["file"] : file;
  // A line of `read --json` about a file it could not read: the reason is carried on.
  if (isObject(value["error"]) && typeof value["error"]["message"] === "string")
    return { file: named, error: { refusal: String(value["error"]["refusal"]), message: value["error"]["message"] } };
  const report = asReport(value, named);
  return report === undefined ? { file: named, error: NOT_A_REPORT } : { file: named, report, notes: [] };
}

/** The value as a report, with what other programs may leave out filled in; undefined when its figures are not figures. */
function asReport(value: Record<string, unknown>, file: string): Report | undefined {
  const { edition, year, agency, title, sections, cells, states, sources, findings } = value;
  if (!isObject(cells) || !Object.values(cells).every((cell) => cell === null || Number.isFinite(cell))) return undefined;
  if (edition !== null && edition !== undefined && edition !== "2019" && edition !== "2021") return undefined;
  const figures = cells as Record<string, number | null>; // checked above
  const text = (part: unknown) => (typeof part === "string" ? part : null);
  const known = isObject(states) ? (states as Report["states"]) : {}; // unknown states fall back below, cell by cell
  return {
    file,
    edition: edition ?? null,
    year: typeof year === "number" ? year : null,
    agency: text(agency),
    title: text(title),
    sections: {
      overview: isObject(sections) ? text(sections["overview"]) : null,
      problems: isObject(sections) ? text(sections["problems"]) : null,
      other: isObject(sections) ? text(sections["other"]) : null,
    },
    cells: figures,
    states: Object.fromEntries(Object.keys(figures).map((key) => [key, known[key] ?? (figures[key] === null ? "blank" : "seen")])),
    sources: isObject(sources) ? (sources as Report["sources"]) : {}, // shown only, never computed with
    // What the rules found may no longer hold, and is found anew; what the reader noticed is kept.
    findings: Array.isArray(findings) ? (findings as Report["findings"]).filter(({ rule }) => !RULE_IDS.has(rule)) : [],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
