import { describe, expect, test } from "vitest";
import { looksLikeCsv, parseCsv } from "./csv.ts";
import { readDocument } from "./read-document.ts";

const SHEET = ["三、办理情况,,,,,,", ...Array.from({ length: 9 }, (_, row) => `第${row}行,1,2,,,3,6`), "", "没有其他事项。"].join("\n");
const rowsOf = (text: string) =>
  parseCsv(text).blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map((cell) => cell.text)) : block.kind === "pageBreak" ? "" : block.text,
  );

describe("comma-separated values", () => {
  test("are a table, with prose before and after it", () => {
    expect(rowsOf('总体情况\n\n项目,本年\n"规章, 规定","1,204"\n说明')).toEqual([
      "总体情况",
      [
        ["项目", "本年"],
        ["规章, 规定", "1,204"],
      ],
      "说明",
    ]);
  });

  test("keep commas, quotes and line ends of a field in quotes, and a quote that nobody closes", () => {
    expect(rowsOf('"商业\n企业","所谓""其他""",3\r\n5,"没有收完')).toEqual([
      [
        ["商业\n企业", '所谓"其他"', "3"],
        ["5", '"没有收完'],
      ],
    ]);
  });

  test("say where in the text each field stands, and on which line", () => {
    const doc = parseCsv('"a\nb",1\n22,"3 3"\n');
    const table = doc.blocks[0];
    const places = table?.kind === "table" ? table.rows.flatMap(({ cells }) => cells.map((cell) => cell)) : [];
    expect(places.map(({ at }) => doc.text.slice(at.start, at.end))).toEqual(["a\nb", "1", "22", "3 3"]);
    expect(places.map(({ at }) => at.line)).toEqual([1, 1, 3, 3]);
  });

  test("are told by their commas, not by a name", async () => {
    const read = await readDocument(new TextEncoder().encode(SHEET), { name: "年报.txt" });
    expect(read.ok && read.doc.blocks.map(({ kind }) => kind)).toEqual(["table", "paragraph"]);
    expect(looksLikeCsv("We read, and wrote, and so on, and on, for a long while, as it were, all the way through.\n".repeat(20))).toBe(
      false,
    );
    expect(looksLikeCsv("a\t1,2,3,4,5,6,7,8\n".repeat(20))).toBe(false);
  });
});
