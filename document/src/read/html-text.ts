import { decodeHTML } from "entities/decode";

// Blanks of every width, the no-break space among them; "\u3000" is left, as indentation of Chinese prose it is trimmed.
const COLLAPSIBLE = /[\t\n\f\r \u00a0\u2002-\u200a\u202f]+|[\u200b\u2060\ufeff]+/g;

/** Character references decoded: `&nbsp;` → U+00A0, `&#8220;` → “. */
export function decodeText(raw: string): string {
  if (!raw.includes("&")) return raw;
  const text = raw.replaceAll("&nbsp;", "\u00a0");
  return text.includes("&") ? decodeHTML(text) : text;
}

/** Runs of blanks as one, as a browser shows them; no-break spaces count as blanks, invisible marks go. */
export function collapse(text: string): string {
  return text.replace(COLLAPSIBLE, (run) => (run.charCodeAt(0) >= 0x200b && run.charCodeAt(0) !== 0x202f ? "" : " "));
}

/**
 * True when a range of source is shown just as it stands, so that neither decoding nor collapsing would change it. Most
 * text is, and this one look at each character is several times cheaper than the searches it saves.
 */
export function isPlain(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code > 0x2060) {
      if (code === 0xfeff) return false;
    } else if (code <= 32) {
      if (code !== 32 || i === start || source.charCodeAt(i - 1) === 32) return false;
    } else if (code === 38 || code === 0xa0 || code >= 0x2060 || (code >= 0x2002 && code <= 0x200b) || code === 0x202f) {
      return false;
    }
  }
  return true;
}

/** Nothing but blanks and line ends, as between the tags of a table. */
export function isBlankRun(source: string, start: number, end: number): boolean {
  return skipBlanks(source, start) >= end;
}

/** Where the next character stands that is no blank or line end. */
export function skipBlanks(source: string, from: number): number {
  let at = from;
  while (source.charCodeAt(at) <= 32) at++;
  return at;
}

/** A run of text that begins as the first line of a Chinese paragraph does: with two blanks of width. */
export function isIndented(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x3000 || first === 0x2003) return true;
  return first === 0xa0 && text.charCodeAt(1) === 0xa0;
}
