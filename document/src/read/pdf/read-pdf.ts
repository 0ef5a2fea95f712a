import { createDocBuilder } from "../../doc-builder.ts";
import type { Block } from "../../doc.ts";
import { MOST_CELLS, READ_TIMEOUT_MS } from "../limits.ts";
import { refuse, type ReadResult } from "../result.ts";
import { findBorderlessTables } from "./borderless.ts";
import { containRejections } from "./contain-rejections.ts";
import { withoutFontPrograms } from "./font-programs.ts";
import { withoutFurniture } from "./furniture.ts";
import { interpretPage } from "./interpret-page.ts";
import { matrixFrom } from "./matrix.ts";
import { loadPdfJs, openPdf, type PdfJs } from "./open-pdf.ts";
import type { Page } from "./page.ts";
import { writeFlow, type PageFlow } from "./page-flow.ts";
import { findTables } from "./page-table.ts";
import { gatherLines } from "./text-lines.ts";
import { uprightPage } from "./turn-page.ts";

/** A report has some ten pages, a yearbook of a ministry under two hundred. */
const MOST_PAGES = 300;
/** Characters of the whole document, and drawing commands of a page. */
const MOST_GLYPHS = 3_000_000;
const MOST_COMMANDS = 3_000_000;
/** Fewer unknown characters than this are bullets and other ornaments. */
const FEW_LOST = 3;

interface Pages {
  readonly pages: readonly Page[];
  readonly metadataTitle: string | null;
  readonly glyphCount: number;
  readonly lostCount: number;
  readonly unreadable: readonly number[];
}

type PagesResult = { readonly ok: true; readonly content: Pages } | (ReadResult & { ok: false });

