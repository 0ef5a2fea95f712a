/** Signs that office documents take from picture fonts, by font and code; reports use them for ticks and bullets. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 0xb1: "±", 0xb3: "≥", 0xa3: "≤", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xd6: "√" },
  wingdings: {
    0x6c: "●",
    0x6e: "■",
    0x6f: "□",
    0x71: "□",
    0x75: "◆",
    0x9f: "•",
    0xa7: "▪",
    0xa8: "□",
    0xd8: "➢",
    0xfb: "✗",
    0xfc: "✓",
    0xfd: "☒",
    0xfe: "☑",
  },
  "wingdings 2": { 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xa3: "□" },
};

/** The character a `w:sym` stands for; "" for a picture no character matches. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (!Number.isFinite(value) || value <= 0 || value > 0xffff) return "";
  if (value < 0xe000 || value > 0xf8ff) return String.fromCharCode(value);
  const name = font?.toLowerCase() ?? "";
  const inFont = value & 0xff;
  // Wingdings holds the circled numbers ① to ⑩ at 0x81.
  if (name === "wingdings" && inFont >= 0x81 && inFont <= 0x8a) return String.fromCharCode(0x2460 + inFont - 0x81);
  return SYMBOLS[name]?.[inFont] ?? "";
}
