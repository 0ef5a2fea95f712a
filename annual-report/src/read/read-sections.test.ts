import { parseHtml, parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import type { Sections } from "../report.ts";
import { formTables, readText, textOf } from "./fixtures/read-text.ts";
import { readSections } from "./read-sections.ts";
import { findHeadings } from "./section-heading.ts";

function sectionsOf(text: string): Sections {
  const doc = parsePlainText(text);
  return readSections(doc, findHeadings(doc), Number.POSITIVE_INFINITY);
}

describe("the text sections", () => {
  test("are what stands between their heading and the next, paragraph by paragraph", () => {
    const text =
      "一、总体情况\n（一）主动公开。按月核对。\n（二）依申请公开。专人登记。\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n栏目难找。\n六、其他需要报告的事项\n无。\n";
    expect(sectionsOf(text)).toEqual({
      overview: "（一）主动公开。按月核对。\n（二）依申请公开。专人登记。",
      problems: "栏目难找。",
      other: "无。",
    });
  });

  test("that are not there are null, and so are empty ones", () => {
    expect(sectionsOf("六、其他需要报告的事项\n\n")).toEqual({ overview: null, problems: null, other: null });
    expect(sectionsOf("")).toEqual({ overview: null, problems: null, other: null });
  });

  test("begin with what runs on behind the heading", () => {
    expect(sectionsOf("六、其他需要报告的事项：本年度发出收费通知0件。\n联系电话见门户网站。\n").other).toBe(
      "本年度发出收费通知0件。\n联系电话见门户网站。",
    );
  });

  test("hold no figure of a table between them", () => {
    const { sections } = readText(textOf(formTables("2021", { "t3.new.natural": 77, "t3.new.total": 77 })));
    expect(sections).toEqual({
      overview: "本单位按时更新公开指南，逐条核对后发布。",
      problems: "栏目编排不便查找，下一步重新编排。",
      other: "无。",
    });
  });

  test("are read from a page laid out as a table", () => {
    const doc = parseHtml(
      "<table><tr><td>一、总体情况</td></tr><tr><td>按月核对公开目录。</td></tr><tr><td>六、其他需要报告的事项</td></tr><tr><td>无。</td></tr></table>",
    );
    expect(readSections(doc, findHeadings(doc), Number.POSITIVE_INFINITY)).toMatchObject({ overview: "按月核对公开目录。", other: "无。" });
  });

  test("keep their text as it is printed, figures, brackets and all", () => {
    const prose = "全年新收申请12件（其中邮寄3件），办结率100%；比上年增加２件。";
    expect(sectionsOf(`一、总体情况\n${prose}\n`).overview).toBe(prose);
  });
});

describe("an overview without its heading", () => {
  const opening = "本单位围绕群众关心的事项逐项核对公开目录，做到该公开的及时公开，并指定专人维护栏目内容，定期检查链接是否有效。";

  test("is the prose before the first heading, the title left out", () => {
    expect(sectionsOf(`云溪县政务公开办公室2024年政府信息公开工作年度报告\n${opening}\n二、主动公开政府信息情况\n`).overview).toBe(opening);
  });

  test("ends where the tables begin", () => {
    const tables = formTables("2021");
    const { sections } = readText(`${opening}\n\n${tables[2].map((row) => row.join("\t")).join("\n")}\n`);
    expect(sections.overview).toBe(opening);
  });
});
