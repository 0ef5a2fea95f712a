import { describe, expect, test } from "vitest";
import { type Narrative, readNarrative } from "./read-narrative.ts";
import { scanProse } from "./scan-prose.ts";

function read(overview: string, year: number | null = 2024): Narrative {
  return readNarrative({ overview, problems: null, other: null }, year);
}

function meanings(overview: string, year: number | null = 2024) {
  return read(overview, year).statements.map(({ meaning, value }) => [meaning, value]);
}

describe("figures in prose", () => {
  test.each([
    { text: "共81条", value: 81, unit: "条", isApproximate: false },
    { text: "共 1,234 件", value: 1234, unit: "件", isApproximate: false },
    { text: "共１２件", value: 12, unit: "件", isApproximate: false },
    { text: "共三件", value: 3, unit: "件", isApproximate: false },
    { text: "共两件", value: 2, unit: "件", isApproximate: false },
    { text: "共十二件", value: 12, unit: "件", isApproximate: false },
    { text: "共三百二十一件", value: 321, unit: "件", isApproximate: false },
    { text: "共零件", value: 0, unit: "件", isApproximate: false },
    { text: "共20余条", value: 20, unit: "条", isApproximate: true },
    { text: "近300条", value: 300, unit: "条", isApproximate: true },
    { text: "共1.2万条", value: 12000, unit: "条", isApproximate: false },
    { text: "占33.9％", value: 33.9, unit: "%", isApproximate: false },
  ])("$text is read as $value", ({ text, value, unit, isApproximate }) => {
    expect(scanProse(text).figures[0]).toMatchObject({ value, unit, isApproximate });
  });

  test.each([
    "《条例》第20条",
    "云办发〔2024〕43号",
    "第三条规定",
    "2024年条例",
    "电话0000-1234567",
    "接入3个部门",
    "一起推进",
    "一次办好",
    "12条例",
  ])("%s holds no figure", (text) => {
    expect(scanProse(text).figures).toEqual([]);
  });
});

describe("what a figure counts", () => {
  test.each([
    {
      text: "共收到政府信息公开申请46件，办结43件，结转下年度3件。",
      told: [
        ["received", 46],
        ["answered", 43],
        ["carriedOut", 3],
      ],
    },
    {
      text: "全年受理公开申请30件，答复28件（含上年度结转申请4件，另有6件顺延到下年度答复）。",
      told: [
        ["received", 30],
        ["answered", 28],
        ["carriedIn", 4],
        ["carriedOut", 6],
      ],
    },
    { text: "收到12件政府信息公开申请。", told: [["received", 12]] },
    {
      text: "收到政府信息公开申请7件,办结5件(结果均为公开),结转下年办理2件。",
      told: [
        ["received", 7],
        ["answered", 5],
        ["carriedOut", 2],
      ],
    },
    { text: "收到公开政府信息申请8件。", told: [["received", 8]] },
    { text: "收到依申请公开0份。", told: [["received", 0]] },
    { text: "未收到政府信息公开申请。", told: [["received", 0]] },
    {
      text: "没有发生因政府信息公开引起的行政复议、行政诉讼。",
      told: [
        ["reconsideration", 0],
        ["litigation", 0],
      ],
    },
    {
      text: "信息公开行政复议5件，其中结果维持3件，结果纠正1件，尚未审结1件；行政诉讼2件，结果维持2件。",
      told: [
        ["reconsideration", 5],
        ["upheld", 3],
        ["corrected", 1],
        ["pending", 1],
        ["litigation", 2],
        ["upheld", 2],
      ],
    },
    {
      text: "信息公开类行政复议4件，诉讼1件，均获维持。",
      told: [
        ["reconsideration", 4],
        ["upheld", 4],
        ["litigation", 1],
        ["upheld", 1],
      ],
    },
    { text: "本机关制发规范性文件3件。", told: [["normative", 3]] },
    {
      text: "主动公开规章2件，行政规范性文件6件。",
      told: [
        ["rules", 2],
        ["normative", 6],
      ],
    },
    { text: "废止规范性文件2件。", told: [["normativeRepealed", 2]] },
  ])("$text", ({ text, told }) => {
    expect(meanings(text)).toEqual(expect.arrayContaining(told));
    expect(meanings(text)).toHaveLength(told.length);
  });

  test.each([
    "办理人大代表建议12件，答复群众来信30件。",
    "受理行政许可申请1200件，办结1198件。",
    "2023年收到政府信息公开申请46件。",
    "收到政府信息公开申请较上年增加6件。",
    "累计收到政府信息公开申请300件。",
    "公报刊登规范性文件45件。",
    "规范性文件解读5件，备案审查规范性文件7件。",
    "部门规范性文件45件。",
    "办理行政复议案件80件。",
    "开展培训3次，召开会议2次。",
  ])("%s tells nothing about the tables", (text) => {
    expect(meanings(text)).toEqual([]);
  });

  test("a statement keeps its place in the section", () => {
    const text = "（二）依申请公开。全年共收到政府信息公开申请46件。";
    const [statement] = read(text).statements;
    expect(text.slice(statement?.start, statement?.end)).toBe("收到政府信息公开申请46件");
  });
});
