/** The text of a marked-up source, and where in the source each of its characters stands. */
export interface SourceMap {
  readonly text: string;
  /** Of each UTF-16 unit of the text the beginning of what it was made from; -1 for breaks that no character stands for. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Collects text together with its places. */
export function createSourceMap(): {
  readonly add: (source: string, from: number, to: number) => void;
  readonly break: (mark: string) => void;
  readonly done: () => SourceMap;
} {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (text: string, from: number, to: number): void => {
    pieces.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      starts.push(from);
      ends.push(to);
    }
  };
  return {
    add: (source, from, to) => {
      for (let at = from; at < to;) {
        const entity =
          source[at] === "&" ? /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/i.exec(source.slice(at, Math.min(to, at + 12))) : null;
        if (entity === null) {
          put(source[at] ?? "", at, at + 1);
          at += 1;
        } else {
          put(decode(entity), at, at + entity[0].length);
          at += entity[0].length;
        }
      }
    },
    break: (mark) => {
      if (pieces.length > 0 && pieces.at(-1) !== mark) put(mark, -1, -1);
    },
    done: () => ({ text: pieces.join(""), starts, ends }),
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decode([whole, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** The source with ranges of its text replaced; mark-up between the characters stays. */
export function replaceInSource(source: string, { starts, ends }: SourceMap, replacements: readonly Replacement[]): string {
  const edits: { from: number; to: number; text: string }[] = [];
  for (const { start, end, replacement } of replacements) {
    // A mask takes each character's place, so that bold digits stay bold; anything else goes where the first one stood.
    const isInPlace = replacement.length === end - start;
    let last = -1;
    for (let unit = start; unit < end; unit++) {
      const [from = -1, to = -1] = [starts[unit], ends[unit]];
      if (from === -1 || from === last) continue;
      const text = isInPlace ? (replacement[unit - start] ?? "") : last === -1 ? replacement : "";
      edits.push({ from, to, text: escapeText(text) });
      last = from;
    }
  }
  let result = source;
  for (const { from, to, text } of edits.toSorted((one, other) => other.from - one.from))
    result = result.slice(0, from) + text + result.slice(to);
  return result;
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const BLOCKS = /^(?:p|div|h[1-6]|li|ul|ol|table|tr|blockquote|section|article|pre|hr|br|caption|figure|figcaption|thead|tbody|dl|dt|dd)$/i;

/** The text of a body of HTML: a line for each block, cells parted by tabs. */
export function mapHtml(html: string): SourceMap {
  const map = createSourceMap();
  let at = 0;
  for (const tag of html.matchAll(/<!--[\s\S]*?-->|<\/?([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    map.add(html, at, tag.index);
    const name = tag[1] ?? "";
    if (/^t[dh]$/i.test(name) && tag[0].startsWith("</")) map.break("\t");
    else if (BLOCKS.test(name)) map.break("\n");
    at = tag.index + tag[0].length;
  }
  map.add(html, at, html.length);
  return map.done();
}
