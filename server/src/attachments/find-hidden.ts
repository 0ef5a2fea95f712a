import type { ReaderPool } from "@gongkai/document/read";
import { DOCX, PDF, screenFile, XLSX } from "../screening/index.ts";

/** Something in a file that does not show on its pages. */
export interface HiddenFinding {
  readonly rule: string;
  readonly message: string;
}

const HIDDEN: ReadonlySet<string> = new Set([
  "hiddenText",
  "hiddenSheet",
  "hiddenCells",
  "comment",
  "trackedChange",
  "metadata",
  "embedded",
  "unreadable",
]);
const INSPECTED: ReadonlySet<string> = new Set([DOCX, XLSX, PDF]);

/**
 * Hidden sheets, rows and text, comments, tracked changes, properties, embedded files. Told, not refused: what an applicant
 * handed in is taken as it is. What was found is named by its kind only, since it may be somebody's name.
 */
export async function findHidden(
  readers: Pick<ReaderPool, "read">,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<readonly HiddenFinding[]> {
  if (!INSPECTED.has(mediaType)) return [];
  // The pool's limits of time and memory come first: what it gives up on is not opened here.
  const read = await readers.read(bytes, { name });
  if (!read.ok && read.refusal !== "picture-only") return [{ rule: "unreadable", message: read.message }];
  const found = screenFile({ name, mediaType, bytes, text: read.ok ? read.doc.text : "" }).filter(({ rule }) => HIDDEN.has(rule));
  const byRule = new Map(found.map(({ rule, reason }) => [`${rule}${reason}`, { rule, message: reason }]));
  return [...byRule.values()];
}
