import { createDocBuilder } from "../../doc-builder.ts";
import type { DocNote } from "../../doc.ts";
import type { DocxContent } from "../docx-content.ts";
import { writeBlocks } from "../docx-layout.ts";
import { assembleTable } from "../docx-table.ts";
import { LimitExceeded, MOST_PARAGRAPHS } from "../limits.ts";
import { refuse, type ReadResult } from "../result.ts";
import { noteLeftOut } from "../word-notes.ts";
import { readBody, type OldBody, type OldParagraph } from "./body.ts";
import { openCompoundFile } from "./compound-file.ts";
import { readCharacterProperties, readParagraphProperties } from "./properties.ts";
import { type OldRow, placeRows } from "./rows.ts";
import { readPieces } from "./text-pieces.ts";

const MESSAGES = {
  otherKind: "这是旧版 Office 文件，但不是 Word 文档；表格请用 Excel 或 WPS 打开后另存为 xlsx 再试。",
  oldest: "这是 Word 6.0 或 Word 95 的文档，请用 Word 或 WPS 打开后另存为 docx 再试。",
  numbers: "这是旧版 Word 文档（doc 格式），自动编号、文本框和脚注没有读取；如有数据读不准，请另存为 docx 后再试。",
} as const;

/** Offsets into the head of the main stream (MS-DOC, Fib). */
const HEAD = { mark: 0x00, version: 0x02, flags: 0x0a, textLength: 0x4c, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 } as const;
const HEAD_BYTES = 0x200;
const MARK = 0xa5ec;
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const HEADING_STYLES = 9;

/**
 * Reads a document of Word 97 to 2003, or of WPS (MS-DOC): paragraphs, headings, tables with their spans. Deleted, hidden and
 * struck-out text is left out, which the notes then say; headers, footers, notes and text boxes are not read. Every length the
 * file claims is held against what there is, so that a damaged one costs no more than a sound one.
 */
export function readOldWord(bytes: Uint8Array): ReadResult {
  const file = openCompoundFile(bytes);
  const main = file?.readStream("WordDocument");
  if (file && !main && (file.readStream("Workbook") ?? file.readStream("Book"))) return refuse("unsupported", MESSAGES.otherKind);
  if (!file || !main || main.length < HEAD_BYTES || main.readUInt16LE(HEAD.mark) !== MARK) return refuse("damaged");
  const flags = main.readUInt16LE(HEAD.flags);
  if ((flags & ENCRYPTED) !== 0) return refuse("encrypted");
  if (main.readUInt16LE(HEAD.version) < WORD_97) return refuse("unsupported", MESSAGES.oldest);
  const lists = file.readStream((flags & SECOND_TABLE) === 0 ? "0Table" : "1Table");
  const listAt = (offset: number): Buffer => {
    const start = main.readUInt32LE(offset);
    return lists?.subarray(start, start + main.readUInt32LE(offset + 4)) ?? Buffer.alloc(0);
  };
  const pieces = readPieces(main, listAt(HEAD.pieces), main.readUInt32LE(HEAD.textLength));
  if (!pieces) return refuse("damaged");
  const body = readBody(
    pieces,
    readParagraphProperties(main, listAt(HEAD.paragraphs), file.readStream("Data") ?? Buffer.alloc(0)),
    readCharacterProperties(main, listAt(HEAD.characters)),
  );
  if (body.paragraphs.length > MOST_PARAGRAPHS) throw new LimitExceeded(`段落超过 ${MOST_PARAGRAPHS} 个，请拆分后再试。`);

  let isCovered = false;
  const content = assemble(body.paragraphs, () => (isCovered = true));
  const builder = createDocBuilder("docx");
  writeBlocks(content, builder);
  const doc = builder.build();
  if (doc.text.trim() === "") return refuse("empty");
  return { ok: true, doc: { ...doc, notes: notesOn(body, isCovered) } };
}

/** Paragraphs as content: those in tables as the cells they fill. `onCovered` is told of text that a merged cell covers. */
function assemble(paragraphs: readonly OldParagraph[], onCovered: () => void): DocxContent[] {
  const content: DocxContent[] = [];
  let rows: OldRow[] = [];
  let cells: DocxContent[][] = [];
  let cell: DocxContent[] = [];
  const endTable = (): void => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push({ cells, properties: Buffer.alloc(0) }); // a row without its end
    if (rows.length > 0) content.push(assembleTable(placeRows(rows), onCovered));
    rows = [];
    cells = [];
    cell = [];
  };
  for (const { text, ends, inTable, properties } of paragraphs) {
    const style = properties.length >= 2 ? properties.readUInt16LE(0) : 0;
    const level = style >= 1 && style <= HEADING_STYLES ? style : undefined;
    const paragraph: DocxContent = { kind: "paragraph", text, level, isTitle: false };
    if (!inTable) {
      endTable();
      content.push(paragraph);
    } else if (ends === "row") {
      rows.push({ cells, properties });
      cells = [];
      cell = [];
    } else {
      cell.push(paragraph);
      if (ends !== "cell") continue;
      cells.push(cell);
      cell = [];
    }
    if (ends === "page" && !inTable) content.push({ kind: "pageBreak" });
  }
  endTable();
  return content;
}

function notesOn({ hasTrackedChanges, hasHidden }: OldBody, isCovered: boolean): DocNote[] {
  const leftOut = noteLeftOut({ hasTrackedChanges, hasHidden: hasHidden || isCovered });
  return [{ code: "lost-content", message: MESSAGES.numbers }, ...leftOut];
}
