import type { CellKind } from "../editions/form.ts";

/** A cell as sentences name it. */
export interface ProseCell {
  readonly number: number;
  readonly kind: CellKind;
  readonly names: readonly string[];
}

/** A figure that a sentence tells of a cell. */
export interface ToldFigure {
  readonly cell: ProseCell;
  /** Where the cell's name begins and ends in the sentence. */
  readonly nameFrom: number;
  readonly nameTo: number;
  /** Where the figure begins, and where its unit ends. */
  readonly from: number;
  readonly to: number;
  /** The figure and its unit, without the blanks between them. */
  readonly printed: string;
  readonly unit: string | undefined;
  /** What a figure of nothing but digits says; undefined for any other, which has to be read. */
  readonly plain: number | undefined;
}

/** Finds the first figure behind the name of a cell, from a place in a sentence on. */
export type FindFigure = (sentence: string, from: number) => ToldFigure | undefined;

const FIGURE = "([+\\-－+]?(?:\\d{1,3}(?:[,，]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|[减增]\\d+|未增未减|零)\\s*(亿元|万元|元|件|条|项|个|次)?";
const BETWEEN = "\\s*(?:（[^）]{0,12}）|\\([^)]{0,12}\\))?\\s*(?:数量|件数)?\\s*(?:为|是|：|:|共|有|计|—|-{2})?\\s*(?:约)?\\s*";
const MOST_PLAIN_DIGITS = 9;
/** What may stand at once behind the digits of a plain figure: a unit, or what parts it from the next one. */
const UNITS = "件条项个次";
const STOPS = "、。；;，,";

/** By character code, 1 for those with which the name of some cell begins. */
const BEGINS_NAME = new Uint8Array(65_536);

interface Name {
  readonly text: string;
  readonly cell: ProseCell;
}

/** How sentences tell the figures of these cells; of two cells with one name the first is meant. */
export function figureFinder(cells: readonly ProseCell[]): FindFigure {
  const cellOf = new Map(cells.toReversed().flatMap((cell) => cell.names.map((name) => [name, cell] as const)));
  const names = [...cellOf].map(([text, cell]): Name => ({ text, cell })).sort((one, other) => other.text.length - one.text.length);
  const byFirst = new Map<number, Name[]>();
  for (const name of names) {
    const code = name.text.charCodeAt(0);
    BEGINS_NAME[code] = 1;
    byFirst.set(code, [...(byFirst.get(code) ?? []), name]);
  }
  const pattern = new RegExp(`(${names.map(({ text }) => escape(text)).join("|")})${BETWEEN}${FIGURE}`, "y");
  return (sentence, from) => {
    for (let at = from; at < sentence.length; at++) {
      const code = sentence.charCodeAt(at);
      const name = BEGINS_NAME[code] === 1 ? byFirst.get(code)?.find(({ text }) => sentence.startsWith(text, at)) : undefined;
      const told = name && (plainFigure(sentence, at, name) ?? printedFigure(sentence, at, pattern, cellOf));
      if (told) return told;
    }
    return undefined;
  };
}

/** Nearly all figures are digits at once behind the name. */
function plainFigure(sentence: string, nameFrom: number, { text, cell }: Name): ToldFigure | undefined {
  const from = nameFrom + text.length;
  let to = from;
  let plain = 0;
  for (let digit = digitAt(sentence, to); digit >= 0; digit = digitAt(sentence, ++to)) plain = plain * 10 + digit;
  const digits = to - from;
  if (digits === 0 || digits > MOST_PLAIN_DIGITS || (digits > 1 && digitAt(sentence, from) === 0)) return undefined;
  const next = sentence.charAt(to);
  const unit = next !== "" && UNITS.includes(next) ? next : undefined;
  if (unit !== undefined) to++;
  else if (!STOPS.includes(next) || digitAt(sentence, to + 1) >= 0) return undefined; // 1,274 is one figure
  return { cell, nameFrom, nameTo: from, from, to, printed: sentence.slice(from, to), unit, plain };
}

/** The digit at a place, or -1. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

function printedFigure(sentence: string, at: number, pattern: RegExp, cellOf: ReadonlyMap<string, ProseCell>): ToldFigure | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(sentence);
  const [whole = "", name = "", figure = "", unit] = found ?? [];
  const cell = cellOf.get(name);
  if (!cell) return undefined;
  return {
    cell,
    nameFrom: at,
    nameTo: at + name.length,
    from: at + whole.lastIndexOf(figure),
    to: at + whole.length,
    printed: `${figure}${unit ?? ""}`,
    unit,
    plain: undefined,
  };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
