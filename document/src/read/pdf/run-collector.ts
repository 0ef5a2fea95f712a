import { glyphText, isBlank, isLost } from "./glyph-text.ts";
import { onPage, type Font, type Run } from "./page.ts";

/** One glyph as drawn, in page points: where its baseline begins and ends, and the height of its type. */
export interface Glyph {
  readonly unicode: string;
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly size: number;
  readonly turn: Run["turn"];
  readonly font: Font;
}

/** Glyphs further apart than this share of their size belong to different runs. */
const WIDEST_GAP = 0.25;
/** A glyph drawn again this near to itself, as a share of its size, is a makeshift bold. */
const BOLD_SHIFT = 0.15;

type GrowingRun = { -readonly [key in keyof Run]: Run[key] } & { lastText: string; lastStart: number };

/** Puts glyphs together to runs in the order in which they are drawn. */
export interface RunCollector {
  add(glyph: Glyph): void;
  finish(): { runs: Run[]; glyphCount: number; lostCount: number };
}

/** A collector for one page. Blanks end a run and are remembered on the next one; text drawn twice is taken once. */
export function createRunCollector(): RunCollector {
  const runs: GrowingRun[] = [];
  let current: GrowingRun | undefined;
  let afterBlank = false;
  let glyphCount = 0;
  let lostCount = 0;

  function add(glyph: Glyph): void {
    const text = glyphText(glyph.unicode);
    if (text === "") return;
    if (isBlank(text)) {
      afterBlank = true;
      return;
    }
    glyphCount++;
    if (isLost(text)) lostCount++;
    const { turn, size } = glyph;
    const [start, end, baseline] = alongAndAcross(glyph);
    if (current !== undefined && current.turn === turn && Math.abs(baseline - current.baseline) < 0.25 * size) {
      if (text === current.lastText && Math.abs(start - current.lastStart) < BOLD_SHIFT * size) return;
      const gap = start - current.end;
      if (
        !afterBlank &&
        gap < WIDEST_GAP * size &&
        gap > -0.5 * size &&
        Math.abs(size - current.size) < 0.2 * size &&
        isAlike(glyph.font, current.font)
      ) {
        current.text += text;
        current.end = Math.max(current.end, end);
        current.lastText = text;
        current.lastStart = start;
        return;
      }
    }
    current = {
      text,
      turn,
      start,
      end,
      baseline,
      size,
      font: glyph.font,
      afterBlank,
      middleX: 0,
      middleY: 0,
      lastText: text,
      lastStart: start,
    };
    runs.push(current);
    afterBlank = false;
  }

  function finish(): { runs: Run[]; glyphCount: number; lostCount: number } {
    for (const run of runs) {
      const middle = onPage(run.turn, (run.start + run.end) / 2, run.baseline - 0.36 * run.size);
      run.middleX = middle.x;
      run.middleY = middle.y;
    }
    return { runs: withoutRepeats(runs), glyphCount, lostCount };
  }

  return { add, finish };
}

/** Some writers make a font for every few characters: only what matters to us parts a run. */
function isAlike(first: Font, second: Font): boolean {
  return first === second || (first.isHeavy === second.isHeavy && !first.isComposite && !second.isComposite);
}

/** The frame of a turned glyph: along its reading direction, and down across it. */
function alongAndAcross({ turn, x, y, endX, endY }: Glyph): [start: number, end: number, baseline: number] {
  switch (turn) {
    case 0:
      return [x, endX, y];
    case 1:
      return [y, endY, -x];
    case 2:
      return [-x, -endX, -y];
    case 3:
      return [-y, -endY, x];
  }
}

/** Drops runs whose text stands already at nearly the same place: shadows and bold made by drawing twice. */
function withoutRepeats(runs: GrowingRun[]): Run[] {
  const seen = new Map<string, GrowingRun[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text);
    if (same === undefined) {
      seen.set(run.text, [run]);
      return true;
    }
    const reach = 0.3 * run.size;
    // A page of one repeated figure must stay cheap: a repeat is drawn soon after its first.
    for (let i = same.length - 1; i >= 0 && i >= same.length - 50; i--) {
      const other = same[i];
      if (other && other.turn === run.turn && Math.abs(other.start - run.start) < reach && Math.abs(other.baseline - run.baseline) < reach)
        return false;
    }
    same.push(run);
    return true;
  });
}
