import fc from "fast-check";
import { expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { parseLabel, squeeze } from "./label.ts";

test.each([
  { printed: "规章", core: "规章", ordinal: "" },
  { printed: "一、本年新收政府信息公开申请数量", core: "本年新收政府信息公开申请数量", ordinal: "一、" },
  { printed: "一.本年新收政府信息公开申请数量", core: "本年新收政府信息公开申请数量", ordinal: "一、" },
  { printed: "（一）予以公开", core: "予以公开", ordinal: "(一)" },
  { printed: "(一)予以公开", core: "予以公开", ordinal: "(一)" },
  { printed: "一）予以公开", core: "予以公开", ordinal: "(一)" },
  { printed: "（一)、予以公开", core: "予以公开", ordinal: "(一)" },
  { printed: "1.属于国家秘密", core: "属于国家秘密", ordinal: "1." },
  { printed: "1. 属于国家秘密", core: "属于国家秘密", ordinal: "1." },
  { printed: "1、属于国家秘密", core: "属于国家秘密", ordinal: "1." },
  { printed: "１．属于国家秘密", core: "属于国家秘密", ordinal: "1." },
  { printed: "（1）属于国家秘密", core: "属于国家秘密", ordinal: "1." },
  { printed: "**（七）总计**", core: "总计", ordinal: "(七)" },
  { printed: "3.危及“三安全一稳定”", core: "危及三安全一稳定", ordinal: "3." },
  { printed: '3.危及"三安全一稳定"', core: "危及三安全一稳定", ordinal: "3." },
  { printed: "商业\n企业", core: "商业企业", ordinal: "" },
  { printed: "自 然 人", core: "自然人", ordinal: "" },
  { printed: "第二十条  第（一）项", core: "第二十条第一项", ordinal: "" },
  { printed: "（五）", core: "", ordinal: "(五)" },
  { printed: "規範性檔案", core: "规范性文件", ordinal: "" },
  { printed: "總計", core: "总计", ordinal: "" },
  { printed: "行政處(chǔ)罰(fá)", core: "行政处罚", ordinal: "" },
  { printed: "（一）予以公(gong)(gong)開", core: "予以公开", ordinal: "(一)" },
])("$printed says $core, numbered $ordinal", ({ printed, core, ordinal }) => {
  expect(parseLabel(printed)).toEqual({ core, ordinal });
});

test("brackets of every kind and width are squeezed into one", () => {
  for (const printed of ["（三）", "(三)", "〔三〕", "【三】", "[三]", "（ 三 ）"]) expect(squeeze(printed)).toBe("(三)");
});

const LABELS = Object.values(EDITIONS).flatMap((edition) => [
  ...edition.table2.flatMap((block) => [block.label, ...block.columns.map(({ label }) => label), ...block.rows.map(({ label }) => label)]),
  ...edition.table3.rows.flatMap((row) => [row.label, ...row.groups]),
  ...edition.table4.map(({ label }) => label),
]);

test("blanks anywhere in a label of the form change nothing", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LABELS),
      fc.nat({ max: 90 }),
      fc.constantFrom(" ", "\u3000", "\n", "\u00a0", "\u200b", "\t"),
      (label, place, blank) => {
        const at = place % label.length;
        expect(parseLabel(label.slice(0, at) + blank + label.slice(at))).toEqual(parseLabel(label));
      },
    ),
  );
});

test("half-width marks for full-width ones change nothing in a label of the form", () => {
  for (const label of LABELS) expect(parseLabel(label.normalize("NFKC"))).toEqual(parseLabel(label));
});
