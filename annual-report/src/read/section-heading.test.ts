import { parseHtml, parseMarkdown, parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { findHeadings } from "./section-heading.ts";

function sectionsOf(text: string): string[] {
  return findHeadings(parsePlainText(text)).map(({ section }) => section);
}

describe("a section heading", () => {
  test.each(EDITIONS["2021"].sections)("$heading, as the form has it, opens its section", ({ id, heading }) => {
    expect(sectionsOf(heading)).toEqual([id]);
  });

  test.each([
    { heading: "一、政府信息公开工作总体情况", section: "overview" },
    { heading: "一、总体情况概述", section: "overview" },
    { heading: "一、工作总体推进情况", section: "overview" },
    { heading: "一、总体情况：", section: "overview" },
    { heading: "总体情况", section: "overview" },
    { heading: "一、 总体 情况", section: "overview" },
    { heading: "1、总体情况", section: "overview" },
    { heading: "第一、总体情况", section: "overview" },
    { heading: "一、基本情况", section: "overview" },
    { heading: "一、總體情況", section: "overview" },
    { heading: "二、主动公开信息情况", section: "table2" },
    { heading: "2.主动公开政府信息情况", section: "table2" },
    { heading: "二、本年度主动公开政府信息情况", section: "table2" },
    { heading: "二、主動公開政府資訊情況", section: "table2" },
    { heading: "三、收到和处理信息公开申请情况", section: "table3" },
    { heading: "三、收到和办理政府信息公开申请情况", section: "table3" },
    { heading: "四、政府信息公开行政复议、行政诉讼情况", section: "table4" },
    { heading: "四、政府信息公开行政复议和行政诉讼情况", section: "table4" },
    { heading: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", section: "table4" },
    { heading: "四、行政复议、行政诉讼情况", section: "table4" },
    { heading: "五、存在问题及改进情况", section: "problems" },
    { heading: "五、存在的主要问题和改进措施", section: "problems" },
    { heading: "五、政府信息公开工作存在的主要问题及改进情况", section: "problems" },
    { heading: "五、存在的主要问题及下一步改进措施", section: "problems" },
    { heading: "存在的主要问题及改进情况", section: "problems" },
    { heading: "六、其他需要报告的事项", section: "other" },
    { heading: "六、其它需要说明的事项", section: "other" },
    { heading: "六、其他需要报告事项。", section: "other" },
  ])("$heading opens $section", ({ heading, section }) => {
    expect(sectionsOf(heading)).toEqual([section]);
  });

  test.each([{ markup: "**一、总体情况**" }, { markup: "# 一、总体情况" }, { markup: "###### 一、总体情况" }])(
    "$markup is one, whatever marks stand around it",
    ({ markup }) => {
      expect(sectionsOf(markup)).toEqual(["overview"]);
      expect(findHeadings(parseMarkdown(markup)).map(({ section }) => section)).toEqual(["overview"]);
    },
  );

  test.each([
    "（一）存在问题",
    "（一）存在的主要问题",
    "(二)主动公开情况",
    "（二）总体情况",
    "一是存在的问题还没有全部改正。",
    "在主动公开政府信息情况方面，本单位按月核对。",
    "主动公开政府信息情况良好，群众满意，本单位将继续保持，做到及时更新。",
    "对照上年报告所列存在的主要问题及改进情况，逐条落实。",
    "（三）行政复议、行政诉讼情况",
    "本年没有其他需要报告的事项。",
    "联系方式及其他情况",
  ])("%s is none", (text) => {
    expect(sectionsOf(text)).toEqual([]);
  });

  test("stands where its place says, with the text that runs on in its own paragraph", () => {
    const doc = parsePlainText("前言\n六、其他需要报告的事项。本年度没有收取信息处理费。\n");
    const [heading] = findHeadings(doc);
    expect(heading).toMatchObject({ section: "other", rest: "本年度没有收取信息处理费。" });
    expect(doc.text.slice(heading?.start, heading?.end)).toBe("六、其他需要报告的事项。本年度没有收取信息处理费。");
  });

  test("in a page laid out as a table is found in the row it stands in alone", () => {
    const doc = parseHtml(
      "<table><tr><td colspan=2>一、总体情况</td></tr><tr><td>规章</td><td>0</td></tr><tr><td colspan=2>六、其他需要报告的事项</td></tr></table>",
    );
    expect(findHeadings(doc).map(({ section }) => section)).toEqual(["overview", "other"]);
  });
});

describe("a table of contents", () => {
  const headings = EDITIONS["2021"].sections.map(({ heading }) => heading);

  test("is passed over: the headings of the report itself count", () => {
    const text = `目录\n${headings.join("\n")}\n${headings.map((heading) => `${heading}\n本节内容。\n`).join("")}`;
    const doc = parsePlainText(text);
    const found = findHeadings(doc);
    expect(found.map(({ section }) => section)).toEqual(EDITIONS["2021"].sections.map(({ id }) => id));
    for (const { start } of found) expect(start).toBeGreaterThan(text.indexOf("六、"));
  });

  test("with dots and page numbers is passed over too", () => {
    const text = `${headings.map((heading, index) => `${heading}……${index + 1}`).join("\n")}\n${headings.map((heading) => `${heading}\n本节内容。\n`).join("")}`;
    expect(findHeadings(parsePlainText(text)).every(({ start }) => start > text.indexOf("……6"))).toBe(true);
  });

  test("a heading that comes again later in the text does not move its section", () => {
    const doc = parsePlainText("一、总体情况\n本单位按月核对。\n五、存在的主要问题及改进情况\n甲。\n五、存在的主要问题及改进情况\n乙。\n");
    expect(findHeadings(doc).filter(({ section }) => section === "problems")).toHaveLength(1);
  });
});
