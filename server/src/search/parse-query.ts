import { segmentTokens } from "./segment-tokens.ts";
import { SYNONYMS } from "./synonyms.ts";

/** What was typed, taken apart. All parts must be found. */
export interface ParsedQuery {
  /** Each part can be met in several ways; each way is words that must all be there. */
  readonly parts: readonly (readonly (readonly string[])[])[];
  /** To be found just as typed. */
  readonly phrases: readonly string[];
  /** What to mark in the results, the longest first. */
  readonly marks: readonly string[];
}

const MOST_LENGTH = 100;
const MOST_PARTS = 12;

/**
 * Reads what was typed into the search box: phrases stand in quotes, “ ”, " " or 「 」; what has synonyms may be met by any of
 * them; everything else is cut into words.
 *
 * @example
 * parseQuery('"公开指南" 公积金').phrases; // ["公开指南"]
 */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.normalize("NFKC").replaceAll(/\s+/g, " ").trim().slice(0, MOST_LENGTH);
  const phrases: string[] = [];
  const rest = text.replaceAll(/["“”「『]([^"“”」』]{2,})["“”」』]/g, (_, phrase: string) => {
    phrases.push(phrase.trim().toLowerCase());
    return " ";
  });
  const parts: string[][][] = [];
  const marks = new Set<string>(phrases);
  for (const phrase of phrases) parts.push([[...segmentTokens(phrase)]]);
  for (const piece of splitBySynonyms(rest.replaceAll(/["“”「」『』]/g, ""))) {
    if (piece.synonyms === undefined) {
      for (const word of segmentTokens(piece.text)) {
        parts.push([[word]]);
        marks.add(word);
      }
    } else {
      parts.push(piece.synonyms.map((one) => [...segmentTokens(one)]));
      for (const one of piece.synonyms) for (const word of one.split(" ")) marks.add(word.replaceAll(/[“”]/g, "").toLowerCase());
    }
  }
  return {
    parts: parts.filter((ways) => ways.some((words) => words.length > 0)).slice(0, MOST_PARTS),
    phrases,
    marks: [...marks].sort((a, b) => b.length - a.length),
  };
}

interface Piece {
  readonly text: string;
  readonly synonyms?: readonly string[];
}

const plainForm = (term: string): string => term.replaceAll(/["“”]/g, "").toLowerCase();
const GROUPS = new Map(
  SYNONYMS.flatMap((group) => group.filter((term) => !term.includes(" ")).map((term) => [plainForm(term), group] as const)),
);
const LONGEST = Math.max(...[...GROUPS.keys()].map((term) => term.length));

/** The text in order, what has synonyms apart; the longest term wins. */
function splitBySynonyms(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const lower = text.toLowerCase();
  let plain = "";
  for (let at = 0; at < text.length;) {
    const term = longestTermAt(lower, at);
    if (term === undefined) {
      plain += text[at] ?? "";
      at += 1;
      continue;
    }
    pieces.push({ text: plain }, { text: term, synonyms: [term, ...(GROUPS.get(term) ?? []).filter((one) => plainForm(one) !== term)] });
    plain = "";
    at += term.length;
  }
  return [...pieces, { text: plain }];
}

function longestTermAt(text: string, at: number): string | undefined {
  for (let length = LONGEST; length >= 2; length -= 1) {
    const term = text.slice(at, at + length);
    if (term.length === length && GROUPS.has(term)) return term;
  }
  return undefined;
}
