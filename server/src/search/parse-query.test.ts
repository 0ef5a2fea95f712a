import { describe, expect, test } from "vitest";
import { findSnippet, markWords } from "./highlight.ts";
import { parseQuery } from "./parse-query.ts";
import { SYNONYMS } from "./synonyms.ts";

describe("what is typed into the search box", () => {
  test.each([
    { typed: "路灯 收费", parts: [[["路灯"]], [["收费"]]], phrases: [] },
    { typed: "“公开指南”", parts: [[["公开", "指南"]]], phrases: ["公开指南"] },
    { typed: '"公开指南" 年报', parts: [[["公开", "指南"]], [["年报"]]], phrases: ["公开指南"] },
    { typed: "   ", parts: [], phrases: [] },
    { typed: "！？，。", parts: [], phrases: [] },
  ])("$typed asks for its words, and literally for what stands in quotes", ({ typed, parts, phrases }) => {
    expect(parseQuery(typed)).toMatchObject({ parts, phrases });
  });

  test("whoever asks by one name finds the other, and sees either marked", () => {
    const { parts, marks } = parseQuery("公积金提取");
    expect(parts[0]).toHaveLength(2);
    expect(parts[0]).toContainEqual(["公积金"]);
    expect(marks).toEqual(expect.arrayContaining(["公积金", "住房公积金", "提取"]));
  });

  test.each(SYNONYMS.flat().filter((term) => !/[ “]/.test(term)))("%s is known with its synonyms", (term) => {
    expect(parseQuery(term).parts[0]?.length).toBeGreaterThan(1);
  });

  test.each(["' or 1=1 --", "\\", "a & b | !c", "<script>", "%_", "“", "（）".repeat(60), "啊".repeat(500)])("%s is only text", (typed) => {
    expect(() => parseQuery(typed)).not.toThrow();
  });
});

describe("highlights", () => {
  test("mark the longest word, whatever its case, and lose no letter", () => {
    const pieces = markWords("住房公积金与WTO", ["住房公积金", "公积金", "wto"]);
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(["住房公积金", "WTO"]);
    expect(pieces.map(({ text }) => text).join("")).toBe("住房公积金与WTO");
  });

  test("a snippet shows where most of the words stand together", () => {
    const text = `停车${"。".repeat(300)}停车场按时收费${"。".repeat(300)}`;
    expect(
      findSnippet(text, ["停车", "收费"])
        ?.map((piece) => piece.text)
        .join(""),
    ).toContain("停车场按时收费");
    expect(findSnippet(text, ["没有"])).toBeUndefined();
  });
});
