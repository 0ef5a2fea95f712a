import type { Doc, DocNote } from "../doc.ts";
import { decodeBytes } from "./encoding.ts";
import { parseHtml } from "./html.ts";
import { countAttached, decodeBody, listTexts, type MailPart, parseMail } from "./mail-part.ts";
import { parsePlainText } from "./plain-text.ts";
import { refuse } from "./result.ts";
import type { ReadResult } from "./result.ts";

/**
 * Reads a web page in a single file (mht, as browsers, Word and WPS save it) or a mail (eml): the page itself, or the words of the
 * mail. What lies beside it, frames and pictures and attached files, is left. Throws `LimitExceeded` when there is too much.
 */
export function readMail(bytes: Uint8Array): ReadResult {
  const whole = parseMail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (/^application\/(?:x-)?pkcs7-mime$|^multipart\/encrypted$/.test(whole.type))
    return refuse("encrypted", "这是加密的邮件，系统无法读取，请在邮箱里打开后另存为 html 或 docx 再试。");
  const attached = countAttached(whole);
  for (const part of listTexts(whole)) {
    const doc = readPart(part);
    // A page of frames says nothing itself: its frames come after it.
    if (doc !== undefined && doc.blocks.length > 0) return { ok: true, doc: withNote(doc, attached) };
  }
  return refuse(
    "unsupported",
    attached > 0
      ? "邮件没有正文，只有附件，请先把附件另存出来，再选择其中的报告文件。"
      : "这个单个文件网页或邮件（mht、eml）里没有可读取的正文，请用浏览器或 Word 打开后另存为 html 或 docx 再试。",
  );
}

function readPart(part: MailPart): Doc | undefined {
  const decoded = decodeText(decodeBody(part), part.parameters["charset"] ?? "");
  if (decoded === undefined) return undefined;
  const doc = part.type === "text/plain" ? parsePlainText(decoded.text) : parseHtml(decoded.text);
  if (!decoded.guessed) return doc;
  const message = "网页或邮件注明的文字编码与内容不符；如有乱码，请用浏览器或 Word 打开后另存为 html 或 docx 再试。";
  return { ...doc, notes: [...doc.notes, { code: "encoding-guessed", message }] };
}

/** Charsets worth hearing. Others, such as us-ascii over Chinese, are what a program writes that does not know. */
const HEARD = /^(?:utf-?8|gb2312|gbk|gb18030|x-gbk|big5|big5-hkscs|unicode|utf-?16(?:le|be)?)$/;

/** The charset that is named if the bytes agree, else what they look like. */
function decodeText(bytes: Buffer, charset: string): { readonly text: string; readonly guessed: boolean } | undefined {
  const label = charset.trim().toLowerCase();
  if (HEARD.test(label)) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n"), guessed: false };
    } catch {
      // the only way TextDecoder says that bytes are not of this encoding
    }
  }
  return decodeBytes(bytes);
}

function withNote(doc: Doc, attached: number): Doc {
  if (attached === 0) return doc;
  const note: DocNote = {
    code: "lost-content",
    message: `邮件的 ${attached} 个附件没有读取；报告在附件里的，请先把附件另存出来，再选择其中的报告文件。`,
  };
  return { ...doc, notes: [...doc.notes, note] };
}
