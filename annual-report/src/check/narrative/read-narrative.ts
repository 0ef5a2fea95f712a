import type { Sections } from "../../report.ts";
import { readDenials } from "./denials.ts";
import { meaningOf, NOT_THIS, phraseBefore, REMEDIES, RESULTS } from "./figure-meaning.ts";
import type { Meaning } from "./meanings.ts";
import { type ProseFigure, type ScannedProse, scanProse } from "./scan-prose.ts";

/** A figure in prose with what it counts. */
export interface Statement {
  readonly meaning: Meaning;
  readonly value: number;
  readonly isApproximate: boolean;
  readonly section: "overview" | "other";
  /** Offsets of phrase and figure in the section. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly figure?: ProseFigure;
  /** For results of reconsiderations and suits: which of the two (or three) they belong to. */
  readonly remedy?: Remedy;
  /** True where the figure says it includes what was carried in. */
  readonly includesCarriedIn?: boolean;
}

export type Remedy = "reconsideration" | "litigation" | "litigationDirect" | "litigationAfter";

export interface Narrative {
  readonly statements: readonly Statement[];
  readonly scanned: Readonly<Record<keyof Sections, ScannedProse>>;
}

/** Reads the figures of the prose with their meaning. What is not clearly about this organ and year is left out. */
export function readNarrative(sections: Sections, year: number | null): Narrative {
  const statements: Statement[] = [];
  const texts = { overview: fullWidth(sections.overview ?? ""), problems: sections.problems ?? "", other: fullWidth(sections.other ?? "") };
  const scanned = { overview: scanProse(texts.overview), problems: scanProse(texts.problems), other: scanProse(texts.other) };
  for (const section of ["overview", "other"] as const) {
    const text = texts[section];
    readStatements(section, text, scanned[section], year, statements);
    readDenials(section, text, scanned[section], year, statements);
  }
  statements.sort((one, two) => (one.section === two.section ? one.start - two.start : one.section === "overview" ? -1 : 1));
  return { statements, scanned };
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "(": "（", ")": "）" };

/** Half-width punctuation as full-width, character for character, so that offsets stay those of the section. */
function fullWidth(text: string): string {
  return /[,;:()]/u.test(text) ? text.replace(/[,;:()]/gu, (one) => FULL_WIDTH[one] ?? one) : text;
}

const COUNTED = new Set(["件", "条", "份", "宗", "起", "例", "次", "元"]);

function readStatements(
  section: "overview" | "other",
  text: string,
  scanned: ScannedProse,
  year: number | null,
  statements: Statement[],
): void {
  let remedy: Remedy | undefined;
  let remedySentence = -1;
  for (const figure of scanned.figures) {
    if (figure.sentenceStart !== remedySentence) remedy = undefined;
    if (!COUNTED.has(figure.unit)) continue;
    const nearest = phraseBefore(figure.before);
    const meaning = meaningOf(figure, nearest, text, remedy);
    if (nearest !== undefined && nearest.meaning !== null && REMEDIES.has(nearest.meaning)) {
      remedy = nearest.meaning as Remedy; // a member of REMEDIES
      remedySentence = figure.sentenceStart;
    }
    if (meaning === undefined || NOT_THIS.test(figure.before.slice(-40))) continue;
    if (figure.year !== null && year !== null && figure.year !== year) continue;
    const phraseStart = figure.start - figure.before.length + (nearest?.start ?? figure.before.length);
    const statement: Statement = {
      meaning,
      value: figure.value,
      isApproximate: figure.isApproximate,
      section,
      start: phraseStart,
      end: figure.end,
      sentenceStart: figure.sentenceStart,
      figure,
      ...(RESULTS.has(meaning) && remedy !== undefined ? { remedy } : {}),
      ...(meaning === "received" && /^[（(，]?(?:含|包括|其中)[^）)。；]{0,6}结转/u.test(text.slice(figure.end, figure.end + 14))
        ? { includesCarriedIn: true }
        : {}),
    };
    statements.push(statement);
    if (REMEDIES.has(meaning)) readAllUpheld(text, statement, statements);
  }
}

/** 行政复议7件，诉讼9件，均获维持: every remedy named so far in the sentence was upheld in full. */
function readAllUpheld(text: string, last: Statement, statements: Statement[]): void {
  const match = /^[，、\s]*(?:结果)?(?:均|全部|都)(?:获|被|获得|予以|为|是)?(?:结果)?维持/u.exec(text.slice(last.end, last.end + 16));
  if (match === null) return;
  const end = last.end + match[0].length;
  const named = statements
    .slice(-8)
    .filter((one) => one.section === last.section && one.sentenceStart === last.sentenceStart && REMEDIES.has(one.meaning));
  for (const one of named) statements.push({ ...one, meaning: "upheld", remedy: one.meaning as Remedy, end }); // a member of REMEDIES, by the filter
}
