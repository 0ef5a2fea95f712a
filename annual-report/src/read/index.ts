import type { Doc } from "@gongkai/document";
import type { Report } from "../report.ts";

/** Placeholder while the reader is being written. */
export function readReport(_doc: Doc, _options: { file?: string } = {}): Report {
  return { edition: null, year: null, agency: null, title: null, sections: { overview: null, problems: null, other: null }, cells: {}, states: {}, sources: {}, findings: [] };
}
