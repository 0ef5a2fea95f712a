import type { Doc } from "@gongkai/document";
import { writeDocx, writeHtml, writePdf } from "@gongkai/document/write";
import { dayNumber, plainDate } from "@gongkai/statute";

export const LETTER_FORMATS = ["docx", "pdf", "html"] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

export const LETTER_MEDIA_TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
} as const satisfies Record<LetterFormat, string>;

/** A letter in a format for people, the same bytes each time: its date stands in the PDF as the time it was made. */
export async function renderLetter(doc: Doc, format: LetterFormat, on: string): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return writeDocx(doc);
    case "pdf":
      return writePdf(doc, { createdAt: midnightOf(on) });
    case "html":
      return new TextEncoder().encode(writeHtml(doc));
  }
}

/** Midnight in Shanghai at the beginning of a day, in seconds since 1970. */
function midnightOf(on: string): number {
  return (dayNumber(plainDate(on)) - dayNumber(plainDate("1970-01-01"))) * 86_400 - 8 * 3600;
}

/**
 * The body of the letter as HTML, for a page that has a style of its own and whose content policy takes no other: widths of
 * columns stand as attributes.
 */
export function renderFragment(doc: Doc): string {
  const page = writeHtml(doc);
  const body = page.slice(page.indexOf("<main>") + "<main>".length, page.lastIndexOf("</main>")).trim();
  return body
    .replaceAll(/<col style="width:([\d.]+%)">/g, '<col width="$1">')
    .replaceAll(/(<div class="page-break") style="[^"]*">/g, "$1>");
}
