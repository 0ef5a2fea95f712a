import { fileTypeFromBuffer } from "file-type";
import { holdsProgram, isText } from "../platform/files/look-inside.ts";

/** What may be put to a case, by content; the ending it is served under. */
export const FILE_KINDS: Readonly<Record<string, { readonly label: string; readonly ending: string; readonly names: readonly string[] }>> =
  {
    "application/pdf": { label: "PDF", ending: "pdf", names: ["pdf"] },
    "image/jpeg": { label: "JPG 图片", ending: "jpg", names: ["jpg", "jpeg"] },
    "image/png": { label: "PNG 图片", ending: "png", names: ["png"] },
    "image/tiff": { label: "TIFF 图片", ending: "tif", names: ["tif", "tiff"] },
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { label: "Word 文档", ending: "docx", names: ["docx"] },
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { label: "Excel 表格", ending: "xlsx", names: ["xlsx"] },
    "application/x-cfb": { label: "旧版 Office、WPS 文件", ending: "doc", names: ["doc", "xls", "wps", "et"] },
    "text/plain": { label: "纯文本", ending: "txt", names: ["txt"] },
  };

/** The media type of a file by what is in it; undefined when it is of no kind that is taken, or holds a program. */
export async function fileKindOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined); // a damaged archive is of no kind
  const mediaType = found?.mime ?? (isText(bytes) ? "text/plain" : undefined);
  if (mediaType === undefined || FILE_KINDS[mediaType] === undefined || holdsProgram(bytes, mediaType)) return undefined;
  return mediaType;
}

const LONGEST_NAME = 100;

/**
 * A name to serve a file under: no path, no signs that mislead (controls, directions, quotes), and an ending that says what
 * is in it whatever it was called.
 */
export function safeName(name: string, mediaType: string): string {
  const { ending = "bin", names = [] } = FILE_KINDS[mediaType] ?? {};
  const base = (name.normalize("NFKC").split(/[/\\]/).at(-1) ?? "").replaceAll(/[\p{C}\p{Zl}\p{Zp}"*:<>?|;%]/gu, "").trim();
  const [, stem = base, own = ""] = /^(.*?)(?:\.([A-Za-z0-9]{1,8}))?$/su.exec(base) ?? [];
  const kept = names.includes(own.toLowerCase()) ? own.toLowerCase() : ending;
  const safe = stem.replaceAll(/^[.\s]+|[.\s]+$/g, "").slice(0, LONGEST_NAME);
  return `${safe === "" ? "附件" : safe}.${kept}`;
}
