import fc from "fast-check";
import { expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { simplify } from "./traditional.ts";

test.each([
  { traditional: "規範性檔案", simple: "规范性文件" },
  { traditional: "規範性文件", simple: "规范性文件" },
  { traditional: "規範性文檔", simple: "规范性文件" },
  { traditional: "本年新製作數量", simple: "本年新制作数量" },
  { traditional: "政府資訊公開", simple: "政府信息公开" },
  { traditional: "上一年專案數量", simple: "上一年项目数量" },
  { traditional: "採購總金額", simple: "采购总金额" },
  { traditional: "法律服務機構", simple: "法律服务机构" },
  { traditional: "社會公益組織", simple: "社会公益组织" },
  { traditional: "結轉下年度繼續辦理", simple: "结转下年度继续办理" },
  { traditional: "未經複議直接起訴", simple: "未经复议直接起诉" },
  { traditional: "危及「三安全一穩定」", simple: "危及「三安全一稳定」" },
  { traditional: "屬於國家祕密", simple: "属于国家秘密" },
])("$traditional is $simple", ({ traditional, simple }) => {
  expect(simplify(traditional)).toBe(simple);
});

test("labels of the form, being simplified already, stay as they are", () => {
  for (const edition of Object.values(EDITIONS)) {
    for (const { label } of [
      ...edition.table2.flatMap((block) => [block, ...block.columns, ...block.rows]),
      ...edition.table3.rows,
      ...edition.table4,
    ]) {
      expect(simplify(label)).toBe(label);
    }
  }
});

const WORDS = fc.array(
  fc.constantFrom(
    "資訊",
    "資",
    "訊",
    "專案",
    "檔案",
    "規範性檔案",
    "規範性文檔",
    "網路",
    "品質",
    "總",
    "复",
    "0",
    " ",
    "😀",
    "𠮷",
    "\ud83d",
  ),
  { maxLength: 30 },
);

test("the length stays the same, so that places stay true", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 40 }),
        WORDS.map((words) => words.join("")),
      ),
      (text) => {
        expect(simplify(text)).toHaveLength(text.length);
      },
    ),
    { numRuns: 100 },
  );
});

test("simplifying twice is simplifying once", () => {
  fc.assert(
    fc.property(WORDS, (words) => {
      const simple = simplify(words.join(""));
      expect(simplify(simple)).toBe(simple);
    }),
  );
});
