import { strToU8, zipSync } from "fflate";
import { FONT_TABLE, STYLE_SHEET } from "./docx-styles.ts";
import { escapeXml } from "./escape-xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Relationship ids of the page feet, which the section names. */
export const ODD_FOOTER = "rId4";
export const EVEN_FOOTER = "rId5";

/** The same time in every file, so that the same document gives the same bytes: the earliest a ZIP archive knows. */
const ARCHIVE_TIME = "1980-01-01T12:00:00";

/** The parts of a Word file around its body, zipped. */
export function packDocx(body: string, { title, language }: { title: string; language: string }): Uint8Array {
  const parts = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": relationships([
      ["officeDocument", "word/document.xml"],
      ["extended-properties", "docProps/app.xml"],
      ["http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
    ]),
    "docProps/app.xml": APP,
    "docProps/core.xml": core(title, language),
    "word/document.xml": body,
    "word/_rels/document.xml.rels": relationships([
      ["styles", "styles.xml"],
      ["fontTable", "fontTable.xml"],
      ["settings", "settings.xml"],
      ["footer", "footer1.xml"],
      ["footer", "footer2.xml"],
    ]),
    "word/styles.xml": STYLE_SHEET,
    "word/fontTable.xml": FONT_TABLE,
    "word/settings.xml": SETTINGS,
    "word/footer1.xml": footer("right"),
    "word/footer2.xml": footer("left"),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime: ARCHIVE_TIME, level: 6 });
}

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${(
  [
    ["document", "document.main"],
    ["styles", "styles"],
    ["fontTable", "fontTable"],
    ["settings", "settings"],
    ["footer1", "footer"],
    ["footer2", "footer"],
  ] as const
)
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${WORD_TYPE}.${type}+xml"/>`)
  .join("")}</Types>`;

const APP = `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Gongkai</Application></Properties>`;

/** Feet differ on odd and even pages; punctuation is pressed together as Chinese typesetting does. */
const SETTINGS = `${DECLARATION}<w:settings ${W}><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

function core(title: string, language: string): string {
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
}

/** “— 1 —”, one character in from the outer edge: at the right on odd pages, at the left on even ones. */
function footer(side: "left" | "right"): string {
  const run = (content: string): string => `<w:r>${content}</w:r>`;
  const field =
    run('<w:fldChar w:fldCharType="begin"/>') +
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
    run('<w:fldChar w:fldCharType="separate"/>') +
    run("<w:t>1</w:t>") +
    run('<w:fldChar w:fldCharType="end"/>');
  const dash = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);
  return `${DECLARATION}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${dash("— ")}${field}${dash(" —")}</w:p></w:ftr>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type.includes("/") ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;
}
