import { createDocBuilder } from "../doc-builder.ts";
import { MOST_CELLS } from "./limits.ts";
import { openOfficePackage, type OfficePackage } from "./office-package.ts";
import { refuse, type ReadResult } from "./result.ts";
import { writeSheet } from "./xlsx-blocks.ts";
import { placeRows, type PlacedSheet } from "./xlsx-rows.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { readCellStyles } from "./xlsx-styles.ts";
import { readSharedStrings, readWorkbook } from "./xlsx-workbook.ts";

const MESSAGES = {
  document: "这是 Word 文档，不是 Excel 工作簿，请把扩展名改为 docx 后再试。",
  hidden: "工作簿中有隐藏的工作表、行或列，没有读取，请核对是否需要公开。",
  uncounted: "有的公式没有保存计算结果，请用 Excel 或 WPS 打开并保存一次后再试。",
  picturesOnly: "工作簿只有图片，没有可读取的文字，请提供文字版，或先做文字识别（OCR）。",
} as const;

/**
 * Reads an Excel workbook: every visible sheet in order, cells as they are shown, merged cells as spans, formulas by
 * their saved result. Each cell's place says where it stands, e.g. `Sheet1!B5`.
 */
export function readXlsx(bytes: Uint8Array): ReadResult {
  const opened = openOfficePackage(bytes);
  return opened.ok ? readXlsxPackage(opened) : opened;
}

/** The same for a package that is already open. */
export function readXlsxPackage(opened: OfficePackage): ReadResult {
  if (opened.kind !== "xlsx") return refuse("mislabelled", MESSAGES.document);
  const { archive, main } = opened;
  const source = archive.readText(main);
  if (typeof source === "object") return source;
  const workbook = source === undefined ? "damaged" : readWorkbook(source, opened);
  if (workbook === "damaged") return refuse("damaged");
  const stringsPart = supportingPart(opened, "sharedStrings");
  const stringsSource = stringsPart === undefined ? "" : (archive.readText(stringsPart) ?? "");
  if (typeof stringsSource === "object") return stringsSource;
  const strings = readSharedStrings(stringsSource);
  const stylesPart = supportingPart(opened, "styles");
  const stylesSource = stylesPart === undefined ? undefined : archive.readText(stylesPart);
  const styles = typeof stylesSource === "string" ? readCellStyles(stylesSource) : [];

  let hasHidden = false;
  let uncounted = 0;
  let cells = 0;
  const placed: { name: string; sheet: PlacedSheet }[] = [];
  for (const { name, hidden, part } of workbook.sheets) {
    if (hidden) {
      hasHidden = true;
      continue;
    }
    const text = archive.readText(part);
    if (text === undefined) return refuse("damaged");
    if (typeof text === "object") return text;
    const read = readSheet(text, { strings, styles, is1904: workbook.is1904 });
    if (typeof read === "string") return refuse(read);
    const sheet = placeRows(read);
    hasHidden ||= sheet.hasHidden;
    uncounted += read.uncounted;
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > MOST_CELLS) return refuse("too-large");
    if (sheet.rows.some((row) => row.cells.some((cell) => cell.text !== ""))) placed.push({ name, sheet });
  }

  const builder = createDocBuilder("xlsx");
  for (const { name, sheet } of placed) {
    if (placed.length > 1 && !saysItself(sheet, name)) builder.heading(2, name);
    writeSheet(sheet, name, builder);
  }
  if (hasHidden) builder.note({ code: "hidden-content", message: MESSAGES.hidden });
  if (uncounted > 0) builder.note({ code: "lost-content", message: MESSAGES.uncounted });
  if (placed.length === 0 && archive.names.some((name) => /^xl\/media\//i.test(name))) {
    builder.note({ code: "picture-only", message: MESSAGES.picturesOnly });
  }
  return { ok: true, doc: builder.build() };
}

/** A workbook's names end here, and lack some signs. */
const LONGEST_SHEET_NAME = 31;

/** A sheet that is named after a line it holds says so itself; its name is no heading besides. */
function saysItself({ rows }: PlacedSheet, name: string): boolean {
  const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
  const wanted = plain(name);
  return rows.some(({ cells }) => cells.some(({ text }) => text.length < 200 && plain(text).slice(0, LONGEST_SHEET_NAME) === wanted));
}

function supportingPart({ related }: OfficePackage, type: string): string | undefined {
  return [...related.values()].find((part) => part.type === type)?.target;
}
