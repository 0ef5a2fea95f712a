import type { Doc } from "../doc.ts";
import { checkLength } from "./limits.ts";
import { createSourceDoc, type SourceCell } from "./source-doc.ts";
import { trimRange } from "./text-rows.ts";

const QUOTE = 34;
const LINE_FEED = 10;

/** What records of several fields have in common; prose has fewer commas in a line, and more words between them. */
const FEWEST_COMMAS = 6;
const FEWEST_RECORDS = 8;
const LONGEST_MEAN_FIELD = 20;

/** A record: its fields, each with its place in the text, and the line, from 1, that it begins on. */
export interface SeparatedRecord {
  readonly fields: readonly SourceCell[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * Reads comma-separated values, as spreadsheets are exported: a record of several fields is a table row, one of a single field
 * a paragraph, an empty line ends a table. Places are ranges of `text` itself. Throws `LimitExceeded` on too much of it.
 */
export function parseCsv(text: string): Doc {
  checkLength(text);
  const doc = createSourceDoc("text", text);
  for (const { fields, start, end, line } of readRecords(text, ",")) {
    const [first] = fields;
    if (fields.length > 1) doc.row(fields, start, end, line);
    else if (first === undefined || first.text === "") doc.endTable();
    else doc.paragraph(first.text, first.start, first.end, line);
  }
  return doc.build();
}

/** The records of a text with separators (RFC 4180): a field in quotes may hold separators, line ends and doubled quotes. */
export function* readRecords(text: string, separator: "," | ";" | "\t"): Generator<SeparatedRecord> {
  const parting = separator.charCodeAt(0);
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const start = position;
    const fields: SourceCell[] = [];
    for (let isOpen = true; isOpen;) {
      const { field, next } = readField(text, position, parting);
      fields.push(field);
      isOpen = text.charCodeAt(next) === parting;
      position = next + 1;
    }
    yield { fields, start, end: position - 1, line };
    for (let at = text.indexOf("\n", start); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line++;
  }
}

/** The field that begins here, and where its separator or line end stands. A quote that is never closed is a character like any. */
function readField(text: string, start: number, parting: number): { readonly field: SourceCell; readonly next: number } {
  if (text.charCodeAt(start) === QUOTE) {
    let close = text.indexOf('"', start + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
    if (close >= 0) {
      const [from, to] = trimRange(text, start + 1, close);
      return {
        field: { text: text.slice(from, to).replaceAll('""', '"'), start: from, end: to },
        next: endOfField(text, close + 1, parting),
      };
    }
  }
  const next = endOfField(text, start, parting);
  const [from, to] = trimRange(text, start, next);
  return { field: { text: text.slice(from, to), start: from, end: to }, next };
}

function endOfField(text: string, from: number, parting: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== parting && text.charCodeAt(at) !== LINE_FEED) at++;
  return at;
}

/** Whether the beginning of a text is comma-separated values: by the commas, whatever the file's name says. */
export function looksLikeCsv(head: string): boolean {
  if (head.includes("\t") || head.includes("|")) return false;
  const fewest = FEWEST_COMMAS * FEWEST_RECORDS;
  if (head.split(",", fewest + 1).length <= fewest) return false; // most texts, without a look at each line
  let records = 0;
  let length = 0;
  let commas = 0;
  for (const line of head.split("\n")) {
    const count = line.split(/,(?! )/).length - 1; // a comma of prose has a blank behind it
    if (count < FEWEST_COMMAS) continue;
    records++;
    commas += count;
    length += line.length;
  }
  return records >= FEWEST_RECORDS && length <= commas * LONGEST_MEAN_FIELD;
}
