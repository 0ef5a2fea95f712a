import { strToU8, zipSync } from "fflate";

/** A plain workbook: one sheet, a heading row that stays in view, cells of text or figures. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly { readonly text: string; /** In characters of Latin. */ readonly width: number }[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** A workbook has no more of a cell. */
const LONGEST_CELL = 32_000;

/** Writes lists of any length as xlsx. Documents with a layout are the writer's of `@gongkai/document`. */
export function writeSheet({ name, headings, rows }: Sheet): Uint8Array {
  const columns = headings
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const pieces = [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns}</cols><sheetData>`,
    renderRow(
      1,
      headings.map(({ text }) => text),
      1,
    ),
  ];
  let number = 1;
  for (const row of rows) pieces.push(renderRow((number += 1), row, 2));
  pieces.push(`</sheetData><autoFilter ref="A1:${columnName(headings.length - 1)}${number}"/></worksheet>`);
  const parts = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escape(name).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": pieces.join(""),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), { level: 4 });
}

function renderRow(number: number, cells: readonly (string | number | null)[], style: number): string {
  const rendered = cells.map((value, column) => {
    const at = `${columnName(column)}${number}`;
    if (value === null || value === "") return "";
    if (typeof value === "number") return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(value.slice(0, LONGEST_CELL))}</t></is></c>`;
  });
  return `<row r="${number}">${rendered.join("")}</row>`;
}

/** 0 → A, 27 → AB. */
function columnName(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Signs XML has no way to write are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
