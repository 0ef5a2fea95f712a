import { describe, expect, test } from "vitest";
import type { TextLine } from "./text-lines.ts";
import { type CellLines, marginsOf, textOfLines } from "./wrapped-figures.ts";

/** Lines in a cell of this width, each character as wide as given. */
function cell(width: number, characterWidth: number, ...texts: readonly string[]): CellLines {
  const lines = texts.map((text, index): TextLine => ({
    text,
    runs: [],
    start: 0,
    end: text.length * characterWidth,
    baseline: index * 12,
    size: 10,
  }));
  return { lines, width };
}

/** In a cell of 50 points: 10 of them stay empty. */
const LABEL = cell(50, 10, "政府信息", "公开申请");

describe("figures in the cells of a ruled table", () => {
  const margins = marginsOf([LABEL, cell(30, 5, "0")]);

  test("are whole where one was too long for its cell", () => {
    expect(margins).toBe(10);
    expect(textOfLines(cell(32, 5, "1365", "6"), margins)).toBe("13656");
    expect(textOfLines(cell(22, 5, "12", "34", "5"), margins)).toBe("12345");
  });

  test("stay apart where there was room for another digit", () => {
    expect(textOfLines(cell(32, 5, "136", "6"), margins)).toBe("136\n6");
    expect(textOfLines(cell(50, 5, "12", "3"), margins)).toBe("12\n3");
  });

  test("stay apart from words, and where no label tells how much room there is", () => {
    expect(textOfLines(cell(32, 5, "1365", "件"), margins)).toBe("1365\n件");
    expect(textOfLines(cell(32, 5, "1365", "6"), marginsOf([cell(32, 5, "1365", "6")]))).toBe("1365\n6");
    expect(marginsOf([cell(90, 10, "政府信息", "公开申请")])).toBeUndefined();
  });
});
