/** What the scanner reports, in source order. Ranges are offsets into the source. */
export interface HtmlHandler {
  /** `attributes` is the raw source between the tag name and ">"; read it with {@link attribute}. */
  open(name: string, attributes: string, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
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

/** Elements whose content is not markup, and which hold nothing a reader of the page sees as text. */
const RAW_TEXT = new Set(["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "title"]);

/**
 * Walks HTML as tags and text without building a tree, about six times as fast as a full parser: a reader of reports must
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
      const close = endOfTag(source, nameEnd, find);
      if (close < 0) break;
      if (at > textStart) handler.text(textStart, at);
      const name = nameBetween(source, at + 1, nameEnd);
      handler.open(name, nameEnd === close ? "" : source.slice(nameEnd, close), at, close + 1);
      position = textStart = close + 1;
      if (name.length > 2 && RAW_TEXT.has(name)) {
        const end = endOfRawText(source, name, position, missing);
        if (end >= 0) {
          if (name === "title") handler.title(position, end);
          position = textStart = end;
        }
      }
    } else if (next === SLASH && isLetter(source.charCodeAt(at + 2))) {
      const nameEnd = endOfName(source, at + 2);
      const close = source.charCodeAt(nameEnd) === GREATER_THAN ? nameEnd : find(">", nameEnd);
      if (close < 0) break;
      if (at > textStart) handler.text(textStart, at);
      handler.close(nameBetween(source, at + 2, nameEnd), at, close + 1);
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

/** The value of an attribute in the raw attribute source of a tag; "" when it has none, undefined when it is not there. */
export function attribute(source: string, wanted: string): string | undefined {
  const length = source.length;
  let i = 0;
  while (i < length) {
    while (i < length && (isBlank(source.charCodeAt(i)) || source.charCodeAt(i) === SLASH)) i++;
    const nameStart = i;
    while (i < length && !isBlank(source.charCodeAt(i)) && source[i] !== "=" && source.charCodeAt(i) !== SLASH) i++;
    const isWanted = i - nameStart === wanted.length && source.slice(nameStart, i).toLowerCase() === wanted;
    while (i < length && isBlank(source.charCodeAt(i))) i++;
    let value = "";
    if (source[i] === "=") {
      i++;
      while (i < length && isBlank(source.charCodeAt(i))) i++;
      const quote = source[i];
      if (quote === '"' || quote === "'") {
        const end = source.indexOf(quote, i + 1);
        value = source.slice(i + 1, end < 0 ? length : end);
        i = end < 0 ? length : end + 1;
      } else {
        const valueStart = i;
        while (i < length && !isBlank(source.charCodeAt(i))) i++;
        value = source.slice(valueStart, i);
      }
    } else if (i === nameStart) i++; // a stray "=" or the like: always move on
    if (isWanted) return value;
  }
  return undefined;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Names of the one and two letter tags that make up most of a page, so that they need not be cut out and compared anew. */
const SHORT_NAMES: (string | undefined)[] = new Array<string | undefined>(0x8000).fill(undefined);
for (const name of ["a", "b", "i", "p", "u", "br", "dd", "dl", "dt", "em", "hr", "li", "ol", "td", "th", "tr", "ul"]) {
  SHORT_NAMES[shortKey(name, 0, name.length)] = name;
}

/** One or two letters in any case as one number. */
function shortKey(source: string, start: number, end: number): number {
  const first = source.charCodeAt(start) | 32;
  return end - start === 1 ? first : first * 256 + (source.charCodeAt(start + 1) | 32);
}

function nameBetween(source: string, start: number, end: number): string {
  const short = end - start <= 2 ? SHORT_NAMES[shortKey(source, start, end)] : undefined;
  return short ?? source.slice(start, end).toLowerCase();
}

function endOfName(source: string, from: number): number {
  let i = from;
  for (; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === GREATER_THAN || code === SLASH || code === LESS_THAN || isBlank(code)) break;
  }
  return i;
}

/** Where the ">" of an opening tag stands; quoted values may hold others. */
function endOfTag(source: string, from: number, find: (needle: string, from: number) => number): number {
  let afterEquals = false;
  for (let i = from; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === GREATER_THAN) return i;
    if (code > 61) afterEquals = false;
    else if (afterEquals && (code === 34 || code === 39)) {
      let end = i + 1; // most values are short: look by hand before asking for a search
      const near = Math.min(source.length, i + 64);
      while (end < near && source.charCodeAt(end) !== code) end++;
      if (end === near) end = find(code === 34 ? '"' : "'", i + 1);
      if (end < 0) return find(">", i + 1); // the quote never ends: the tag does at the next ">"
      i = end;
      afterEquals = false;
    } else if (code === 61) afterEquals = true;
    else if (!isBlank(code)) afterEquals = false;
  }
  return -1;
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

/** Where "</name" stands; -1 when it is nowhere. */
function endOfRawText(source: string, name: string, from: number, missing: Set<string>): number {
  const needle = `</${name}`;
  if (missing.has(needle)) return -1;
  const pattern = new RegExp(needle, "gi");
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  if (match === null) missing.add(needle);
  return match === null ? -1 : match.index;
}
