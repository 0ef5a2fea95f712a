/**
 * A small forward scanner for the XML parts of Office files: no tree, no DTD, no entities but the five predefined and
 * the numeric ones, so nothing can be expanded and memory is the caller's alone. It does the 250 KB body of an official
 * form in a fifth of the time a general parser takes, which is what lets a province's reports be read in minutes.
 */

/** What to do at one kind of element. Keys of the table are canonical names such as `w:p`, whatever prefix the file uses. */
export interface XmlElement {
  /** Return "skip" to pass over the whole element, "stop" to end the scan. */
  readonly open?: (attributes: XmlAttributes) => void | "skip" | "stop";
  readonly close?: () => void;
  /** Pass over the element and all it holds. */
  readonly skip?: boolean;
}

export type XmlElements = Readonly<Record<string, XmlElement>>;

export interface XmlAttributes {
  /** Value of the attribute with this local name, whatever its prefix. */
  get(localName: string): string | undefined;
}

/** "damaged" stands for text that is not well-formed, nested absurdly deep, or that declares a document type. */
export type ScanOutcome = "done" | "stopped" | "damaged";

/** Canonical prefixes of the namespaces office files use, in their transitional and strict spelling. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
};

/** Word itself nests some tens of levels; a file nested deeper than this was made to hurt. */
const DEEPEST = 2000;

const PASSED_OVER: XmlElement = { skip: true };
const PLAIN: XmlElement = {};

/**
 * Walks `source` and calls the functions of `elements` in document order; `onText` gets every piece of character data,
 * entities resolved (white space between elements included: the caller knows in which elements text counts).
 */
