// oxlint-disable-next-line no-control-regex -- control characters are just what is to go
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\ufeff]/g;

/** Unknown character: what a glyph becomes whose font does not say which character it draws. */
export const UNKNOWN = "\uFFFD";

/**
 * The text of a glyph. Radicals and compatibility forms, which many Chinese PDF writers emit for ordinary characters,
 * become the ordinary ones; full-width figures and brackets stay as they are printed. Control characters vanish.
 */
export function glyphText(unicode: string): string {
  let plain = true;
  for (let i = 0; i < unicode.length; i++) {
    const code = unicode.charCodeAt(i);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0xfeff)
      plain = false;
    else if ((code >= 0x2e80 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfb06)) plain = false;
  }
  if (plain) return unicode;
  return unicode.replace(UNSEEN, "").replace(/[\u2e80-\u2fd5\uf900-\ufb06]/g, (character) => character.normalize("NFKC"));
}

/** Whether a character is a blank of any width. */
export function isBlank(text: string): boolean {
  return text === " " || text === "\u3000" || text === "\u00a0" || (text.length === 1 && text >= "\u2000" && text <= "\u200a");
}

/** Whether a character is of the private use area or marked unknown: nobody but its font knows what it shows. */
export function isLost(text: string): boolean {
  return text === UNKNOWN || (text >= "\ue000" && text <= "\uf8ff");
}

/** Chinese characters, their punctuation and full-width forms: set without blanks between them. */
export function isWide(character: string): boolean {
  return (
    (character >= "\u2e80" && character <= "\u9fff") ||
    (character >= "\uf900" && character <= "\ufaff") ||
    (character >= "\uff00" && character <= "\uffef") ||
    (character >= "\u2014" && character <= "\u2026") ||
    (character >= "\u3000" && character <= "\u33ff") ||
    character >= "\ud840"
  );
}
