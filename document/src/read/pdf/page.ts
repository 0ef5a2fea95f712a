/**
 * What one page holds once its drawing commands are carried out. Points from the top left corner of the page as it is
 * seen (its rotation applied), y downwards.
 */
export interface Page {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly segments: readonly Segment[];
}

/** Glyphs set one after the other without a gap: a word, a number, a stretch of Chinese. */
export interface Run {
  readonly text: string;
  /** Quarter turns clockwise of the reading direction: 0 is left to right, 1 is downwards. */
  readonly turn: 0 | 1 | 2 | 3;
  /** Along the reading direction of `turn`, then across it: for turn 0 the left edge, the right edge and the baseline. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** Height of the type, in points. */
  readonly size: number;
  readonly font: Font;
  /** A printed blank stands before it. */
  readonly afterBlank: boolean;
  /** Middle of the run on the page. */
  readonly middleX: number;
  readonly middleY: number;
}

export interface Font {
  readonly name: string;
  /** Set in a heavy face: 黑体, 小标宋 or a bold font. */
  readonly isHeavy: boolean;
  /** Of two-byte codes, which may be mere glyph numbers where the file does not say what they mean. */
  readonly isComposite: boolean;
}

/** A straight ruling line, horizontal or vertical. */
export interface Segment {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Places a point of the frame of a turned run back on the page. */
export function onPage(turn: Run["turn"], along: number, across: number): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x: along, y: across };
    case 1:
      return { x: -across, y: along };
    case 2:
      return { x: -along, y: -across };
    case 3:
      return { x: across, y: -along };
  }
}
