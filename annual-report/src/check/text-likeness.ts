/** A sentence of a text with its place. */
interface Sentence {
  readonly normal: string;
  readonly start: number;
  readonly end: number;
}

/** How much of a text stands word for word in another, and where. */
export interface Likeness {
  /** Characters of sentences found in the other text, over all characters of sentences: 0 to 1. */
  readonly share: number;
  readonly sameCharacters: number;
  /** Runs of identical sentences, longest first; offsets in the first text. */
  readonly passages: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

const SHORTEST = 8;

/**
 * Compares two texts sentence by sentence, blind to blanks, punctuation and figures (years and counts change even
 * where the rest is copied). Linear in the length of both.
 */
export function textLikeness(text: string, other: string): Likeness {
  const theirs = sentencesOf(other).normals;
  let all = 0;
  let same = 0;
  const passages: { start: number; end: number; text: string }[] = [];
  let run: { start: number; end: number } | undefined;
  const close = () => {
    if (run !== undefined) passages.push({ ...run, text: text.slice(run.start, run.end) });
    run = undefined;
  };
  for (const sentence of sentencesOf(text).sentences) {
    all += sentence.normal.length;
    if (theirs.has(sentence.normal)) {
      same += sentence.normal.length;
      run = { start: run?.start ?? sentence.start, end: sentence.end };
    } else close();
  }
  close();
  passages.sort((one, two) => two.end - two.start - (one.end - one.start));
  return { share: all === 0 ? 0 : same / all, sameCharacters: same, passages };
}

interface Sentences {
  readonly sentences: readonly Sentence[];
  readonly normals: ReadonlySet<string>;
}

const cache = new Map<string, Sentences>();

function sentencesOf(text: string): Sentences {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^。；！？\n]+/gu)) {
    const normal = match[0].replace(/[\d０-９]+/gu, "0").replace(/[^\p{Letter}0]+/gu, "");
    if (normal.length >= SHORTEST) sentences.push({ normal, start: match.index, end: match.index + match[0].length });
  }
  // A report is compared with many others in a row: its own sentences are kept, within bounds.
  if (cache.size >= 256) cache.clear();
  const made = { sentences, normals: new Set(sentences.map((sentence) => sentence.normal)) };
  cache.set(text, made);
  return made;
}

/** Dice's coefficient over pairs of characters: 0 for nothing in common, 1 for the same text. */
export function diceSimilarity(one: string, other: string): number {
  const first = pairs(one);
  const second = pairs(other);
  if (first.length === 0 || second.length === 0) return first.length === second.length && plain(one) === plain(other) ? 1 : 0;
  const counts = new Map<number, number>();
  for (const pair of first) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of second) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(pair, left - 1);
  }
  return (2 * shared) / (first.length + second.length);
}

function plain(text: string): string {
  return text.replace(/[^\p{Letter}\p{Number}]+/gu, "");
}

function pairs(text: string): number[] {
  const letters = plain(text);
  const found: number[] = [];
  for (let position = 0; position + 1 < letters.length; position++)
    found.push(letters.charCodeAt(position) * 65_536 + letters.charCodeAt(position + 1));
  return found;
}
