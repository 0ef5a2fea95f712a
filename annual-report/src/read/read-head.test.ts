import { parseHtml, parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { type Head, readHead } from "./read-head.ts";
import { findHeadings } from "./section-heading.ts";

function headOf(text: string): Head {
  const doc = parsePlainText(text);
  return readHead(doc, findHeadings(doc));
}

const BODY = "\n一、总体情况\n根据《中华人民共和国政府信息公开条例》编制本报告。\n";

describe("title, organ and year", () => {
  test.each([
    "云溪县政务公开办公室2024年政府信息公开工作年度报告",
    "云溪县政务公开办公室 2024 年政府信息公开工作年度报告",
    "2024年云溪县政务公开办公室政府信息公开工作年度报告",
    "云溪县政务公开办公室2024年度政府信息公开工作年度报告",
    "云溪县政务公开办公室2024年政府信息公开年度报告",
    "云溪县政务公开办公室2024年度政府信息公开工作报告",
    "云溪县政务公开办公室关于2024年政府信息公开工作的年度报告",
    "云溪县政务公开办公室关于2024年度政府信息公开工作年度报告",
    "云溪县政务公开办公室2024年政府信息公开年报",
  ])("are read from %s", (title) => {
    expect(headOf(title + BODY)).toEqual({ title, agency: "云溪县政务公开办公室", year: 2024 });
  });

  test("are read where the organ has a line of its own", () => {
    expect(headOf(`云溪县政务公开办公室\n2024年政府信息公开工作年度报告${BODY}`)).toEqual({
      title: "云溪县政务公开办公室 2024年政府信息公开工作年度报告",
      agency: "云溪县政务公开办公室",
      year: 2024,
    });
  });

  test("are read in spite of marks around the title", () => {
    expect(headOf(`**云溪县政务公开办公室2024年政府信息公开工作年度报告**${BODY}`)).toMatchObject({
      agency: "云溪县政务公开办公室",
      year: 2024,
    });
    expect(headOf(`# 云溪县政务公开办公室2024年政府信息公开工作年度报告${BODY}`)).toMatchObject({
      agency: "云溪县政务公开办公室",
      year: 2024,
    });
  });

  test("are read without how the characters are spoken; the title stays as printed", () => {
    const title = "雲溪縣(xiàn)水務(wù)局2020年政府信息公開(kāi)工作年度報(bào)告";
    expect(headOf(title + BODY)).toEqual({ title, agency: "雲溪縣水務局", year: 2020 });
  });

  test("are read from the page's title where no line of the text says them", () => {
    const doc = parseHtml(
      `<html><head><title>墨池市水务局2022年政府信息公开工作年度报告</title></head><body><p>一、总体情况</p><p>按月核对。</p></body></html>`,
    );
    expect(readHead(doc, findHeadings(doc))).toMatchObject({ agency: "墨池市水务局", year: 2022 });
  });
});

describe("the organ", () => {
  test("is completed from the text where the title leaves its place out", () => {
    const { agency } = headOf("县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，青砚县财政局按照要求编制本报告。\n");
    expect(agency).toBe("青砚县财政局");
  });

  test("of a report without a title is read from a line of its own", () => {
    expect(headOf(`枕溪市教育局\n${BODY}`)).toMatchObject({ title: null, agency: "枕溪市教育局" });
  });

  test("of a report without a title is read from the opening sentence", () => {
    const { title, agency } = headOf("一、总体情况\n本报告由鹿鸣市统计局根据条例要求编制。\n");
    expect({ title, agency }).toEqual({ title: null, agency: "鹿鸣市统计局" });
  });

  test("is unknown where only 我局 is said", () => {
    expect(headOf("一、总体情况\n我局按时公开。\n").agency).toBeNull();
  });
});

describe("the year", () => {
  test("of a title without one is that of the period", () => {
    const text =
      "松萝区水务局政府信息公开工作年度报告\n一、总体情况\n所列数据的统计期限自2022年1月1日起至2022年12月31日止。报告于2023年1月编制。\n";
    expect(headOf(text)).toMatchObject({ agency: "松萝区水务局", year: 2022 });
  });

  test("of a report without a title is that of the period, not of a law cited before it", () => {
    const text = "一、总体情况\n按照2019年修订的条例编制，统计期限为2021年1月1日至2021年12月31日。\n";
    expect(headOf(text)).toMatchObject({ title: null, year: 2021 });
  });

  test("is unknown where nothing says it", () => {
    expect(headOf("一、总体情况\n本单位按月核对公开目录。\n").year).toBeNull();
  });
});

test("a document without a word of a report has no title, organ or year", () => {
  expect(headOf("")).toEqual({ title: null, agency: null, year: null });
  expect(headOf("通知\n请各单位按时报送。\n")).toEqual({ title: null, agency: null, year: null });
});
