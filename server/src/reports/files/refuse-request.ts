import { findCell } from "@gongkai/annual-report";
import { type FileRequest, type FileResult, LONGEST_TEXT, REFUSALS } from "./report-file.ts";

/** What the schema cannot say in a sentence: text beyond measure, cells of no form. Undefined when there is nothing against it. */
export function refuseRequest({ report: { sections, cells } }: FileRequest): Extract<FileResult, { ok: false }> | undefined {
  const length = Object.values(sections).reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (length > LONGEST_TEXT) return { ok: false, refusal: "too-long", message: REFUSALS["too-long"] };
  if (Object.keys(cells).some((key) => findCell(key) === undefined))
    return { ok: false, refusal: "unknown-cells", message: REFUSALS["unknown-cells"] };
  return undefined;
}
