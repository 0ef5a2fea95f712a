import type { TextLine } from "./text-lines.ts";

/** The lines of a page outside of its tables. */
export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Header and footer stand within this share of the page height from its edges. */
const MARGIN = 0.1;

const PAGE_NUMBER =
  /^[\s\-—–－―─·•.~_|]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百〇]{1,5})\s*页?(?:\s*[/／,，、]?\s*(?:共|总)?\s*(?:of\s*)?\d{1,4}\s*页?)?[\s\-—–－―─·•.~_|]*$/iu;
const WORDED_PAGE_NUMBER = /第\s*\d{1,4}\s*页|page\s*\d+|共\s*\d{1,4}\s*页/iu;

/** Drops page numbers and the headers and footers that come again on other pages. */
export function withoutFurniture(pages: readonly PageLines[]): PageLines[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.lines.filter((line) => isInMargin(line, page)).map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line, index) => {
      if (!isInMargin(line, page)) return true;
      const repeats = counts.get(keyOf(line, page)) ?? 0;
      if (repeats >= 2 && repeats >= pages.length / 3) return false;
      const isOutermost = index === 0 || index === page.lines.length - 1;
      return !(isOutermost && (PAGE_NUMBER.test(line.text) || (WORDED_PAGE_NUMBER.test(line.text) && line.text.length < 20)));
    }),
  }));
}

function isInMargin({ baseline, size }: TextLine, { height }: PageLines): boolean {
  return baseline < MARGIN * height || baseline - size / 2 > (1 - MARGIN) * height;
}

/** The text without its figures, and where it stands: the same on each page that bears it. */
function keyOf({ text, baseline }: TextLine, { height }: PageLines): string {
  const fromEdge = baseline < height / 2 ? baseline : baseline - height;
  return `${Math.round(fromEdge / 4)} ${text.replace(/\d+/g, "#").replace(/\s+/g, "")}`;
}
