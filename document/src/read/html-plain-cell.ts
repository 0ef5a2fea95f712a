import { attributesAt, endOfTag } from "./html-attributes.ts";
import { tagAt } from "./html-tags.ts";
import type { Tag } from "./html-tags.ts";
import { isPlain } from "./html-text.ts";

/** The content of a cell that holds one piece of plain text, or nothing. */
export interface PlainCell {
  text: string;
  /** Behind the cell's end tag, as an offset into the source. */
  after: number;
  /** What stood in front of the text of the last cell found, and behind it: a page writes the same tags in cell after cell. */
  opening: string;
  closing: string;
}

/** For {@link findPlainCell} to write into; one for each page. */
export function createPlainCell(): PlainCell {
  return { text: "", after: 0, opening: "", closing: "</td>" };
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
/** Cells with more text, or with more tags around it, are prose or layout and take the usual way. */
const LONGEST_TEXT = 200;
const MOST_TAGS = 12;

/**
 * Reads the content of a table cell in one go where it is what most cells are: a number or a label, within no more than a
 * few tags such as `<div>` or `<span>`. Writes what it found into `cell`; false where the usual way has to be taken.
 */
export function findPlainCell(source: string, from: number, cell: PlainCell): boolean {
  return findLikeLast(source, from, cell) || findAnew(source, from, cell);
}

/** Where the tags are those of the last cell to the letter, they need not be read again. */
function findLikeLast(source: string, from: number, cell: PlainCell): boolean {
  const { opening, closing } = cell;
  if (!source.startsWith(opening, from)) return false;
  const start = from + opening.length;
  let end = start;
  let number = 0; // as long as there are only digits: most cells hold a few, and the text of small numbers is at hand
  for (let code = source.charCodeAt(end); isDigit(code); code = source.charCodeAt(++end)) number = number * 10 + code - 48;
  const isSmall = end > start && end - start <= 4 && (end === start + 1 || source.charCodeAt(start) !== 48);
  if (!isSmall || source.charCodeAt(end) !== LESS_THAN) {
    const limit = Math.min(source.length, start + LONGEST_TEXT);
    while (end < limit && source.charCodeAt(end) !== LESS_THAN) end++;
    if (end >= limit || isBlank(source.charCodeAt(start)) || isBlank(source.charCodeAt(end - 1)) || !isPlain(source, start, end))
      return false;
    number = -1;
  }
  if (!source.startsWith(closing, end)) return false;
  cell.text = number < 0 ? source.slice(start, end).trim() : String(number);
  cell.after = end + closing.length;
  return true;
}

function findAnew(source: string, from: number, cell: PlainCell): boolean {
  let at = skipBlanks(source, from);
  for (let tags = 0; source.charCodeAt(at) === LESS_THAN && source.charCodeAt(at + 1) !== SLASH; tags++) {
    const end = tags < MOST_TAGS ? endOfWrapper(source, at) : -1;
    if (end < 0) return false;
    at = skipBlanks(source, end);
  }
  const start = at;
  const limit = Math.min(source.length, start + LONGEST_TEXT);
  while (at < limit && source.charCodeAt(at) !== LESS_THAN) at++;
  let end = at;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  if (at === limit || !isPlain(source, start, end)) return false;
  const closingStart = at;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    if (source.charCodeAt(at) !== LESS_THAN || source.charCodeAt(at + 1) !== SLASH) return false;
    const close = source.indexOf(">", at);
    if (close < 0 || close - at > 12) return false;
    const tag = tagAt(source, at + 2, close);
    at = close + 1;
    if (tag.role === "cell") {
      cell.text = source.slice(start, end).trim();
      cell.after = at;
      cell.opening = source.slice(from, start);
      cell.closing = source.slice(closingStart, at);
      return true;
    }
    if (!isWrapper(tag)) return false;
    at = skipBlanks(source, at);
  }
  return false;
}

/** Behind a start tag that says nothing about its content, or -1. */
function endOfWrapper(source: string, at: number): number {
  let nameEnd = at + 1;
  while (nameEnd < at + 8 && source.charCodeAt(nameEnd) > SLASH && source.charCodeAt(nameEnd) !== GREATER_THAN) nameEnd++;
  const tag = tagAt(source, at + 1, nameEnd);
  if (!isWrapper(tag)) return -1;
  if (source.charCodeAt(nameEnd) === GREATER_THAN) return nameEnd + 1;
  // A container may be named as the article or a menu by its attributes.
  const end = tag.role === "container" ? -1 : endOfTag(source, nameEnd, () => -1);
  if (end < 0) return -1;
  const { isWhole, isHidden, isPageBreak } = attributesAt(source, nameEnd, end);
  return isWhole && !isHidden && !isPageBreak ? end + 1 : -1;
}

function isWrapper({ role, name, isRaw }: Tag): boolean {
  return (role === "inline" && !isRaw) || name === "div" || name === "p";
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (isBlank(source.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
