import { decodeBytes, looksLikeText } from "./encoding.ts";
import { parseCsv } from "./csv.ts";
import { parseHtml } from "./html.ts";
import { LARGEST_FILE_BYTES, LimitExceeded } from "./limits.ts";
import { parseMarkdown } from "./markdown.ts";
import { parsePlainText } from "./plain-text.ts";
import { refuse } from "./result.ts";
import type { ReadResult } from "./result.ts";
import { sniffBytes, sniffText } from "./sniff.ts";
import type { BinaryKind, TextKind } from "./sniff.ts";
import type { Doc } from "../doc.ts";

export interface ReadOptions {
  /** The file's name. It decides nothing that the content can say; only `.md` and `.txt` are heard where content is undecided. */
  name?: string;
}

/**
 * Reads a document of any format, told by content. Never throws on bad input: what cannot be read is returned as a refusal
 * with a Chinese sentence. Runs in the caller's thread; use `createReaderPool` for files from strangers.
 */
export async function readDocument(bytes: Uint8Array, { name = "" }: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > LARGEST_FILE_BYTES) {
    return refuse("too-large", `文件超过 ${LARGEST_FILE_BYTES / 1024 / 1024} MB，超出系统能够读取的范围，请拆分后再试，或压缩其中的图片。`);
  }
  try {
    const kind = sniffBytes(bytes);
    if (kind === "pdf") return await (await import("./pdf/read-pdf.ts")).readPdf(bytes);
    if (kind === "docx") return (await import("./docx.ts")).readDocx(bytes);
    if (kind === "xlsx") return (await import("./xlsx.ts")).readXlsx(bytes);
    if (kind === "doc") return (await import("./old-word/old-word.ts")).readOldWord(bytes);
    if (kind === "mail") return (await import("./mail.ts")).readMail(bytes);
    return kind === "text" ? readText(bytes, name) : BINARY_REFUSALS[kind];
  } catch (error) {
    if (error instanceof LimitExceeded) return refuse("too-large", error.message);
    // A reader must not fail on any input; if one does, the user still gets an answer, and the file is the suspect.
    return refuse("damaged");
  }
}

const BINARY_REFUSALS = {
  pptx: refuse("unsupported", "这是演示文稿（PPT），不是报告文件，请另存为 docx 或 pdf 后再试。"),
  ofd: refuse("unsupported", "暂不支持 OFD 版式文件，请用 OFD 阅读器另存为 pdf，或提供原来的 docx 文件。"),
  opendocument: refuse("unsupported", "暂不支持 OpenDocument 文件（odt、ods），请另存为 docx 或 xlsx 后再试。"),
  zip: refuse("unsupported", "这是压缩包，请解压后选择其中的报告文件。"),
  archive: refuse("unsupported", "这是压缩包，请解压后选择其中的报告文件。"),
  "encrypted-office": refuse("encrypted"),
  "old-office": refuse("unsupported", "这是旧版 Excel、PPT 或 WPS 表格文件（xls、et 等），请用 Excel 或 WPS 打开后另存为 xlsx 再试。"),
  rtf: refuse("unsupported", "这是 RTF 文件，请用 Word 或 WPS 打开后另存为 docx 再试。"),
  picture: refuse("picture-only", "这是图片，没有可读取的文字，请提供文字版，或先做文字识别（OCR）再试。"),
} as const satisfies Record<Exclude<BinaryKind, "pdf" | "docx" | "xlsx" | "doc" | "mail" | "text">, ReadResult>;

const TEXT_READERS = {
  html: parseHtml,
  markdown: parseMarkdown,
  csv: parseCsv,
  text: parsePlainText,
} as const satisfies Partial<Record<TextKind, (text: string) => Doc>>;

const TEXT_REFUSALS = {
  json: refuse("unsupported", "这是 JSON 数据，不是文档，请提供报告原文（docx、pdf、xlsx、html 或 txt）。"),
  xml: refuse("unsupported", "暂不支持这种 XML 文件，请另存为 docx、pdf、xlsx、html 或 txt 后再试。"),
  "office-xml": refuse("unsupported", "这是旧版 Office 的 XML 文件，请用 Word、Excel 或 WPS 打开后另存为 docx 或 xlsx 再试。"),
} as const satisfies Partial<Record<TextKind, ReadResult>>;

function readText(bytes: Uint8Array, name: string): ReadResult {
  const decoded = decodeBytes(bytes);
  if (decoded === undefined || !looksLikeText(decoded.text)) return unreadable(name);
  const { text, guessed, encoding } = decoded;
  if (text.trim() === "") return refuse("empty");
  const kind = sniffText(text, name);
  if (kind === "json" || kind === "xml" || kind === "office-xml") return TEXT_REFUSALS[kind];
  const doc = TEXT_READERS[kind](text);
  if (doc.blocks.length === 0) return refuse(doc.notes.some((note) => note.code === "picture-only") ? "picture-only" : "empty");
  if (!guessed) return { ok: true, doc };
  const message = `文件没有注明文字编码，按 ${encoding.toUpperCase()} 读取；如有乱码，请另存为 UTF-8 编码后再试。`;
  return { ok: true, doc: { ...doc, notes: [...doc.notes, { code: "encoding-guessed", message }] } };
}

/** Neither a known format nor text: when the name promised one, it is the name that deceives. */
function unreadable(name: string): ReadResult {
  return refuse(/\.(?:docx?|wps|pdf|xlsx?|et|html?|mht(?:ml)?|eml|md|txt|csv)$/i.test(name) ? "mislabelled" : "unsupported");
}
