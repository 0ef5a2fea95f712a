import type { Box } from "../doc.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import type { SourceCell } from "./source-doc.ts";
import { isPadding } from "./text-rows.ts";

/**
 * Measures where cells stand on their lines. People who line up columns by hand count a Chinese character as two wide,
 * `pdftotext` counts it as one: the file's own rows tell which of the two makes its columns straight.
 */
export interface ColumnRuler {
  /** Cells of a line parted by two blanks or more, each with its extent in `box`: y is the line, counted from 0. */
  cells(text: string, survey: LineSurvey): SourceCell[];
  /** Settles the boxes of all cells measured so far; call once, at the end. */
  settle(): void;
}

interface Measured {
  readonly box: { -readonly [K in keyof Box]: Box[K] };
  /** In characters; `box` is in display columns until settled. */
  readonly x: number;
  readonly width: number;
}

export function createColumnRuler(): ColumnRuler {
  const all: Measured[] = [];
  let above: readonly Measured[] = [];
  let displayShift = 0;
  let characterShift = 0;

  function compare(row: readonly Measured[]): void {
    if (row.length >= 3 && row.length === above.length) {
      for (let i = 1; i < row.length; i++) {
        const [a, b] = [above[i], row[i]];
        if (a === undefined || b === undefined) continue;
        displayShift += Math.abs(a.box.x + a.box.width / 2 - b.box.x - b.box.width / 2);
        characterShift += Math.abs(a.x + a.width / 2 - b.x - b.width / 2);
      }
    }
    if (row.length >= 3) above = row;
  }

  return {
    cells(text, { start, end, line }) {
      const cells: SourceCell[] = [];
      const row: Measured[] = [];
      let column = 0; // display column of the character looked at
      for (let i = start; i < end;) {
        const first = text.charCodeAt(i);
        if (first === 32 || isPadding(first)) {
          column += first === 32 ? 1 : widthOf(first);
          i++;
          continue;
        }
        const cellStart = i;
        const x = column;
        let right = column;
        let cellEnd = i;
        for (; i < end; i++) {
          const code = text.charCodeAt(i);
          const isBlank = isPadding(code);
          if (isBlank && isPadding(text.charCodeAt(i + 1))) break; // the gap between two cells
          column += widthOf(code);
          if (isBlank) continue;
          cellEnd = i + 1;
          right = column;
        }
        const box = { x, y: line - 1, width: right - x, height: 1 };
        row.push({ box, x: cellStart - start, width: cellEnd - cellStart });
        cells.push({ text: text.slice(cellStart, cellEnd), start: cellStart, end: cellEnd, box });
      }
      compare(row);
      for (const measured of row) all.push(measured);
      return cells;
    },
    settle() {
      if (characterShift >= displayShift) return;
      for (const { box, x, width } of all) {
        box.x = x;
        box.width = width;
      }
    },
  };
}

/** Display columns of a range. */
export function displayWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += widthOf(text.charCodeAt(i));
  return width;
}

/** Display columns of a UTF-16 unit: two for Chinese characters and full-width signs; a surrogate is half a wide character. */
function widthOf(code: number): number {
  if (code < 0x1100) return 1;
  if (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)) return 2;
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f)) return 2;
  return (code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) ? 2 : 1;
}
