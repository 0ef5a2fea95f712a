import { LINE, SIZE, TITLE_LINE } from "./docx-measures.ts";

/** Typefaces of official documents. They are named, not embedded: Word and WPS in Chinese offices have them. */
const FACES = {
  方正小标宋简体: { other: "FZXiaoBiaoSong-B05S", family: "auto", shape: "03000509000000000000" },
  黑体: { other: "SimHei", family: "modern", shape: "02010609060101010101" },
  楷体: { other: "KaiTi", family: "modern", shape: "02010609060101010101" },
  仿宋: { other: "FangSong", family: "modern", shape: "02010609060101010101" },
  宋体: { other: "SimSun", family: "auto", shape: "02010600030101010101" },
} as const;

type Face = keyof typeof FACES;

const LATIN = "Times New Roman";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** `word/fontTable.xml`: each typeface with its other name and its kind, by which a machine without it finds the nearest. */
export const FONT_TABLE = `${DECLARATION}<w:fonts ${W}>${Object.entries(FACES)
  .map(
    ([name, { other, family, shape }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:panose1 w:val="${shape}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  .join(
    "",
  )}<w:font w:name="${LATIN}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

const face = (eastAsia: Face): string => `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${eastAsia}" w:cs="${LATIN}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
  readonly next?: string;
}

/** Two characters at the start of a paragraph; the width in twips is for programs that do not count characters. */
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const exactly = (line: number, after = 0): string => `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`;

function heading(level: number, eastAsia: Face): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: "BodyText",
    paragraph: `<w:keepNext/><w:keepLines/>${exactly(LINE)}${INDENT}<w:jc w:val="left"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `${face(eastAsia)}${level > 3 ? "<w:b/><w:bCs/>" : ""}${size(SIZE.third)}`,
  };
}

const STYLES: readonly Style[] = [
  {
    id: "Heading1",
    name: "heading 1",
    next: "BodyText",
    paragraph: `<w:keepNext/><w:keepLines/>${exactly(TITLE_LINE, 280)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
    run: `${face("方正小标宋简体")}${size(SIZE.second)}`,
  },
  heading(2, "黑体"),
  heading(3, "楷体"),
  heading(4, "仿宋"),
  heading(5, "仿宋"),
  heading(6, "仿宋"),
  { id: "BodyText", name: "Body Text", paragraph: `${exactly(LINE)}${INDENT}`, run: "" },
  { id: "FlushText", name: "Flush Text", paragraph: exactly(LINE), run: "" },
  { id: "CentredText", name: "Centred Text", paragraph: `${exactly(LINE)}<w:jc w:val="center"/>`, run: face("楷体") },
  {
    id: "Signature",
    name: "Signature",
    paragraph: `${exactly(LINE)}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
    run: "",
  },
  { id: "TableText", name: "Table Text", paragraph: `<w:jc w:val="center"/>`, run: `${face("宋体")}${size(SIZE.table)}` },
  { id: "TableLabel", name: "Table Label", paragraph: `<w:jc w:val="left"/>`, run: `${face("宋体")}${size(SIZE.table)}` },
  { id: "FormText", name: "Form Text", paragraph: `<w:jc w:val="center"/>`, run: `${face("宋体")}${size(SIZE.form)}` },
  { id: "FormLabel", name: "Form Label", paragraph: `<w:jc w:val="left"/>`, run: `${face("宋体")}${size(SIZE.form)}` },
  {
    id: "AfterTable",
    name: "After Table",
    paragraph: `<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>`,
    run: size(8),
  },
  { id: "Footer", name: "footer", paragraph: `<w:snapToGrid w:val="0"/>`, run: `${face("宋体")}${size(SIZE.fourth)}` },
];

/** `word/styles.xml` */
export const STYLE_SHEET = `${DECLARATION}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${face("仿宋")}<w:kern w:val="2"/>${size(SIZE.third)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${STYLES.map(
  ({ id, name, next, paragraph, run }) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next === undefined ? "" : `<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${paragraph}</w:pPr>${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`,
).join(
  "",
)}<w:style w:type="table" w:styleId="FormTable"><w:name w:val="Form Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("")}</w:tblBorders></w:tblPr></w:style></w:styles>`;
