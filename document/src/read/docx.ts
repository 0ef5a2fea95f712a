import type { DocNote } from "../doc.ts";
import { createDocBuilder } from "../doc-builder.ts";
import { readBody, type DocxBody } from "./docx-body.ts";
import type { DocxContent } from "./docx-content.ts";
import { writeBlocks } from "./docx-layout.ts";
import { readNumbering } from "./docx-numbering.ts";
import { readStyles } from "./docx-styles.ts";
import { openOfficePackage, type OfficePackage } from "./office-package.ts";
import { refuse, type ReadResult } from "./result.ts";
import { noteLeftOut } from "./word-notes.ts";

const MESSAGES = {
  workbook: "这是 Excel 工作簿，不是 Word 文档，请把扩展名改为 xlsx 后再试。",
  embedded: "文中有以对象方式嵌入的表格或文档，无法读取，请改为直接插入的表格。",
  picturesOnly: "文档只有图片，没有可读取的文字，请提供文字版，或先做文字识别（OCR）。",
  pictures: "文中有图片但没有表格，图片里的内容无法读取，如表格是图片请改为文字表格。",
} as const;

/**
 * Reads a Word document: paragraphs, headings, tables with their spans, automatic numbers written out. Headers, footers
 * and comments are left out; so are deleted and hidden text, which the document's notes then say.
 */
export function readDocx(bytes: Uint8Array): ReadResult {
  const opened = openOfficePackage(bytes);
  return opened.ok ? readDocxPackage(opened) : opened;
}

/** The same for a package that is already open. */
export function readDocxPackage(opened: OfficePackage): ReadResult {
  if (opened.kind !== "docx") return refuse("mislabelled", MESSAGES.workbook);
  const { archive, main } = opened;
  const source = archive.readText(main);
  if (source === undefined) return refuse("damaged");
  if (typeof source === "object") return source;
  const styles = readStyles(supportingText(opened, "styles"));
  const numbering = readNumbering(supportingText(opened, "numbering"), styles);
  const body = readBody(source, styles, numbering);
  if (typeof body === "string") return refuse(body);

  const builder = createDocBuilder("docx");
  writeBlocks(body.content, builder);
  const doc = builder.build(findTitle(body.content));
  const notes = notesOn(body, doc.text.trim() !== "");
  return { ok: true, doc: notes.length === 0 ? doc : { ...doc, notes } };
}

/** Text of a part the body can do without; a damaged one costs heading levels or numbers, not the report. */
function supportingText({ archive, related }: OfficePackage, type: string): string {
  const target = [...related.values()].find((part) => part.type === type)?.target;
  const text = target === undefined ? undefined : archive.readText(target);
  return typeof text === "string" ? text : "";
}

/** The paragraph in title style, else a heading of the first level that opens the document and is no section heading. */
function findTitle(content: readonly DocxContent[]): string | null {
  const written = content.filter((item) => item.kind === "table" || (item.kind === "paragraph" && item.text.trim() !== ""));
  const titled = written.find((item) => item.kind === "paragraph" && item.isTitle) ?? written[0];
  if (titled?.kind !== "paragraph") return null;
  const text = titled.text.trim();
  return titled.isTitle || (titled.level === 1 && !SECTION_HEADING.test(text)) ? text : null;
}

const SECTION_HEADING = /^[一二三四五六七八九十]{1,3}、/;

function notesOn(body: DocxBody, hasText: boolean): DocNote[] {
  const notes = noteLeftOut(body);
  if (body.embedded > 0) notes.push({ code: "lost-content", message: MESSAGES.embedded });
  if (body.pictures > 0 && !hasText) notes.push({ code: "picture-only", message: MESSAGES.picturesOnly });
  else if (body.pictures > 0 && !body.content.some((item) => item.kind === "table"))
    notes.push({ code: "lost-content", message: MESSAGES.pictures });
  return notes;
}
