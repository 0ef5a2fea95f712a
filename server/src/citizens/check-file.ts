import { fileTypeFromBuffer } from "file-type";
import type { ReaderPool } from "@gongkai/document/read";
import type { Result } from "@gongkai/statute";
import { holdsProgram, isText } from "../platform/files/look-inside.ts";

export type FileRefusal =
  | "file-missing"
  | "file-empty"
  | "file-too-large"
  | "file-type"
  | "file-macros"
  | "file-mismatch"
  | "too-many-files"
  | "too-much";

export const MEGABYTE = 1024 * 1024;
/** Of one file, of all files of a draft or a statement together, and how many. */
export const FILE_LIMITS = { bytes: 20 * MEGABYTE, together: 50 * MEGABYTE, files: 10 } as const;

/** What may be handed in: by content, never by name. */
export const FILE_TYPES: Readonly<Record<string, { readonly words: string; readonly names: readonly string[] }>> = {
  "application/pdf": { words: "PDF", names: ["pdf"] },
  "image/jpeg": { words: "JPG 图片", names: ["jpg", "jpeg"] },
  "image/png": { words: "PNG 图片", names: ["png"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { words: "Word 文档", names: ["docx"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { words: "Excel 表格", names: ["xlsx"] },
  "application/x-cfb": { words: "旧版 Word、Excel、WPS 文件", names: ["doc", "xls", "wps", "et"] },
  "text/plain": { words: "纯文本", names: ["txt"] },
};

export const FILE_REFUSALS = {
  "file-missing": "没有收到文件，请先选择文件，再按“上传”。",
  "file-empty": "这个文件是空的，请检查后重新选择。",
  "file-too-large": "文件超过20MB，请压缩、拆分后再上传，或者邮寄纸质材料。",
  "file-type": "不能接收这种文件。可以上传 PDF、JPG、PNG、Word（doc、docx）、Excel（xls、xlsx）、WPS 和纯文本文件。",
  "file-macros": "文件里含有宏（程序），不能接收。请另存为不含宏的文件或者 PDF 后再上传。",
  "file-mismatch": "文件的内容与后缀名不符，请确认选择的是否为原文件，或者另存为 PDF 后再上传。",
  "too-many-files": "最多上传10个文件，请合并后再上传。",
  "too-much": "文件合计超过50MB，请压缩后再上传，或者邮寄纸质材料。",
} as const satisfies Record<FileRefusal, string>;

export interface CheckedFile {
  readonly mediaType: string;
  /** What the person who hands it in should know, such as that it holds tracked changes. */
  readonly remark: string | null;
}

/** Judges a file by its content: whether it is of a kind that is taken, no program, and what it says that may not be meant. */
export async function checkFile(
  readers: Pick<ReaderPool, "read">,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<CheckedFile, FileRefusal>> {
  if (bytes.length === 0) return { ok: false, refusal: "file-empty" };
  if (bytes.length > FILE_LIMITS.bytes) return { ok: false, refusal: "file-too-large" };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined); // a damaged archive is of no kind
  const mediaType = found?.mime ?? (isText(bytes) ? "text/plain" : undefined);
  if (mediaType !== undefined && /macroenabled/i.test(mediaType)) return { ok: false, refusal: "file-macros" };
  const type = mediaType === undefined ? undefined : FILE_TYPES[mediaType];
  if (mediaType === undefined || type === undefined) return { ok: false, refusal: "file-type" };
  if (holdsProgram(bytes, mediaType)) return { ok: false, refusal: "file-macros" };
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  // Text is what is left when nothing else fits: a page or script by its name is not taken as text.
  if (ending === undefined ? mediaType === "text/plain" : !type.names.includes(ending))
    return { ok: false, refusal: ending === undefined ? "file-type" : "file-mismatch" };
  return { ok: true, value: { mediaType, remark: await findHidden(readers, { name, bytes, mediaType }) } };
}

const READ = /wordprocessingml|spreadsheetml/;
const HIDDEN = new Set(["tracked-changes", "hidden-content"]);

/** Tracked changes, comments and hidden parts that may not be meant for others' eyes. */
async function findHidden(
  readers: Pick<ReaderPool, "read">,
  { name, bytes, mediaType }: { readonly name: string; readonly bytes: Uint8Array; readonly mediaType: string },
): Promise<string | null> {
  if (!READ.test(mediaType)) return null;
  const read = await readers.read(bytes, { name });
  if (!read.ok) return null; // whether it can be read is for those who open it
  const notes = read.doc.notes.filter(({ code }) => HIDDEN.has(code)).map(({ message }) => message);
  return notes.length === 0 ? null : [...new Set(notes)].join(" ").slice(0, 500);
}
