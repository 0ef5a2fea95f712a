import { expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

test.each([
  [
    "separators",
    "甲,乙\n1,2\n",
    [
      ["甲", "乙"],
      ["1", "2"],
    ],
  ],
  ["quotes that hold separators, quotes and breaks", '甲,"乙,""丙""\n丁"\n', [["甲", '乙,"丙"\n丁']]],
  ["tabs, when the first line has any", "甲\t乙,丙\r\n", [["甲", "乙,丙"]]],
  [
    "semicolons of other countries' programs",
    "甲;乙\n1;2",
    [
      ["甲", "乙"],
      ["1", "2"],
    ],
  ],
  ["nothing", "", []],
])("a text with %s is read as rows", (_what, text, rows) => {
  expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows);
});

test("each row says at which line it begins", () => {
  expect(readCsv('甲\n"1\n2"\n3\n').map(({ line }) => line)).toEqual([1, 2, 4]);
});
