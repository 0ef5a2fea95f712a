import type { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fontFrom, type PdfFont } from "./fonts.ts";
import { UNKNOWN } from "./glyph-text.ts";
import { IDENTITY, matrixFrom, multiply, numbersFrom, type Matrix } from "./matrix.ts";
import type { Run, Segment } from "./page.ts";
import { filledSegments, strokedSegments } from "./path-segments.ts";
import { createRunCollector, type Glyph } from "./run-collector.ts";

/** A page's drawing commands as pdf.js hands them out. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageContent {
  readonly runs: readonly Run[];
  readonly segments: readonly Segment[];
  readonly glyphCount: number;
  /** Glyphs of which nobody knows the character. */
  readonly lostCount: number;
}

/** More lines than this is a drawing, not a table. */
const MOST_SEGMENTS = 60_000;

interface GraphicsState {
  matrix: Matrix;
  lineWidth: number;
  fill: string;
  stroke: string;
  font: PdfFont;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/**
 * Carries out the drawing commands of a page as far as text and ruling lines go. One pass gives both, so the page is
 * parsed once; `viewport` maps PDF space to the page as seen. Invisible text counts: it is the text of scanned pages.
 * `mayHoldGlyphNumbers` says that fonts of two-byte codes without meaning may be among the file's.
 */
export function interpretPage(
  list: OperatorList,
  ops: typeof OPS,
  viewport: Matrix,
  getFont: (id: string) => unknown,
  mayHoldGlyphNumbers: boolean,
): PageContent {
  const collector = createRunCollector();
  const segments: Segment[] = [];
  const stack: GraphicsState[] = [];
  const fonts = new Map<string, PdfFont>();
  const codes = new Map<PdfFont, CodeCount>();
  let state: GraphicsState = {
    matrix: viewport,
    lineWidth: 1,
    fill: "#000000",
    stroke: "#000000",
    font: fontFrom(undefined),
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  let textMatrix = IDENTITY;
  let lineMatrix = IDENTITY;

  function setFont(id: unknown, size: unknown): void {
    if (typeof id !== "string" || typeof size !== "number") return;
    let font = fonts.get(id);
    if (font === undefined) {
      font = fontFrom(getFont(id));
      fonts.set(id, font);
    }
    state.font = font;
    state.fontSize = size;
  }

  function moveText(x: number, y: number): void {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  }

  function showText(items: unknown): void {
    if (!Array.isArray(items)) return;
    const { font, fontSize, scale, rise } = state;
    const [a, b, c, d, e, f] = multiply(state.matrix, textMatrix);
    const turn = turnOf(a * Math.sign(fontSize || 1), b * Math.sign(fontSize || 1));
    const isSlanting = Math.min(Math.abs(a), Math.abs(b)) > 0.2 * Math.max(Math.abs(a), Math.abs(b)); // a watermark
    const size = Math.abs(fontSize) * Math.hypot(c, d);
    let x = 0,
      y = 0;
    for (const item of items as unknown[]) {
      if (typeof item === "number") {
        if (font.vertical) y -= (item / 1000) * fontSize;
        else x -= (item / 1000) * fontSize * scale;
        continue;
      }
      if (typeof item !== "object" || item === null) continue;
      const glyph = item as { unicode?: unknown; width?: unknown; isSpace?: unknown; vmetric?: unknown; originalCharCode?: unknown }; // checked where used
      const width = typeof glyph.width === "number" ? glyph.width * font.unit * fontSize : 0;
      const spacing = state.characterSpacing + (glyph.isSpace === true ? state.wordSpacing : 0);
      let startX = x,
        startY = y + rise;
      if (font.vertical) {
        const [down = -1000, originX = 500, originY = 880] = numbersFrom(glyph.vmetric);
        startX = x - originX * font.unit * fontSize * scale;
        startY = y + rise - originY * font.unit * fontSize;
        y += down * font.unit * fontSize + spacing;
      } else {
        x += (width + spacing) * scale;
      }
      if (typeof glyph.unicode !== "string" || size <= 0 || isSlanting) continue;
      const endX = startX + width * scale;
      const drawn: Glyph = {
        unicode: glyph.unicode,
        x: a * startX + c * startY + e,
        y: b * startX + d * startY + f,
        endX: a * endX + c * startY + e,
        endY: b * endX + d * startY + f,
        size,
        turn,
        font,
      };
      if (font.isComposite) countCode(codes, font, glyph.unicode, glyph.originalCharCode);
      collector.add(drawn);
    }
    textMatrix = multiply(textMatrix, [1, 0, 0, 1, x, y]);
  }

  function constructPath(args: readonly unknown[]): void {
    const [paint, data] = args;
    const path = Array.isArray(data) ? numbersFrom(data[0]) : [];
    if (path.length === 0 || segments.length > MOST_SEGMENTS) return;
    const strokes =
      paint === ops.stroke ||
      paint === ops.closeStroke ||
      paint === ops.fillStroke ||
      paint === ops.eoFillStroke ||
      paint === ops.closeFillStroke ||
      paint === ops.closeEOFillStroke;
    const fills = paint === ops.fill || paint === ops.eoFill;
    if (strokes && !isWhite(state.stroke)) segments.push(...strokedSegments(path, state.matrix, state.lineWidth));
    else if (fills && !isWhite(state.fill)) segments.push(...filledSegments(path, state.matrix));
  }

  for (let i = 0; i < list.fnArray.length; i++) {
    const found = list.argsArray[i];
    const args: readonly unknown[] = Array.isArray(found) ? found : [];
    const [first, second] = args;
    switch (list.fnArray[i]) {
      case ops.save:
      case ops.beginGroup:
        stack.push({ ...state });
        break;
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case ops.paintFormXObjectBegin:
        stack.push({ ...state });
        if (first) state.matrix = multiply(state.matrix, matrixFrom(first));
        break;
      case ops.transform:
        state.matrix = multiply(state.matrix, matrixFrom(args));
        break;
      case ops.setLineWidth:
        state.lineWidth = number(first);
        break;
      case ops.setFillRGBColor:
        state.fill = String(first);
        break;
      case ops.setStrokeRGBColor:
        state.stroke = String(first);
        break;
      case ops.setFillColorN:
        state.fill = "";
        break;
      case ops.setStrokeColorN:
        state.stroke = "";
        break;
      case ops.setGState:
        setGraphicsState(first);
        break;
      case ops.constructPath:
        constructPath(args);
        break;
      case ops.beginText:
        textMatrix = lineMatrix = IDENTITY;
        break;
      case ops.setCharSpacing:
        state.characterSpacing = number(first);
        break;
      case ops.setWordSpacing:
        state.wordSpacing = number(first);
        break;
      case ops.setHScale:
        state.scale = number(first) / 100;
        break;
      case ops.setLeading:
        state.leading = number(first);
        break;
      case ops.setTextRise:
        state.rise = number(first);
        break;
      case ops.setFont:
        setFont(first, second);
        break;
      case ops.moveText:
        moveText(number(first), number(second));
        break;
      case ops.setLeadingMoveText:
        state.leading = -number(second);
        moveText(number(first), number(second));
        break;
      case ops.nextLine:
        moveText(0, -state.leading);
        break;
      case ops.setTextMatrix:
        textMatrix = lineMatrix = matrixFrom(typeof first === "number" ? args : first);
        break;
      case ops.showText:
        showText(first);
        break;
      default:
        break;
    }
  }

  function setGraphicsState(pairs: unknown): void {
    if (!Array.isArray(pairs)) return;
    for (const pair of pairs as unknown[]) {
      if (!Array.isArray(pair)) continue;
      const [key, value] = pair as unknown[];
      if (key === "LW") state.lineWidth = number(value);
      else if (key === "Font" && Array.isArray(value)) setFont(value[0], value[1]);
    }
  }

  const { runs, glyphCount, lostCount } = collector.finish();
  const content = { runs, segments, glyphCount, lostCount };
  return mayHoldGlyphNumbers ? withoutGuesses(content, codes) : content;
}

interface CodeCount {
  glyphs: number;
  same: number;
  chinese: number;
  readable: number;
}

function countCode(codes: Map<PdfFont, CodeCount>, font: PdfFont, unicode: string, code: unknown): void {
  let count = codes.get(font);
  if (count === undefined) {
    count = { glyphs: 0, same: 0, chinese: 0, readable: 0 };
    codes.set(font, count);
  }
  count.glyphs++;
  if (unicode.charCodeAt(0) === code) count.same++;
  if (unicode >= "\u4e00" && unicode <= "\u9fff") count.chinese++;
  if ((unicode >= " " && unicode <= "~") || (unicode >= "\u2010" && unicode <= "\u203f") || unicode >= "\u3000") count.readable++;
}

/**
 * Blanks out the text of fonts for which pdf.js, for want of anything better, took the codes for characters, unless that
 * reads as Chinese: they are glyph numbers as a rule, and a wrong figure would be worse than none.
 */
function withoutGuesses(content: PageContent, codes: ReadonlyMap<PdfFont, CodeCount>): PageContent {
  let { lostCount } = content;
  const lost = new Set<unknown>();
  for (const [font, { glyphs, same, chinese, readable }] of codes) {
    if (same < glyphs || (chinese > 0 && readable >= 0.8 * glyphs)) continue;
    lost.add(font);
    lostCount += glyphs;
  }
  if (lost.size === 0) return content;
  const runs = content.runs.map((run) => (lost.has(run.font) ? { ...run, text: UNKNOWN.repeat([...run.text].length) } : run));
  return { ...content, runs, lostCount };
}

function turnOf(x: number, y: number): Run["turn"] {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y >= 0 ? 1 : 3;
}

function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** White on white is no line; pdf.js writes colours as #rrggbb. */
function isWhite(color: string): boolean {
  return /^#f[a-f9]f[a-f9]f[a-f9]$/i.test(color);
}
