import { foldCase, officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { findOutcome } from "./cell-words.ts";
import { guessColumns, readDate } from "../imports/index.ts";
import { FIELDS } from "./fields.ts";
import { numberParts } from "./number-parts.ts";
import type { ImportMapping } from "./mapping.ts";
import { takeRow } from "./take-row.ts";

const HEADINGS = [
  "序号",
  "编号",
  "申请人姓名（名称）",
  "申请人类型",
  "申请方式",
  "收到日期",
  "申请公开内容",
  "是否延期",
  "答复日期",
  "答复类型",
  "答复文号",
];
const calendar = officialCalendar();

function take(cells: Partial<Record<string, string>>, more: Partial<ImportMapping> = {}) {
  const row: Record<string, string> = {
    编号: "2021-0003",
    申请人类型: "自然人",
    申请方式: "邮寄",
    收到日期: "2021-03-02",
    申请公开内容: "校舍检查结果",
    ...cells,
  };
  const mapping: ImportMapping = {
    columns: guessColumns(FIELDS, HEADINGS),
    applicantKind: null,
    channel: null,
    outcomes: {},
    closeAnswered: true,
    ...more,
  };
  return takeRow(
    7,
    HEADINGS.map((heading) => row[heading] ?? ""),
    { mapping, headings: HEADINGS, today: plainDate("2026-03-02"), calendar },
  );
}

test("the columns of a register are known by their headings, each once", () => {
  expect(guessColumns(FIELDS, HEADINGS)).toEqual({
    number: 1,
    applicantName: 2,
    applicantKind: 3,
    channel: 4,
    receivedOn: 5,
    title: 6,
    extended: 7,
    repliedOn: 8,
    outcome: 9,
    letterNumber: 10,
  });
});

test.each([
  ["2021-3-2", "2021-03-02"],
  ["2021/03/02 10:30:00", "2021-03-02"],
  ["2021.3.2", "2021-03-02"],
  ["２０２１年３月２日", "2021-03-02"],
  ["20210302", "2021-03-02"],
  ["44257", "2021-03-02"],
  ["2021-02-30", undefined],
  ["3月2日", undefined],
  ["待定", undefined],
])("the date %s is %s", (text, date) => expect(readDate(text)).toBe(date));

test.each([
  ["予以公开", "granted"],
  ["部分公开", "partial"],
  ["政府信息不存在", "nonexistent"],
  ["非本机关公开职责", "otherOrgan"],
  ["重复申请，不予重复处理", "unhandled.duplicate"],
  ["denied.process", "denied.process"],
  ["申请人撤回", "withdrawn"],
  ["不予公开", undefined],
  ["甲乙丙", undefined],
])("“%s” means %s", (text, code) => expect(findOutcome(text, {})).toBe(code));

test("a word means what whoever imports says it means", () => {
  expect(findOutcome("不予公开", { 不予公开: "denied.internal" })).toBe("denied.internal");
});

test.each([
  ["2021-0007", { year: 2021, serial: 7 }],
  ["云教申〔2021〕第12号", { year: 2021, serial: 12 }],
  ["20210007", { year: 2021, serial: 7 }],
  ["第12号", undefined],
])("the number %s is %o", (printed, parts) => expect(numberParts(printed)).toEqual(parts));

describe("a row", () => {
  test("becomes a case with its own dates, closed when answered", () => {
    const { taken, problems } = take({
      是否延期: "否",
      答复日期: "2021年3月20日",
      答复类型: "信息不存在",
      答复文号: "云教公复〔2021〕3号",
    });
    expect(problems).toEqual([]);
    if (taken?.kind !== "application") throw new Error("no application");
    expect(foldCase(taken.file, { today: plainDate("2026-03-02"), calendar })).toMatchObject({
      state: "closed",
      receivedOn: "2021-03-02",
      outcome: "nonexistent",
    });
    expect(taken).toMatchObject({ number: "2021-0003", letterNumber: "云教公复〔2021〕3号" });
  });

  test("of an internet application is received on the day it was confirmed", () => {
    const { taken } = take({ 申请方式: "网上申请" });
    expect(taken?.file.events).toEqual([
      { type: "submitted", on: "2021-03-02" },
      { type: "confirmed", on: "2021-03-02" },
    ]);
  });

  test("says when it assumed the day of an extension", () => {
    const { taken, remarks } = take({ 是否延期: "是", 答复日期: "2021-04-20", 答复类型: "予以公开" });
    expect(taken?.file.events[1]).toEqual({ type: "extended", on: "2021-03-30", days: 20 });
    expect(remarks).toMatchObject([{ at: "是否延期", message: expect.stringContaining("2021-03-30") }]);
  });

  test.each([
    [{ 收到日期: "三月二日" }, "收到日期", "不是日期"],
    [{ 收到日期: "" }, "收到日期", "没有收到日期"],
    [{ 收到日期: "2027-01-01" }, "收到日期", "晚于今天"],
    [{ 申请人类型: "外星人" }, "申请人类型", "不认识"],
    [{ 申请人类型: "" }, "申请人类型", "没有申请人类型"],
    [{ 申请方式: "飞鸽" }, "申请方式", "不认识"],
    [{ 申请方式: "" }, "申请方式", "没有申请方式"],
    [{ 答复日期: "2021-03-01", 答复类型: "予以公开" }, "答复日期", "早于收到"],
    [{ 答复日期: "2021-03-20" }, "答复类型", "没有答复类型"],
    [{ 答复类型: "予以公开" }, "答复日期", "没有答复日期"],
    [{ 答复日期: "2021-03-20", 答复类型: "不予公开" }, "答复类型", "表三的哪一行"],
    [{ 是否延期: "也许" }, "是否延期", "“是”或者“否”"],
  ])("with %o is refused at its cell with a sentence", (cells, at, message) => {
    const { taken, problems } = take(cells);
    expect(taken).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ at, message: expect.stringContaining(message) }));
  });

  test("takes what was chosen for blank cells", () => {
    const { taken } = take({ 申请人类型: "", 申请方式: "" }, { applicantKind: "business", channel: "inPerson" });
    expect(taken).toMatchObject({ applicant: { kind: "business" }, file: { channel: "inPerson" } });
  });
});
