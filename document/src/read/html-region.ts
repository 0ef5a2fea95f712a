import { attribute } from "./html-attributes.ts";
import type { Piece } from "./html-piece.ts";

/** A part of the page that may be the article, or the furniture around it. Region 0 is the whole page. */
export interface Region {
  readonly parent: number;
  readonly kind: "page" | "article" | "furniture";
}

/** Class and id names under which government content systems put the article. */
const ARTICLE_NAME =
  /(?:^|[\s_-])(?:trs_?u?editor|ucap-?content|zoom|article|content|con_?text|xxgk|view|detail|zhengwen|main|text|news|wz|zw|txt|info)/i;
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|bread_?-?crumbs?|crumbs?|share|bdshare\w*|footer|foot|bottom|copyright|side_?bar|toolbar|friend_?links?|position|location|weizhi|dqwz)(?:$|[\s_-])/i;

/** Sentences of the page frame, which say nothing about where the article is. */
const FRAME_TEXT = /版权所有|备案|ICP|主办|承办|技术支持|标识码|浏览器|分辨率|联系我们|网站地图|上一篇|下一篇|打印/;
const NUMBERED = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/;

/** The kind of region an element opens, if any. */
export function regionKind(name: string, attributes: string): Region["kind"] | undefined {
  if (name === "article" || name === "main") return "article";
  if (name === "nav" || name === "footer" || name === "aside") return "furniture";
  if (attributes === "" || !/class|id/i.test(attributes)) return undefined;
  const names = `${attribute(attributes, "id") ?? ""} ${attribute(attributes, "class") ?? ""}`;
  if (FURNITURE_NAME.test(names)) return "furniture";
  return ARTICLE_NAME.test(names) && name !== "ul" && name !== "header" ? "article" : undefined;
}

/**
 * The pieces of the article. A region is taken for the article only when it holds every table and practically all prose
 * of the page; the smallest such one wins. Otherwise everything stays but plain furniture: a menu too much does no harm,
 * a lost table does.
 */
export function articlePieces(pieces: readonly Piece[], regions: readonly Region[]): readonly Piece[] {
  if (regions.length === 1) return pieces;
  const own = weigh(pieces, regions.length);
  const weights = own.map((weight) => ({ ...weight }));
  for (let i = regions.length - 1; i > 0; i--) add(weights[regions[i]?.parent ?? 0], weights[i]);

  const isFurniture: boolean[] = [];
  regions.forEach((region, i) => {
    const weight = weights[i] ?? NOTHING;
    const all = weights[0] ?? NOTHING;
    const plain = region.kind === "furniture" && weight.cells < 12 && weight.prose * 3 <= all.prose;
    isFurniture[i] = plain || (i > 0 && isFurniture[region.parent] === true);
  });
  const kept = { cells: 0, prose: 0, size: 0 };
  own.forEach((weight, i) => isFurniture[i] || add(kept, weight));

  let best = 0;
  let smallest = Number.POSITIVE_INFINITY;
  regions.forEach((region, i) => {
    const weight = weights[i] ?? NOTHING;
    if (region.kind !== "article" || isFurniture[i] || weight.size === 0 || weight.size > smallest) return;
    if (weight.cells < kept.cells || weight.prose < kept.prose * 0.98) return;
    if (weight.cells === 0 && weight.prose === 0) return;
    best = i;
    smallest = weight.size;
  });

  const isInside: boolean[] = [];
  regions.forEach((region, i) => {
    isInside[i] = !isFurniture[i] && (best === 0 || i === best || (i > 0 && isInside[region.parent] === true));
  });
  return pieces.filter((piece) => isInside[piece.region] === true);
}

interface Weight {
  cells: number;
  /** Characters of running text, headings and numbered lines. */
  prose: number;
  /** Characters of any text, and cells. */
  size: number;
}

const NOTHING: Readonly<Weight> = { cells: 0, prose: 0, size: 0 };

function weigh(pieces: readonly Piece[], count: number): Weight[] {
  const weights = Array.from({ length: count }, () => ({ cells: 0, prose: 0, size: 0 }));
  for (const piece of pieces) {
    const weight = weights[piece.region];
    if (weight === undefined || piece.kind === "break") continue;
    if (piece.kind === "table") {
      weight.cells += piece.cellCount;
      weight.size += piece.cellCount;
      continue;
    }
    const { text, level, linked } = piece;
    weight.size += text.length;
    if (linked) continue;
    const tells = text.length >= 30 || level >= 2 || NUMBERED.test(text);
    if (tells && !(text.length < 300 && FRAME_TEXT.test(text))) weight.prose += text.length;
  }
  return weights;
}

function add(to: Weight | undefined, from: Weight | undefined): void {
  if (to === undefined || from === undefined) return;
  to.cells += from.cells;
  to.prose += from.prose;
  to.size += from.size;
}
