import { decodeText } from "./html-text.ts";

/** No paragraph is so long; marks in what is are left alone, since looking for their pairs costs time. */
const LONGEST_MARKED = 100_000;
const TELLING = /[\\*_~`[\]<&!]/;

/**
 * The text of a piece of Markdown without its marks: emphasis, code, links, pictures, inline HTML; `<br>` is a line end.
 * Underscores and asterisks that mark nothing (`a_b`, `3*4`) stay.
 */
export function inlineText(source: string): string {
  if (!TELLING.test(source) || source.length > LONGEST_MARKED) return source;
  let text = source;
  if (text.includes("[")) {
    text = text.replace(/!\[[^[\]\n]{0,500}\]\([^()\n]{0,2000}\)/g, "");
    text = text.replace(/\[([^[\]\n]{1,500})\]\([^()\n]{0,2000}\)/g, "$1");
  }
  if (text.includes("<")) {
    text = text.replace(/<br\s*\/?>/gi, "\n").replace(/<!--[^<]*?-->|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, "");
  }
  // Escaped signs step aside while marks are taken off.
  if (text.includes("\\"))
    text = text.replace(/\\([\\`*_{}[\]()#+\-.!|~<>&])/g, (_, sign: string) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
  if (text.includes("*")) {
    text = text.replaceAll("**", ""); // pairs or not: nobody writes two asterisks to be read
    text = text.replace(/(^|[^*\d])\*(?=\S)([^*\n]{1,500}?)\*(?!\*)/g, "$1$2");
  }
  if (text.includes("_")) text = text.replace(/(^|[^\w])(__?)(?=\S)([^_\n]{1,500}?)\2(?!\w)/g, "$1$3");
  if (text.includes("~~")) text = text.replaceAll("~~", "");
  if (text.includes("`")) text = text.replace(/(`+)([^`\n]{1,500}?)\1/g, "$2");
  text = decodeText(text);
  if (/[\ue000-\ue07f]/.test(text)) text = text.replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
  return text.replace(/\u00a0/g, " ").trim();
}
