import { expect, test } from "vitest";
import { writeSheet } from "./export-sheet.ts";

const COLUMNS = [
  { title: "名称", text: (row: readonly string[]) => row[0] ?? "" },
  { title: "数", text: (row: readonly string[]) => row[1] ?? "" },
];

test("a sheet begins with the mark that makes Excel and WPS read Chinese", () => {
  expect(writeSheet(COLUMNS, [["甲", "1"]])).toBe("\uFEFF名称,数\r\n甲,1\r\n");
});

test("commas, quotes and line breaks stay within their cell", () => {
  expect(writeSheet(COLUMNS, [['一,"二"\n三', "-2"]])).toBe('\uFEFF名称,数\r\n"一,""二""\n三",-2\r\n');
});

test("what looks like a formula is not worked out by the program that opens it", () => {
  expect(writeSheet(COLUMNS, [["=1+1", "@x"]])).toBe("\uFEFF名称,数\r\n'=1+1,'@x\r\n");
});
