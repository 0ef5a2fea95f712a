import { plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { guessColumns } from "../imports/index.ts";
import { ITEM_FIELDS } from "./fields.ts";
import type { KnownEntry } from "./known-entries.ts";
import { fileFinder } from "./package.ts";
import { takeRow } from "./take-row.ts";

const HEADINGS = [
  "标题",
  "索引号",
  "文号",
  "发布机构",
  "发布日期",
  "成文日期",
  "主题/目录",
  "有效性",
  "体裁",
  "正文",
  "正文文件",
  "附件",
  "来源",
  "原网址",
];
const ENTRY: KnownEntry = { id: "00000000-0000-4000-8000-000000000009", statutory: "20.11", limit: { kind: "workingDays", days: 20 } };

function take(cells: Partial<Record<string, string>>) {
  const whole: Readonly<Record<string, string | undefined>> = {
    标题: "关于校车的通知",
    发布日期: "2020年1月2日",
    "主题/目录": "教育",
    正文: "内容",
    ...cells,
  };
  return takeRow(
    2,
    HEADINGS.map((heading) => whole[heading] ?? ""),
    {
      headings: HEADINGS,
      mapping: { columns: guessColumns(ITEM_FIELDS, HEADINGS), entry: null, entries: {}, genre: null },
      today: plainDate("2026-03-02"),
      entries: { byId: new Map([[ENTRY.id, ENTRY]]), find: (word) => (word === "教育" ? ENTRY : undefined) },
      findFile: fileFinder(["正文/甲.docx", "附件/表.xlsx", "别处/表.xlsx"]),
    },
  );
}

test("the headings sites export are known", () => {
  expect(guessColumns(ITEM_FIELDS, HEADINGS)).toEqual({
    title: 0,
    indexNumber: 1,
    documentNumber: 2,
    publisher: 3,
    publishedOn: 4,
    formedOn: 5,
    entry: 6,
    validity: 7,
    genre: 8,
    text: 9,
    textFile: 10,
    attachments: 11,
    source: 12,
    address: 13,
  });
});

test("a row is taken with its kind by the title, and what was assumed is told", () => {
  const { item, remarks } = take({});
  expect(item).toMatchObject({
    publishedOn: "2020-01-02",
    fields: { genre: "circular", formedOn: "2020-01-02", entry: ENTRY.id },
    validity: null,
  });
  expect(remarks).toEqual([{ at: "成文日期", found: "", message: "没有成文日期，按发布日期 2020-01-02 记。" }]);
});

describe("a row is refused, with its column, when", () => {
  test.each([
    ["it has no title", { 标题: "" }, "标题", "没有标题。"],
    ["its title is longer than any", { 标题: "长".repeat(301) }, "标题", "不能超过300个字。"],
    ["it does not say when it was public", { 发布日期: "" }, "发布日期", "没有发布日期。移入的信息应当写明原来公开的日期。"],
    ["its date is none", { 发布日期: "二〇二〇年" }, "发布日期", "不是日期。请写明年月日，例如 2021-03-02 或者 2021年3月2日。"],
    ["it is not public yet", { 发布日期: "2027-01-01" }, "发布日期", "日期晚于今天，请检查。"],
    ["it was made after it was published", { 成文日期: "2020-02-01" }, "成文日期", "成文日期晚于发布日期。"],
    [
      "nobody knows its place in the catalogue",
      { "主题/目录": "其他栏目" },
      "主题/目录",
      "本机关的公开目录中没有这一条目。请为这一用语选择目录条目。",
    ],
    ["nobody knows what its validity means", { 有效性: "待定" }, "有效性", "不认识这一有效性。可用：有效、修改、废止、失效。"],
    ["it has no text and no file", { 正文: "" }, "正文", "没有正文，也没有附件。"],
    ["its file did not come along", { 正文文件: "乙.docx" }, "正文文件", "压缩包中没有这个文件，或者有多个同名文件。"],
    ["two files have the name of its attachment", { 附件: "表.xlsx" }, "附件", "压缩包中没有这个文件，或者有多个同名文件。"],
    ["its address is none", { 原网址: "见官网" }, "原网址", "不是网址。应以 http:// 或者 https:// 开头。"],
  ] as const)("%s", (_when, cells, at, message) => {
    const { item, problems } = take(cells);
    expect(item).toBeUndefined();
    expect(problems.map((problem) => [problem.at, problem.message])).toEqual([[at, message]]);
  });
});
