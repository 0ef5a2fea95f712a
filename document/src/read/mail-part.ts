import { LimitExceeded } from "./limits.ts";

/** A part of a mail or of a web page in a single file: what its head says, its body, and the parts it is made of. */
export interface MailPart {
  /** As in `text/html`, in small letters. */
  readonly type: string;
  /** What stands beside the type: charset, boundary, start. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly encoding: string;
  /** It lies with the mail as a file, and is none of its words. */
  readonly isAttached: boolean;
  readonly id: string;
  /** Still encoded. */
  readonly body: Buffer;
  readonly parts: readonly MailPart[];
}

/** Parts within parts beyond this, and more of them than this, are malice: forwarded mails reach a handful, saved pages some hundreds. */
const DEEPEST_PART = 20;
const MOST_PARTS = 10_000;
/** Longest head of a part. Mails that went round the world bear some ten kilobytes. */
const LONGEST_HEAD = 256 * 1024;

const LF = 10;
const CR = 13;
const DASH = 45;

/** Takes a mail apart, parts within parts. Throws `LimitExceeded` when it is made to wear us out. */
export function parseMail(bytes: Buffer): MailPart {
  let count = 0;
  const parsePart = (source: Buffer, depth: number): MailPart => {
    if (++count > MOST_PARTS || depth > DEEPEST_PART)
      throw new LimitExceeded("网页或邮件的组成部分过多，超出系统能够读取的范围，请另存为 html 或 docx 后再试。");
    const { head, body } = splitHead(source);
    const { value: type, parameters } = parseField(head.get("content-type") ?? "text/plain");
    const isAttached = parseField(head.get("content-disposition") ?? "").value === "attachment";
    const encoding = (head.get("content-transfer-encoding") ?? "").trim().toLowerCase();
    const parts: MailPart[] = [];
    if (type === "message/rfc822" && !isAttached) parts.push(parsePart(decodeBody({ encoding, body }), depth + 1));
    else if (type.startsWith("multipart/")) eachPart(body, parameters["boundary"] ?? "", (one) => parts.push(parsePart(one, depth + 1)));
    return { type, parameters, encoding, isAttached, id: (head.get("content-id") ?? "").trim(), body, parts };
  };
  return parsePart(bytes, 0);
}

function splitHead(bytes: Buffer): { readonly head: ReadonlyMap<string, string>; readonly body: Buffer } {
  const head = new Map<string, string>();
  let name = "";
  let at = 0;
  while (at < bytes.length) {
    const next = bytes.indexOf(LF, at);
    const end = next < 0 ? bytes.length : next;
    const line = bytes.toString("latin1", at, end).trimEnd();
    at = end + 1;
    if (line === "") break;
    if (at > LONGEST_HEAD) throw new LimitExceeded("网页或邮件的文件头过长，超出系统能够读取的范围，请另存为 html 或 docx 后再试。");
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line)) {
      if (name !== "") head.set(name, `${head.get(name) ?? ""} ${line.trim()}`);
    } else if (colon > 0) {
      const found = line.slice(0, colon).toLowerCase();
      name = head.has(found) ? "" : found; // of two fields of a name the first holds
      if (name !== "") head.set(name, line.slice(colon + 1).trim());
    }
  }
  return { head, body: bytes.subarray(at) };
}

function parseField(field: string): { readonly value: string; readonly parameters: Readonly<Record<string, string>> } {
  const [value = ""] = field.split(";", 1);
  const parameters: Record<string, string> = {};
  for (const [, name = "", quoted, plain = ""] of field.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;]*))/g)) {
    parameters[name.toLowerCase()] ??= quoted ?? plain;
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Gives what lies between the boundary lines; the last may lack its end. */
function eachPart(body: Buffer, boundary: string, take: (part: Buffer) => void): void {
  if (boundary === "") return;
  const mark = Buffer.from(`--${boundary}`, "latin1");
  let start: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const after = at + mark.length;
    const isLast = body[after] === DASH && body[after + 1] === DASH;
    if (!isLast && !isBlankTo(body, after)) continue; // the boundary of a part within, which begins as ours does
    if (start !== undefined) take(body.subarray(start, endBefore(body, start, at)));
    if (isLast) return;
    const end = body.indexOf(LF, after);
    start = end < 0 ? body.length : end + 1;
  }
  if (start !== undefined) take(body.subarray(start));
}

function isBlankTo(body: Buffer, from: number): boolean {
  for (let at = from; at < body.length; at++) {
    const byte = body[at];
    if (byte === LF) return true;
    if (byte !== CR && byte !== 32 && byte !== 9) return false;
  }
  return true;
}

/** The line end before a boundary belongs to the boundary. */
function endBefore(body: Buffer, start: number, at: number): number {
  const end = Math.max(start, at - 1);
  return end > start && body[end - 1] === CR ? end - 1 : end;
}

/** The parts that hold words, in the order in which they tell what the whole says. */
export function listTexts(part: MailPart): readonly MailPart[] {
  const { type, parameters, isAttached, parts } = part;
  if (isAttached) return [];
  if (type === "text/html" || type === "application/xhtml+xml" || type === "text/plain") return [part];
  // A page's own part is named, or comes first; frames, and the page heads and feet that Word writes as pages, follow it.
  const root = parts.find(({ id }) => id !== "" && id === parameters["start"]);
  const texts = (root === undefined ? parts : [root, ...parts.filter((one) => one !== root)]).flatMap(listTexts);
  if (type !== "multipart/alternative" && type !== "multipart/related") return texts;
  // The same words as a page and as plain text: the page keeps the tables.
  return [...texts.filter((one) => one.type !== "text/plain"), ...texts.filter((one) => one.type === "text/plain")];
}

/** How many files lie with a mail. */
export function countAttached({ isAttached, parts }: MailPart): number {
  return isAttached ? 1 : parts.reduce((sum, part) => sum + countAttached(part), 0);
}

/** A part's body as it was before it was encoded for the way. */
export function decodeBody({ encoding, body }: Pick<MailPart, "encoding" | "body">): Buffer {
  if (encoding === "base64") return Buffer.from(body.toString("latin1"), "base64");
  return encoding === "quoted-printable" ? decodeQuotedPrintable(body) : body;
}

const EQUALS = 61;

function decodeQuotedPrintable(body: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    const byteOf = hexDigit(body[at + 1]) * 16 + hexDigit(body[at + 2]);
    if (!Number.isNaN(byteOf)) {
      decoded[length++] = byteOf;
      at += 2;
      continue;
    }
    // At a line's end the sign says that the line goes on; blanks that came after it on the way do not count.
    const end = endOfBlanks(body, at + 1);
    if (end === undefined) decoded[length++] = byte;
    else at = end;
  }
  return decoded.subarray(0, length);
}

/** Where the line ends, if only blanks stand before its end. */
function endOfBlanks(body: Buffer, from: number): number | undefined {
  for (let at = from; at < body.length; at++) {
    if (body[at] === LF) return at;
    if (body[at] !== CR && body[at] !== 32 && body[at] !== 9) return undefined;
  }
  return body.length;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte & ~32;
  return letter >= 65 && letter <= 70 ? letter - 55 : Number.NaN;
}
