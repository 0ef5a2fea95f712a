import type { Font } from "./page.ts";

/** What pdf.js tells of a font, as far as we use it. */
export interface PdfFont extends Font {
  readonly vertical: boolean;
  /** Width units of a glyph to text units, 0.001 but for Type 3 fonts. */
  readonly unit: number;
}

const UNKNOWN_FONT: PdfFont = { name: "", isHeavy: false, vertical: false, unit: 0.001, isComposite: false };

/** Heavy faces by name: bold weights, and the faces official headings are set in. */
const HEAVY_NAME = /bold|black|heavy|semibold|demi|hei|黑体|小标宋|xbs|xiaobiaosong|fzxbsjw|粗/i;

/** A font out of what pdf.js keeps for it; the object's shape is not in its types. */
export function fontFrom(value: unknown): PdfFont {
  if (typeof value !== "object" || value === null) return UNKNOWN_FONT;
  const { name, bold, black, vertical, fontMatrix, composite } = value as Record<string, unknown>; // every property checked below
  const fontName = typeof name === "string" ? decodeName(name) : "";
  const unit = Array.isArray(fontMatrix) && typeof fontMatrix[0] === "number" && fontMatrix[0] !== 0 ? Math.abs(fontMatrix[0]) : 0.001;
  return {
    name: fontName,
    isHeavy: bold === true || black === true || HEAVY_NAME.test(fontName),
    vertical: vertical === true,
    unit,
    isComposite: composite === true,
  };
}

/** Chinese font names are bytes of UTF-8 or GBK, which pdf.js hands out as Latin-1. */
function decodeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- every one-byte character
  if (!/^[\u0000-\u00ff]*$/.test(name) || !/[\u0080-\u00ff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
