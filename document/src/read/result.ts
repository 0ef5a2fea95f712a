import type { Doc } from "../doc.ts";

/** Why a file could not be read. A closed list: each has a sentence in {@link REFUSAL_MESSAGES}. */
export type ReadRefusal =
  | "empty"
  | "too-large"
  | "encrypted"
  | "damaged"
  | "mislabelled"
  | "unsupported"
  | "too-slow"
  | "too-much-memory"
  | "picture-only";

/** What reading a file gives: the document, or the reason there is none, as a Chinese sentence for the person who handed it in. */
export type ReadResult =
  | { readonly ok: true; readonly doc: Doc }
  | { readonly ok: false; readonly refusal: ReadRefusal; readonly message: string };

/** What went wrong and what to do about it, for each refusal, in one Chinese sentence. */
export const REFUSAL_MESSAGES = {
  empty: "文件是空的，没有任何内容，请检查是否选错了文件或上传没有完成。",
  "too-large": "文件过大，超出系统能够读取的范围，请拆分后再试，或只保留报告正文。",
  encrypted: "文件设有打开密码，系统无法读取，请取消密码保护后另存一份再试。",
  damaged: "文件已损坏或不完整，请用原来的软件打开并另存一份，或重新下载后再试。",
  mislabelled: "文件内容与扩展名不符，无法读取，请确认文件的真实格式，另存为 docx、pdf 或 xlsx 后再试。",
  unsupported: "暂不支持这种文件格式，请另存为 docx、pdf、xlsx、html 或 txt 后再试。",
  "too-slow": "文件过于复杂，未能在规定时间内读完，请删去无关内容或另存为 docx 后再试。",
  "too-much-memory": "文件过于复杂，读取所需内存超出上限，请删去无关内容或拆分后再试。",
  "picture-only": "文件只有图片，没有可读取的文字，请提供文字版，或先做文字识别（OCR）再试。",
} as const satisfies Record<ReadRefusal, string>;

/** A refusal as a value; `message` replaces the standing sentence where the reader knows more. */
export function refuse(refusal: ReadRefusal, message: string = REFUSAL_MESSAGES[refusal]): ReadResult & { ok: false } {
  return { ok: false, refusal, message };
}
