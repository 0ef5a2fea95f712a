import type { Doc } from "@gongkai/document";
import type { ReaderPool } from "@gongkai/document/read";
import type { Result } from "@gongkai/statute";
import { fileTypeFromBuffer } from "file-type";
import type { Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { keepFileRow, keepFileText, MAY_BE_ATTACHED } from "./keep-file.ts";
import { mayDo } from "./policy.ts";

/** Reads the text of a file; "" when it has none or cannot be read. */
export interface Readers {
  read(bytes: Uint8Array, name: string): Promise<string>;
}

/** Reads in the pool's workers: an attachment is a stranger's file. */
export function readersOf(pool: ReaderPool): Readers {
  return {
    read: async (bytes, name) => {
      const read = await pool.read(bytes, { name });
      return read.ok ? printText(read.doc) : "";
    },
  };
}

function printText({ text }: Doc): string {
  return text.replaceAll("\0", "");
}

export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export type AttachmentRefusal = "not-allowed" | "file-type" | "file-empty" | "key-reused" | "changed-meanwhile";

export const ATTACHMENT_REFUSALS = {
  "not-allowed": { status: 403, message: "附件由拟稿人员上传。" },
  "file-type": { status: 415, message: "不能接收这种文件。附件可以是 PDF、docx、xlsx、JPG、PNG 和纯文本文件；旧格式请另存后再上传。" },
  "file-empty": { status: 422, message: "文件是空的，请重新选择。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "changed-meanwhile": { status: 409, message: "请刷新页面后重新提交。" },
} as const satisfies Record<AttachmentRefusal, { readonly status: number; readonly message: string }>;

/** Takes in a file that is to become an attachment: told by its content, its text read for screening and search. */
export async function keepAttachment(
  ledger: Ledger,
  { files, readers }: { readonly files: FileStore; readonly readers: Readers },
  {
    agencyId,
    officer,
    bytes,
    name,
  }: { readonly agencyId: number; readonly officer: Officer; readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<KeptFile, AttachmentRefusal>> {
  if (bytes.length === 0) return { ok: false, refusal: "file-empty" };
  const mediaType = await mediaTypeOf(bytes);
  if (mediaType === undefined || !MAY_BE_ATTACHED.has(mediaType)) return { ok: false, refusal: "file-type" };
  if (!mayDo(officer, "draft")) return { ok: false, refusal: "not-allowed" };
  const text = mediaType.startsWith("image/") ? "" : await readers.read(bytes, name);
  const sha256 = await files.keep(bytes);
  return runCommand<{ sha256: string; name: string; mediaType: string; size: number }, AttachmentRefusal>(
    ledger,
    { command: "item:keep-attachment", agencyId, actor: officer.actor },
    async (turn) => {
      await keepFileRow(turn, { sha256, mediaType, size: bytes.length });
      await keepFileText(turn, sha256, text);
      return { ok: true, value: { sha256, name, mediaType, size: bytes.length } };
    },
  );
}

/** What a file is by its content; undefined when nobody can tell. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  const known = await fileTypeFromBuffer(bytes);
  if (known !== undefined) return known.mime;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0") ? undefined : "text/plain";
  } catch {
    return undefined; // bytes that are no text of ours
  }
}