export function scanXml(source: string, elements: XmlElements, onText: (text: string) => void): ScanOutcome {
  const names: string[] = []; // raw names of the open elements
  const open: XmlElement[] = [];
  const scopes: { depth: number; prefix: string; before: string | undefined }[] = [];
  const prefixes = new Map<string, string>();
  let resolved = new Map<string, XmlElement>(); // raw name -> element, good until a prefix is bound anew
  let skipFrom = Infinity; // depth of the element being passed over
  const tag: Tag = { greater: -1, nameEnd: -1, bindsPrefix: false };
  let at = 0;

  function bind(prefix: string, uri: string): void {
    scopes.push({ depth: names.length, prefix, before: prefixes.get(prefix) });
    prefixes.set(prefix, NAMESPACES[uri] ?? "?");
    resolved = new Map();
  }

  function resolve(rawName: string): XmlElement {
    const colon = rawName.indexOf(":");
    const prefix = colon < 0 ? "" : rawName.slice(0, colon);
    const canonical = prefixes.get(prefix) ?? prefix;
    const element = elements[`${canonical}:${rawName.slice(colon + 1)}`] ?? PLAIN;
    resolved.set(rawName, element);
    return element;
  }

  function closeTop(): void {
    open.pop()?.close?.();
    names.pop();
    while (scopes.length > 0) {
      const scope = scopes[scopes.length - 1];
      if (scope === undefined || scope.depth < names.length) break;
      if (scope.before === undefined) prefixes.delete(scope.prefix);
      else prefixes.set(scope.prefix, scope.before);
      resolved = new Map();
      scopes.pop();
    }
    if (names.length <= skipFrom) skipFrom = Infinity;
  }

  for (;;) {
    const less = source.charCodeAt(at) === LESS ? at : source.indexOf("<", at);
    if (less < 0) break;
    if (less > at && skipFrom === Infinity && names.length > 0) onText(decodeEntities(source.slice(at, less)));
    const mark = source.charCodeAt(less + 1);

    if (mark === SLASH) {
      const name = names[names.length - 1];
      if (name === undefined || !source.startsWith(name, less + 2)) return "damaged";
      let greater = less + 2 + name.length;
      while (source.charCodeAt(greater) <= 0x20) greater++;
      if (source.charCodeAt(greater) !== GREATER) return "damaged";
      closeTop();
      at = greater + 1;
      continue;
    }

    if (mark === EXCLAMATION || mark === QUESTION) {
      const isText = source.startsWith("<![CDATA[", less);
      const ending = mark === QUESTION ? "?>" : isText ? "]]>" : source.startsWith("<!--", less) ? "-->" : undefined;
      const end = ending === undefined ? -1 : source.indexOf(ending, less + 2);
      if (ending === undefined || end < 0) return "damaged"; // among them <!DOCTYPE, which Office packages may not hold
      if (isText && skipFrom === Infinity && names.length > 0) onText(source.slice(less + 9, end));
      at = end + ending.length;
      continue;
    }

    readTag(source, less + 1, tag);
    const { greater, nameEnd } = tag;
    if (greater < 0 || nameEnd === less + 1 || names.length >= DEEPEST) return "damaged";
    at = greater + 1;
    const isEmpty = source.charCodeAt(greater - 1) === SLASH;
    const skipping = skipFrom !== Infinity;
    if (isEmpty && skipping) continue;
    const contentEnd = isEmpty ? greater - 1 : greater;
    const name = source.slice(less + 1, Math.min(nameEnd, contentEnd));
    const attributes = nameEnd < contentEnd ? source.slice(nameEnd, contentEnd) : "";
    if (tag.bindsPrefix) {
      forEachAttribute(attributes, (key, value) => {
        if (key === "xmlns") bind("", value);
        else if (key.startsWith("xmlns:")) bind(key.slice(6), value);
      });
    }
    const element = skipping ? PASSED_OVER : (resolved.get(name) ?? resolve(name));
    // Most elements are settings nobody asks for: they cost no more than being recognised.
    if (isEmpty && element === PLAIN && !tag.bindsPrefix) continue;
    let act: void | "skip" | "stop" = element.skip === true ? "skip" : undefined;
    if (!skipping && act === undefined && element.open !== undefined) act = element.open(attributesOf(attributes));
    if (act === "stop") return "stopped";
    names.push(name);
    open.push(act === "skip" ? PASSED_OVER : element);
    if (act === "skip" && !skipping) skipFrom = names.length - 1;
    if (isEmpty) closeTop();
  }
  return names.length === 0 ? "done" : "damaged";
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const LETTER_X = 0x78;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

interface Tag {
  /** Index of the ">" that ends the tag; -1 if there is none. */
  greater: number;
  nameEnd: number;
  /** Whether an attribute seems to declare a namespace. */
  bindsPrefix: boolean;
}

/** Finds where a start tag ends, quoted values passed over. One pass, and the result goes into `tag`: this is the hot loop. */
function readTag(source: string, from: number, tag: Tag): void {
  tag.greater = -1;
  tag.nameEnd = -1;
  tag.bindsPrefix = false;
  const { length } = source;
  let at = from;
  while (at < length && source.charCodeAt(at) > 0x20 && source.charCodeAt(at) !== GREATER) at++;
  tag.nameEnd = at;
  for (; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      do at++;
      while (at < length && source.charCodeAt(at) !== code);
    } else if (code === GREATER) {
      tag.greater = at;
      return;
    } else if (code === LESS) return;
    else if (code === LETTER_X && source.startsWith("xmlns", at)) tag.bindsPrefix = true;
  }
}

function attributesOf(text: string): XmlAttributes {
  return {
    get(localName) {
      let found: string | undefined;
      forEachAttribute(text, (key, value) => {
        if (key === localName || (key.endsWith(localName) && key.charCodeAt(key.length - localName.length - 1) === 0x3a)) {
          found ??= value;
        }
      });
      return found;
    },
  };
}

function forEachAttribute(text: string, visit: (key: string, value: string) => void): void {
  let at = 0;
  for (;;) {
    const equals = text.indexOf("=", at);
    if (equals < 0) return;
    const key = text.slice(at, equals).trim();
    let open = equals + 1;
    while (open < text.length && text.charCodeAt(open) <= 0x20) open++;
    const quote = text[open];
    if (quote !== '"' && quote !== "'") return;
    const close = text.indexOf(quote, open + 1);
    if (close < 0) return;
    visit(key, decodeEntities(text.slice(open + 1, close)));
    at = close + 1;
  }
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves the five predefined and the numeric entities; anything else stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return PREDEFINED[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
