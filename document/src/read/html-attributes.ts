/** What the reader wants to know of a tag's attributes. */
export interface Attributes {
  /** As they stand between the tag's name and ">"; read others with {@link attribute}. */
  readonly source: string;
  /** False when a quote is still open at the end: the ">" belonged to a value. */
  readonly isWhole: boolean;
  readonly isHidden: boolean;
  readonly isPageBreak: boolean;
  /** 1 where nothing is said; 0 is what the page says. */
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export const NO_ATTRIBUTES: Attributes = { source: "", isWhole: true, isHidden: false, isPageBreak: false, columnSpan: 1, rowSpan: 1 };

/** A page repeats some hundred, and pages of one office repeat each other's. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 200;
const remembered = new Map<string, Attributes>();
/** Only attributes with one of these words hide an element, break the page or make a cell span others. */
const TELLING = /none|hidden|break-|span/i;

const SLASH = 47;
const GREATER_THAN = 62;

/** Looks the source of attributes through. The same ones come again and again, and are looked at once. */
function attributesOf(source: string): Attributes {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const attributes = lookThrough(source);
  if (source.length > LONGEST_REMEMBERED) return attributes;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(attributes.source, attributes);
  return attributes;
}

/** The last attributes looked at of each length: a page writes the same ones for cell after cell. */
const RECENT_LENGTHS = 64;
const recent: (Attributes | undefined)[] = new Array<Attributes | undefined>(RECENT_LENGTHS).fill(undefined);

/** The attributes that stand at a range, found without cutting them out where they are the last ones again. */
export function attributesAt(source: string, start: number, end: number): Attributes {
  const length = end - start;
  if (length === 0) return NO_ATTRIBUTES;
  if (length > LONGEST_REMEMBERED) return attributesOf(source.slice(start, end));
  const slot = length % RECENT_LENGTHS;
  const last = recent[slot];
  if (last !== undefined && last.source.length === length && source.startsWith(last.source, start)) return last;
  const attributes = attributesOf(source.slice(start, end));
  recent[slot] = attributes;
  return attributes;
}

function lookThrough(part: string): Attributes {
  const tag = Buffer.from(`${part}>`, "utf16le").toString("utf16le"); // a copy: a part would keep the whole page in memory
  const source = tag.slice(0, -1);
  const isWhole = endOfTag(tag, 0, () => -1) === source.length;
  const isTelling = TELLING.test(source);
  return {
    source,
    isWhole,
    isHidden: isTelling && isHidden(source),
    isPageBreak: isTelling && /(?:page-)?break-(?:before|after)\s*:\s*(?:always|page|left|right)/i.test(source),
    columnSpan: isTelling ? spanOf(source, "colspan") : 1,
    rowSpan: isTelling ? spanOf(source, "rowspan") : 1,
  };
}

function isHidden(source: string): boolean {
  if (/display\s*:\s*none/i.test(attribute(source, "style") ?? "")) return true;
  const hidden = attribute(source, "hidden");
  return hidden !== undefined && hidden !== "false";
}

function spanOf(source: string, name: string): number {
  const value = attribute(source, name);
  const span = value === undefined ? 1 : Number.parseInt(value, 10);
  return Number.isFinite(span) && span >= 0 ? span : 1;
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

/** Where the ">" of an opening tag stands; quoted values may hold others. */
export function endOfTag(source: string, from: number, find: (needle: string, from: number) => number): number {
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

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
