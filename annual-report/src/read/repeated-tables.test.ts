import { describe, expect, test } from "vitest";
import { formTables, htmlOf, type Printed, readHtml, readText, textOf } from "./fixtures/read-text.ts";

const OWN: Printed = {
  "t2.rules.issued": 2,
  "t3.new.natural": 12,
  "t3.new.total": 12,
  "t4.reconsideration.upheld": 3,
  "t4.reconsideration.total": 3,
};
const LAST_YEAR: Printed = {
  "t2.rules.issued": 5,
  "t3.new.natural": 9,
  "t3.new.total": 9,
  "t4.reconsideration.upheld": 1,
  "t4.reconsideration.total": 1,
};

const own = formTables("2021", OWN);
const lastYear = formTables("2021", LAST_YEAR);

function figuresOf({ cells }: ReturnType<typeof readText>): (number | null | undefined)[] {
  return ["t2.rules.issued", "t3.new.natural", "t4.reconsideration.upheld"].map((key) => cells[key]);
}

describe("a table that stands in the report twice", () => {
  test.each([
    { order: "last year's first", third: [["2023年度："], ...lastYear[3], ["2024年度："], ...own[3]] },
    { order: "last year's behind", third: [...own[3], ["附：2023年收到和处理申请情况"], ...lastYear[3]] },
  ])("is read for the report's year: $order", ({ third }) => {
    expect(figuresOf(readText(textOf({ ...own, 3: third })))).toEqual([2, 12, 3]);
  });

  test("is read for the report's year in table 2 too", () => {
    expect(figuresOf(readText(textOf({ ...own, 2: [["2023年度："], ...lastYear[2], ["2024年度："], ...own[2]] })))).toEqual([2, 12, 3]);
  });

  test("is doubted where nothing says which is of which year, as far as the two differ", () => {
    const { cells, states, sources } = readText(textOf({ ...own, 3: [...lastYear[3], ...own[3]] }));
    expect(states["t3.new.natural"]).toBe("ambiguous");
    expect(sources["t3.new.natural"]?.candidates).toEqual([9, 12]);
    expect(cells["t3.granted.natural"]).toBe(0);
  });

  test("is no matter where both say the same, as on pages that keep one for telephones", () => {
    expect(figuresOf(readText(textOf({ ...own, 3: [...own[3], ...own[3]] })))).toEqual([2, 12, 3]);
  });
});

test("of the reports of two years in one file the first is read, whole", () => {
  const pages = [htmlOf("2021", OWN), htmlOf("2021", LAST_YEAR).replaceAll("2024年", "2023年")];
  expect(figuresOf(readHtml(pages.join("\n")))).toEqual([2, 12, 3]);
});

test("table 4 may stand before table 3", () => {
  const heading = "三、收到和处理政府信息公开申请情况";
  const third = [[heading], ...own[3]].map((row) => row.join("\t")).join("\n");
  const text = textOf({ 2: own[2], 4: own[4] }).replace(`${heading}\n`, "").replace("五、", `${third}\n五、`);
  expect(figuresOf(readText(text))).toEqual([2, 12, 3]);
});

test("the fifteen figures of table 4 are not those of table 3 where the tables changed places, but their headings did not", () => {
  const { 2: second, 3: third, 4: fourth } = own;
  const report = readText(textOf({ 2: second, 3: fourth, 4: third }));
  expect(figuresOf(report)).toEqual([2, 12, 3]);
  expect(report.cells["t4.reconsideration.total"]).toBe(3);
});
