import { attributesAt, endOfTag, isBlank } from "./html-attributes.ts";
import type { Attributes } from "./html-attributes.ts";
import { tagAt } from "./html-tags.ts";
import type { Tag } from "./html-tags.ts";

/** What the scanner reports, in source order. Ranges are offsets into the source. */
export interface HtmlHandler {
  /** Says where to read on: behind the tag, or behind more that it has read by itself. */
  open(tag: Tag, attributes: Attributes, start: number, end: number): number;
  close(tag: Tag, start: number, end: number): void;
  /** Raw text, character references not yet decoded. */
  text(start: number, end: number): void;
  /** The raw content of <title>, which takes no tags inside. */
  title(start: number, end: number): void;
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;

/**
 * Walks HTML as tags and text without building a tree, some ten times as fast as a full parser: a reader of reports must
 * take thousands of pages a second. Recovers as browsers do from stray "<", unquoted attributes and unclosed comments,
 * but when a comment, a quote or a script never ends it goes on with the text instead of swallowing the rest of the page.
 * Time is linear in the length of the source.
 */
export function scanHtml(source: string, handler: HtmlHandler, from = 0): void {
  const length = source.length;
  const missing = new Set<string>(); // needles known not to stand in the rest of the source, so nobody looks twice
  let position = from;
  let textStart = from;

  function find(needle: string, from: number): number {
    if (missing.has(needle)) return -1;
    const at = source.indexOf(needle, from);
    if (at < 0) missing.add(needle);
    return at;
  }

  while (position < length) {
    const at = source.charCodeAt(position) === LESS_THAN ? position : source.indexOf("<", position);
    if (at < 0) break;
    const next = source.charCodeAt(at + 1);
    if (isLetter(next)) {
      const nameEnd = endOfName(source, at + 1);
      let close = source.charCodeAt(nameEnd) === GREATER_THAN ? nameEnd : find(">", nameEnd);
      if (close < 0) break;
      let attributes = attributesAt(source, nameEnd, close);
      if (!attributes.isWhole) {
        close = endOfTag(source, nameEnd, find);
        if (close < 0) break;
        attributes = attributesAt(source, nameEnd, close);
      }
      if (at > textStart) handler.text(textStart, at);
      const tag = tagAt(source, at + 1, nameEnd);
      position = textStart = handler.open(tag, attributes, at, close + 1);
      if (tag.isRaw) {
        const end = endOfRawText(source, tag.name, position, missing);
        if (end >= 0) {
          if (tag.name === "title") handler.title(position, end);
          position = textStart = end;
        }
      }
    } else if (next === SLASH && isLetter(source.charCodeAt(at + 2))) {
      const nameEnd = endOfName(source, at + 2);
      const close = source.charCodeAt(nameEnd) === GREATER_THAN ? nameEnd : find(">", nameEnd);
      if (close < 0) break;
      if (at > textStart) handler.text(textStart, at);
      handler.close(tagAt(source, at + 2, nameEnd), at, close + 1);
      position = textStart = close + 1;
    } else if (next === EXCLAMATION || next === QUESTION || next === SLASH) {
      const end = endOfComment(source, at, find);
      if (end < 0) break;
      if (at > textStart) handler.text(textStart, at);
      position = textStart = end;
    } else {
      position = at + 1; // a plain "<" in the text
    }
  }
  if (textStart < length) handler.text(textStart, length);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function endOfName(source: string, from: number): number {
  let i = from;
  for (; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code <= GREATER_THAN && (code === GREATER_THAN || code === SLASH || code === LESS_THAN || isBlank(code))) break;
  }
  return i;
}

/** Comments, doctypes, processing instructions, CDATA; -1 when nothing ends it. */
function endOfComment(source: string, at: number, find: (needle: string, from: number) => number): number {
  if (source.startsWith("<!--", at)) {
    if (source.startsWith("<!-->", at)) return at + 5;
    const end = find("-->", at + 4);
    if (end >= 0) return end + 3;
  }
  const end = find(">", at + 2);
  return end < 0 ? -1 : end + 1;
}

/** The end tags of the raw elements, of which there are eight. */
const RAW_ENDS = new Map<string, RegExp>();

/** Where "</name" stands; -1 when it is nowhere. */
function endOfRawText(source: string, name: string, from: number, missing: Set<string>): number {
  const needle = `</${name}`;
  if (missing.has(needle)) return -1;
  const pattern = RAW_ENDS.get(name) ?? new RegExp(needle, "gi");
  RAW_ENDS.set(name, pattern);
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  if (match === null) missing.add(needle);
  return match === null ? -1 : match.index;
}
