import { expect, test } from "vitest";
import { toSheet } from "./export-sheet.ts";

const COLUMNS = [
  { title: "名称", text: (row: readonly [string, number]) => row[0] },
  { title: "数", text: (row: readonly [string, number]) => row[1] },
];

test("a list is written as it is shown: text as text, figures as figures, each column as wide as it needs", () => {
  expect(toSheet("所辖机关2026", COLUMNS, [["=1+1,\n二", -2]])).toEqual({
    name: "所辖机关2026",
    headings: [
      { text: "名称", width: 10 },
      { text: "数", width: 10 },
    ],
    rows: [["=1+1,\n二", -2]],
  });
  const [wide, narrow] = toSheet("表", COLUMNS, [["云溪县人民政府政务公开办公室".repeat(9), 1]]).headings;
  expect([wide?.width, narrow?.width]).toEqual([60, 10]);
});
