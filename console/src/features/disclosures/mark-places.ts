import type { Screening } from "@gongkai/server/contract";

type Finding = Screening["findings"][number];
type Place = Pick<Finding, "fingerprint" | "severity" | "found" | "context">;

/** A stretch of the text's letters that a finding is about. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/iy;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Letters of the HTML's text, and where in the HTML each begins and ends. */
function lettersOf(html: string) {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < html.length;) {
    if (html[at] === "<") {
      const end = html.indexOf(">", at);
      at = end === -1 ? html.length : end + 1;
      continue;
    }
    ENTITY.lastIndex = at;
    const entity = html[at] === "&" ? ENTITY.exec(html) : null;
    const length = entity?.[0].length ?? 1;
    const letter = entity === null ? (html[at] ?? "") : decode(entity);
    if (letter.trim() !== "") {
      letters.push(letter);
      starts.push(at);
      ends.push(at + length);
    }
    at += length;
  }
  return { text: letters.join(""), starts, ends };
}

function decode([whole, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : "?";
}

const bare = (text: string) => text.replaceAll(/\s/g, "");

/** Where a finding stands, told by its own letters and those around it, so that no blank or break can move it. */
function findStretch(text: string, place: Place, taken: readonly Stretch[]): Stretch | undefined {
  const found = bare(place.found);
  const context = bare(place.context);
  if (found === "") return undefined;
  const within = context.indexOf(found);
  const isFree = (start: number) => taken.every((one) => one.end <= start || start + found.length <= one.start);
  for (let at = within === -1 ? -1 : text.indexOf(context); at !== -1; at = text.indexOf(context, at + 1)) {
    if (isFree(at + within)) return { start: at + within, end: at + within + found.length, place };
  }
  for (let at = text.indexOf(found); at !== -1; at = text.indexOf(found, at + 1)) {
    if (isFree(at)) return { start: at, end: at + found.length, place };
  }
  return undefined;
}

/**
 * The HTML with every finding's letters inside `<mark id="place-…">`; mark-up between the letters stays. Findings that stand
 * elsewhere are left out.
 */
export function markPlaces(html: string, places: readonly Place[]): string {
  const { text, starts, ends } = lettersOf(html);
  const stretches: Stretch[] = [];
  for (const place of places) {
    const stretch = findStretch(text, place, stretches);
    if (stretch !== undefined) stretches.push(stretch);
  }
  let out = "";
  let done = 0;
  for (const { start, end, place } of stretches.toSorted((one, other) => one.start - other.start)) {
    let isFirst = true;
    for (let at = start; at < end;) {
      // Letters without a tag between them get one mark together.
      let last = at;
      while (last + 1 < end && !html.slice(ends[last], starts[last + 1]).includes("<")) last += 1;
      const [from = 0, to = 0] = [starts[at], ends[last]];
      const id = isFirst ? ` id="${placeId(place.fingerprint)}"` : "";
      out += `${html.slice(done, from)}<mark${id} class="place-${place.severity}">${html.slice(from, to)}</mark>`;
      done = to;
      isFirst = false;
      at = last + 1;
    }
  }
  return out + html.slice(done);
}

/** The id of a finding's place in the text. */
export function placeId(fingerprint: string): string {
  return `place-${fingerprint}`;
}
