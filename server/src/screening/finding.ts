import { createHash } from "node:crypto";

/** `block`: nothing is published with it unless a person has said why it may stand. `warn`, `hint`: for the eye. */
export type Severity = "block" | "warn" | "hint";

export type Rule =
  | "residentId"
  | "mobile"
  | "landline"
  | "bankCard"
  | "passport"
  | "address"
  | "secrecyMark"
  | "internalMark"
  | "misprint"
  | "title"
  | "hiddenText"
  | "hiddenSheet"
  | "hiddenCells"
  | "comment"
  | "trackedChange"
  | "metadata"
  | "embedded"
  | "unreadable";

/** What a detector saw, before it has a place among others. */
export interface Detection {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Range in the text, UTF-16 units, end exclusive; 0 and 0 for what is about a file as a whole. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly suggestion: string;
  /** What to put in its place at one click; null where only a person can tell. */
  readonly replacement: string | null;
}

export interface Finding extends Detection {
  /** Where: `title`, `summary`, `body`, or the name of an attachment. */
  readonly source: string;
  readonly found: string;
  /** Some characters around it. */
  readonly context: string;
  /** The same finding again keeps it, wherever it has moved to: what a person's verdict is kept under. */
  readonly fingerprint: string;
}

const BEFORE = 12;
const AFTER = 12;
const ANCHOR = 6;

/** A detection with its place in a text. */
export function placeDetection(source: string, text: string, detection: Detection): Finding {
  const { start, end, rule } = detection;
  const found = text.slice(start, end);
  // Only of its own line: a paragraph put before it makes no other finding of it.
  const line =
    text
      .slice(Math.max(0, start - ANCHOR * 2), start)
      .split("\n")
      .at(-1) ?? "";
  const anchor = line.replaceAll(/[\s\p{P}\p{S}]/gu, "").slice(-ANCHOR);
  return {
    ...detection,
    source,
    found,
    context: text.slice(Math.max(0, start - BEFORE), Math.min(text.length, end + AFTER)).replaceAll(/\s+/g, " "),
    fingerprint: fingerprintOf(rule, source, found.replaceAll(/[\s-]/g, "").normalize("NFKC").toUpperCase(), anchor),
  };
}

/** A finding about a file as a whole, such as its author. `what` tells several of one rule apart. */
export function findInFile(
  source: string,
  detection: Pick<Detection, "rule" | "severity" | "reason" | "suggestion">,
  what: string,
): Finding {
  return {
    ...detection,
    source,
    start: 0,
    end: 0,
    found: what,
    context: what,
    replacement: null,
    fingerprint: fingerprintOf(detection.rule, source, what, ""),
  };
}

function fingerprintOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