/**
 * Reads a PDF that has a text layer: text joined to paragraphs, tables rebuilt from their ruling lines (or, where there
 * are none, from rows of aligned figures), parts on several pages put together, page numbers and running heads left out.
 * Boxes are in points from the top left corner of the page as it is read.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length === 0) return refuse("empty");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf("%PDF-") === -1) return refuse("mislabelled");
  const pdfjs = await loadPdfJs();
  const mayHoldGlyphNumbers = mentionsIdentity(bytes);
  let result = await containRejections(() => readPages(pdfjs, withoutFontPrograms(bytes), mayHoldGlyphNumbers));
  if (result.ok && result.content.lostCount > 0) {
    // Now and then only the font program knows its characters.
    const whole = await containRejections(() => readPages(pdfjs, new Uint8Array(bytes), mayHoldGlyphNumbers));
    if (whole.ok && whole.content.lostCount < result.content.lostCount) result = whole;
  }
  return result.ok ? toDoc(result.content, isCutOff(bytes)) : result;
}

async function readPages(pdfjs: PdfJs, data: Uint8Array, mayHoldGlyphNumbers: boolean): Promise<PagesResult> {
  let stop: (result: PagesResult) => void = () => undefined;
  const stopped = new Promise<PagesResult>((resolve) => (stop = resolve));
  const timer = setTimeout(() => stop(refuse("too-slow")), READ_TIMEOUT_MS);
  const task = openPdf(pdfjs, data, () => stop(refuse("damaged")));
  try {
    return await Promise.race([readOpened(pdfjs, task, mayHoldGlyphNumbers), stopped]);
  } catch (error) {
    return refuse(error instanceof pdfjs.PasswordException ? "encrypted" : "damaged");
  } finally {
    clearTimeout(timer);
    await task.destroy().catch(() => undefined); // what was read is read
  }
}

async function readOpened({ OPS }: PdfJs, task: ReturnType<typeof openPdf>, mayHoldGlyphNumbers: boolean): Promise<PagesResult> {
  const document = await task.promise;
  if (document.numPages > MOST_PAGES)
    return refuse("too-large", `文件超过 ${MOST_PAGES} 页，超出系统能够读取的范围，请只保留报告正文后再试。`);
  const pages: Page[] = [];
  const unreadable: number[] = [];
  let glyphCount = 0,
    lostCount = 0;
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const list = await page.getOperatorList({ annotationMode: 0 });
      if (list.fnArray.length > MOST_COMMANDS) return refuse("too-large");
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const content = interpretPage(
        list,
        OPS,
        matrixFrom(transform),
        (id) => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined),
        mayHoldGlyphNumbers,
      );
      page.cleanup();
      glyphCount += content.glyphCount;
      lostCount += content.lostCount;
      if (glyphCount > MOST_GLYPHS) return refuse("too-large");
      pages.push(uprightPage({ number, width, height, runs: content.runs, segments: content.segments }));
    } catch {
      unreadable.push(number);
    }
  }
  if (pages.length === 0) return refuse("damaged");
  const { info } = await document.getMetadata();
  return { ok: true, content: { pages, metadataTitle: titleFrom(info), glyphCount, lostCount, unreadable } };
}

function toDoc({ pages, metadataTitle, glyphCount, lostCount, unreadable }: Pages, isCut: boolean): ReadResult {
  const builder = createDocBuilder("pdf");
  const flows = pages.map((page): PageFlow => {
    const { tables, rest } = findTables(page);
    const turned = ([1, 3, 2] as const).flatMap((turn) => gatherLines(rest.filter((run) => run.turn === turn)));
    const upright = gatherLines(rest.filter(({ turn }) => turn === 0));
    // Turned text beside the page stands in a frame of its own; it follows the page.
    return { number: page.number, height: page.height, tables, lines: upright, turned };
  });
  const bare = withoutFurniture(flows).map((lines, index): PageFlow => {
    const { tables, turned } = flows[index] ?? { tables: [], turned: [] };
    const borderless = findBorderlessTables(lines.lines, lines.number);
    return { ...lines, lines: borderless.rest, tables: [...tables, ...borderless.tables], turned };
  });
  if (bare.reduce((sum, { tables }) => sum + tables.reduce((count, { cells }) => count + cells.length, 0), 0) > MOST_CELLS)
    return refuse("too-large");
  writeFlow(bare, builder);

  if (lostCount >= FEW_LOST && lostCount > 0.002 * glyphCount) {
    builder.note({
      code: "lost-content",
      message: `文件中有 ${lostCount} 个字符的字体没有文字编码，无法识别，请对照原文核对，或提供 Word 文件。`,
    });
  }
  if (unreadable.length > 0)
    builder.note({ code: "lost-content", message: `第 ${unreadable.join("、")} 页已损坏，没有读出，请对照原文核对。` });
  if (isCut) builder.note({ code: "truncated-text", message: "文件结尾不完整，可能缺少内容，请重新下载或另存后再试。" });
  const silent = bare
    .filter(({ lines, tables, turned }) => lines.length === 0 && tables.length === 0 && turned.length === 0)
    .map(({ number }) => number);
  const doc = builder.build();
  if (!doc.blocks.some((block) => block.kind !== "pageBreak")) return refuse(isCut || unreadable.length > 0 ? "damaged" : "picture-only");
  if (silent.length > 0)
    builder.note({ code: "picture-only", message: `第 ${silent.join("、")} 页没有可读取的文字，可能是图片或空白页，请对照原文核对。` });
  return { ok: true, doc: builder.build(headingTitle(doc.blocks) ?? metadataTitle) };
}

/** The first heading, where it is one of the largest. */
function headingTitle(blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.kind === "heading" && block.level === 1);
  return heading?.kind === "heading" ? heading.text : null;
}

/** The title in the file's properties, unless it is a file name or what a program puts there. */
function titleFrom(info: object): string | null {
  if (!("Title" in info) || typeof info.Title !== "string") return null;
  const title = info.Title.trim();
  return title === "" || /\.\w{2,5}$|^Microsoft Word|^untitled$|^无标题/i.test(title) ? null : title;
}

/** A PDF closes with %%EOF; servers and editors may add some bytes after it. */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = Math.max(0, bytes.length - 4096);
  return Buffer.from(bytes.buffer, bytes.byteOffset + tail, bytes.length - tail).indexOf("%%EOF") === -1;
}

/** Whether fonts may be keyed by glyph number; within compressed objects the name cannot be seen. */
function mentionsIdentity(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.includes("/Identity-") || file.includes("/ObjStm");
}
