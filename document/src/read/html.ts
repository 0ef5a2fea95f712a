import { createDocBuilder } from "../doc-builder.ts";
import type { Doc } from "../doc.ts";
import type { Piece } from "./html-piece.ts";
import { readHtml } from "./html-reader.ts";
import type { HtmlPage } from "./html-reader.ts";
import { articlePieces } from "./html-region.ts";
import { checkLength } from "./limits.ts";

/**
 * Reads an HTML page or fragment: the article with its headings, paragraphs and tables in reading order, without the
 * page's menus and footers. Never throws on bad markup; throws `LimitExceeded` when there is too much of it.
 */
export function parseHtml(source: string): Doc {
  checkLength(source);
  const page = readHtml(source);
  const pieces = articlePieces(page.pieces, page.regions);
  const builder = createDocBuilder("html");
  const titleHeading = headingOutside(page.pieces, pieces);
  if (titleHeading !== undefined) builder.heading(1, titleHeading);
  let length = 0;
  let tables = 0;
  let heading = "";
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "table") {
      builder.table(piece.rows);
      tables++;
    } else if (piece.kind === "break") builder.pageBreak();
    else {
      length += piece.text.length;
      if (piece.level > 0) {
        heading = piece.text;
        builder.heading(piece.level, heading);
        // A caption that only says the heading again names the table for people who listen, and is no text of its own.
      } else if (pieces[index + 1]?.kind !== "table" || !isSame(piece.text, heading)) builder.paragraph(piece.text);
    }
  }
  if (page.pictures > 0 && tables === 0 && length < 200) {
    builder.note({ code: "picture-only", message: "网页正文几乎只有图片，图片里的文字和表格无法读取，请提供文字版。" });
  }
  return builder.build(titleOf(page, pieces), page.language);
}

function isSame(text: string, heading: string): boolean {
  return text.replace(/\n/g, "") === heading.replace(/\n/g, "");
}

/** The page's main heading when it stands above the article, where content systems like to put it. */
function headingOutside(all: readonly Piece[], article: readonly Piece[]): string | undefined {
  if (all === article || all.length === article.length || firstHeading(article) !== undefined) return undefined;
  return firstHeading(all);
}

function firstHeading(pieces: readonly Piece[]): string | undefined {
  for (const piece of pieces) if (piece.kind === "text" && piece.level === 1) return piece.text;
  return undefined;
}

function titleOf(page: HtmlPage, article: readonly Piece[]): string | null {
  const inArticle = firstHeading(article);
  const title = withoutSiteName(page.title);
  return page.articleTitle || inArticle || title || firstHeading(page.pieces) || null;
}

/** "…年度报告_某某县人民政府网" → "…年度报告": portals end <title> with their own name. */
function withoutSiteName(title: string): string {
  const parts = title.split(/\s*[_|]\s*|\s+[-–—]+\s+|-{2,}|-(?=[^-]*(?:政府|网|门户|平台)$)/);
  while (parts.length > 1 && /(?:网|网站|门户|平台|政府|专栏|首页|公开|年报)$/.test(parts[parts.length - 1] ?? "")) parts.pop();
  return parts.length === 1 ? (parts[0] ?? "").trim() : title;
}
