import type { IParagraphStyleOptions, IStylesOptions } from "docx";

/** A4 with the margins of official documents (GB/T 9704): 37 mm above, 28 mm left, text 156 mm wide. */
const TWIPS_PER_MM = 1440 / 25.4;
const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);

export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
};

export const TEXT_WIDTH_TWIPS = twips(156);

/** Chinese sizes in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 10.5 pt. */
const SIZE = { second: 44, third: 32, fourth: 28, fifth: 21 } as const;

/** A line of body text is 28 pt high, in twentieths of a point. */
const LINE = 560;

const font = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia });

const heading = (level: number, eastAsia: string): IParagraphStyleOptions => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: "Normal",
  next: "BodyText",
  quickFormat: true,
  run: { font: font(eastAsia), size: SIZE.third, color: "000000", ...(level > 3 ? { bold: true } : {}) },
  paragraph: { spacing: { line: LINE, lineRule: "exact" }, indent: { firstLineChars: 200 }, keepNext: true, outlineLevel: level - 1 },
});

/** Fonts are named, not embedded: Word and WPS in Chinese offices have them, others fall back. */
export const docxStyles: IStylesOptions = {
  default: { document: { run: { font: font("仿宋"), size: SIZE.third, language: { value: "zh-CN", eastAsia: "zh-CN" } } } },
  paragraphStyles: [
    {
      id: "Heading1",
      name: "heading 1",
      basedOn: "Normal",
      next: "BodyText",
      quickFormat: true,
      run: { font: font("方正小标宋简体"), size: SIZE.second, color: "000000" },
      paragraph: { alignment: "center", spacing: { line: 700, lineRule: "exact", after: 280 }, outlineLevel: 0 },
    },
    heading(2, "黑体"),
    heading(3, "楷体"),
    heading(4, "仿宋"),
    heading(5, "仿宋"),
    heading(6, "仿宋"),
    { id: "BodyText", name: "Body Text", basedOn: "Normal", quickFormat: true, paragraph: { spacing: { line: LINE, lineRule: "exact" }, indent: { firstLineChars: 200 } } },
    { id: "TableText", name: "Table Text", basedOn: "Normal", run: { font: font("宋体"), size: SIZE.fifth } },
    { id: "PageNumber", name: "Page Number", basedOn: "Normal", run: { font: font("宋体"), size: SIZE.fourth } },
  ],
};
