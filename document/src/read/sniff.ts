import { looksLikeCsv } from "./csv.ts";
import { isRule } from "./text-rows.ts";

/** What a file is by its first bytes, whatever its name says. "text" is everything that may yet prove to be text. */
export type BinaryKind =
  | "pdf"
  | "docx"
  | "xlsx"
  | "doc"
  | "pptx"
  | "ofd"
  | "opendocument"
  | "zip"
  | "encrypted-office"
  | "old-office"
  | "rtf"
  | "picture"
  | "archive"
  | "mail"
  | "text";

/** What decoded text is. */
export type TextKind = "html" | "markdown" | "csv" | "text" | "json" | "xml" | "office-xml";

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF, little endian
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF, big endian
];
const ARCHIVES: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
];

/** Tells the kinds of binary file apart by content. */
export function sniffBytes(bytes: Uint8Array): BinaryKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(buffer);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const has = (stream: string): boolean => buffer.includes(stream, 0, "utf16le");
    if (has("EncryptedPackage")) return "encrypted-office";
    return has("WordDocument") ? "doc" : "old-office";
  }
  if (buffer.subarray(0, 64).toString("latin1").trimStart().startsWith("{\\rtf")) return "rtf";
  if (PICTURES.some((magic) => startsWith(bytes, magic)) || isWebpOrBitmap(buffer)) return "picture";
  if (ARCHIVES.some((magic) => startsWith(bytes, magic))) return "archive";
  return isMail(buffer) ? "mail" : "text";
}

/** Far enough for the longest head of a mail, whose first lines tell the way it came. */
const MAIL_HEAD_BYTES = 64 * 1024;

/** A mail, or a web page saved as one, begins with fields; one of them says that it is MIME, or what the body is. */
function isMail(buffer: Buffer): boolean {
  if (!/^[\s\u00ef\u00bb\u00bf]*[A-Za-z][\w-]*:/.test(buffer.toString("latin1", 0, 256))) return false;
  const text = buffer.toString("latin1", 0, MAIL_HEAD_BYTES).trimStart();
  const end = text.search(/\r?\n\r?\n/);
  return /^(?:MIME-Version:|Content-Type:\s*(?:multipart\/|text\/(?:html|plain)))/im.test(end < 0 ? text : text.slice(0, end));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function isWebpOrBitmap(buffer: Buffer): boolean {
  if (buffer.toString("latin1", 0, 4) === "RIFF" && buffer.toString("latin1", 8, 12) === "WEBP") return true;
  // "BM" alone may begin a text: a bitmap also states its own size.
  return buffer.length > 26 && buffer.toString("latin1", 0, 2) === "BM" && buffer.readUInt32LE(6) === 0;
}

/** Part names stand uncompressed in every zip, so even one cut short tells what it was. */
function zipKind(buffer: Buffer): BinaryKind {
  if (buffer.includes("word/document")) return "docx";
  if (buffer.includes("xl/workbook")) return "xlsx";
  if (buffer.includes("ppt/presentation")) return "pptx";
  if (buffer.includes("OFD.xml")) return "ofd";
  if (buffer.includes("application/vnd.oasis.opendocument")) return "opendocument";
  if (buffer.includes("[Content_Types].xml")) return "docx"; // cut before its main part: the docx reader says what is missing
  return "zip";
}

const KNOWN_TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|table|tbody|tr|td|div|p|h[1-6]|span|font|center|section|article|main|br|ul|ol|style|script|link|b|strong|a|img)[\s/>]/i;
const ANY_TAG = /<\/(?:p|td|tr|table|div|span|h[1-6]|html|body)\s*>/gi;

/** Tells the kinds of text apart; of the name only `.md` counts, and only where the content allows it. */
export function sniffText(text: string, name = ""): TextKind {
  const head = text.slice(0, 65_536);
  const start = head.replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>|<!DOCTYPE(?!\s+html\b)[^>]*>)+/, "");
  if (/^<(?:w:wordDocument|pkg:package|Workbook|office:document)[\s>]/.test(start)) return "office-xml";
  if (KNOWN_TAG.test(start) && !isMarkdownName(name)) return "html";
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(start)) return "html";
  if (/^\s*<\?xml/.test(head)) return "xml";
  if (isJson(text)) return "json";
  if (hasSeparatorRow(head)) return "markdown";
  if (isMarkdownName(name)) return COLUMN_RULE.test(head) ? "text" : "markdown";
  if (head.includes("</") && (head.match(ANY_TAG)?.length ?? 0) >= 3) return "html";
  if (looksLikeCsv(head)) return "csv";
  return !/\.txt$/i.test(name) && !head.includes("\t") && /^#{1,6} \S/m.test(head) ? "markdown" : "text";
}

function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown|mkd)$/i.test(name);
}

/** The columns of a table set with blanks, as some converters write Markdown: `------ ---- ----`. Plain text is read by columns. */
const COLUMN_RULE = /^ *-{2,}(?: +-{2,})+ *$/m;

/** A line such as `|---|:--:|`, which only Markdown tables have. */
function hasSeparatorRow(text: string): boolean {
  for (let dashes = text.indexOf("---"); dashes >= 0;) {
    const start = text.lastIndexOf("\n", dashes) + 1;
    const next = text.indexOf("\n", dashes);
    const end = next < 0 ? text.length : next;
    if (text.slice(start, end).includes("|") && isRule(text, start, end)) return true;
    dashes = next < 0 ? -1 : text.indexOf("---", next);
  }
  return false;
}

/** Longest text parsed to see whether it is JSON; of a longer one the first and last characters tell. */
const LONGEST_JSON = 200_000;

function isJson(text: string): boolean {
  const trimmed = text.trim();
  const last = trimmed[trimmed.length - 1];
  const opens = /^(?:\{\s*["}]|\[\s*(?:[[{"\d-]|\]|true|false|null))/.test(trimmed);
  if (!opens || last !== (trimmed[0] === "{" ? "}" : "]")) return false;
  if (trimmed.length > LONGEST_JSON) return true;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false; // prose in brackets
  }
}
