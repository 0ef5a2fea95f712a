import { expect, test } from "vitest";
import { cutExcerpts } from "./source-excerpts.ts";

const text = Array.from({ length: 1000 }, (_, index) => String(index % 10)).join("");
const at = (start: number) => ({ raw: text.slice(start, start + 2), start, end: start + 2 });

test("keeps what stands around each figure, and leaves out the rest of the text", () => {
  const pieces = cutExcerpts(text, { a: at(100), b: at(130), c: at(900) });
  expect(pieces.map(({ start, text: piece }) => [start, piece.length])).toEqual([
    [20, 192],
    [820, 162],
  ]);
  for (const { start, text: piece } of pieces) expect(text.slice(start, start + piece.length)).toBe(piece);
});

test("stops at the ends of the text", () => {
  expect(cutExcerpts(text, { a: at(0), b: at(998) }).map((piece) => piece.start)).toEqual([0, 918]);
});
