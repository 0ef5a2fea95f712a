import { isUtf8 } from "node:buffer";

/** Bytes as text, and how sure we are of it. */
export interface DecodedText {
  /** Line ends are "\n", a byte order mark is gone. */
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";
  /** True when nothing in the file names the encoding and it is not plain UTF-8, or when some bytes made no sense. */
  readonly guessed: boolean;
}

/** Characters that any Chinese official text is full of, in simplified and traditional form. */
const COMMON_CHARACTERS =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过行政府信息公开申请数量情况为國這個為對來時們發動過資訊開請數況總計結果機關縣區鄉鎮";
/** By character code, 1 for these. */
const COMMON = new Uint8Array(65_536);
for (const character of COMMON_CHARACTERS) COMMON[character.charCodeAt(0)] = 1;

/**
 * Decodes a text file: byte order marks, UTF-16 without one, strict UTF-8, then GB18030 and Big5, whichever makes Chinese.
 * A declared charset (HTML meta) is heard but checked: portals often declare another than they send.
 * Returns undefined for bytes that are no text at all.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le", false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be", false);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  if (head.includes(0)) {
    const encoding = utf16Order(bytes);
    if (encoding !== undefined) return decoded(bytes, encoding, true);
    if (zeroShare(bytes) > 0.01) return undefined; // a few zeros are damage in a text, more are no text
  }
  if (isUtf8(bytes)) return decoded(bytes, "utf-8", false);

  const declared = declaredEncoding(bytes);
  const gb18030 = strictly(bytes, "gb18030");
  const big5 = declared === "big5" || gb18030 === undefined || chineseShare(gb18030) < 0.05 ? strictly(bytes, "big5") : undefined;
  if (big5 !== undefined && (gb18030 === undefined || chineseShare(big5) > chineseShare(gb18030))) {
    return finish(big5, "big5", declared !== "big5");
  }
  const utf8Lossy = new TextDecoder("utf-8").decode(bytes);
  if (gb18030 !== undefined && damageOf(utf8Lossy) > 0.01) return finish(gb18030, "gb18030", declared !== "gb18030");
  const gbLossy = gb18030 ?? new TextDecoder("gb18030").decode(bytes);
  if (damageOf(utf8Lossy) <= damageOf(gbLossy) || damageOf(utf8Lossy) < 0.01) {
    return damageOf(utf8Lossy) > 0.1 ? undefined : finish(utf8Lossy, "utf-8", true);
  }
  return damageOf(gbLossy) > 0.1 ? undefined : finish(gbLossy, "gb18030", true);
}

function decoded(bytes: Uint8Array, encoding: DecodedText["encoding"], guessed: boolean): DecodedText {
  return finish(new TextDecoder(encoding).decode(bytes), encoding, guessed);
}

function finish(text: string, encoding: DecodedText["encoding"], guessed: boolean): DecodedText {
  return { text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, encoding, guessed };
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the only way TextDecoder says that bytes are not of this encoding
  }
}

/** UTF-16 without a mark: the byte order that makes Chinese or Latin text, if one does. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1);
  const little = new TextDecoder("utf-16le").decode(sample);
  const big = new TextDecoder("utf-16be").decode(sample);
  const littleShare = familiarShare(little);
  const bigShare = familiarShare(big);
  if (Math.max(littleShare, bigShare) < 0.2) return undefined;
  return littleShare > bigShare ? "utf-16le" : "utf-16be";
}

function zeroShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536);
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros++;
  return zeros / sample.length;
}

/** Share of characters one expects in an official text: Latin ones that can be typed, and the commonest Chinese ones. */
function familiarShare(text: string): number {
  let familiar = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 32 && code < 127) || code === 9 || code === 10 || code === 13 || COMMON[code] === 1) familiar++;
  }
  return text.length === 0 ? 0 : familiar / text.length;
}

/** Characters at a file's head that tell whether it is text: what is none shows it in its first lines. */
const LOOKED_AT = 2048;

/** Text has next to no control characters, unpaired surrogates or private characters. */
export function looksLikeText(text: string): boolean {
  const end = Math.min(text.length, LOOKED_AT);
  let bad = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 32 && code < 0xd800 && code !== 0x7f) continue; // nearly every one
    const isOdd = code < 32 ? code < 9 || (code > 13 && code !== 27) : code < 0xf900 || code >= 0xfff0;
    if (!isOdd) continue;
    // A pair of surrogates is a rare Chinese character and fine.
    if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    else bad++;
  }
  return bad <= end / 50;
}

/** Share of characters that could not be decoded. */
function damageOf(text: string): number {
  let damaged = 0;
  for (let i = text.indexOf("\ufffd"); i >= 0; i = text.indexOf("\ufffd", i + 1)) damaged++;
  return text.length === 0 ? 1 : damaged / text.length;
}

/** How much of the text, beyond ASCII, is characters that official Chinese uses all the time. */
function chineseShare(text: string): number {
  let wide = 0;
  let common = 0;
  const end = Math.min(text.length, 20_000);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || (code & 0xfc00) === 0xdc00) continue; // the second half of a rare character is counted with the first
    wide++;
    if (COMMON[code] === 1) common++;
  }
  return wide === 0 ? 0 : common / wide;
}

/** What `charset=` in the first two kilobytes says, as far as it is one of ours. */
function declaredEncoding(bytes: Uint8Array): "gb18030" | "big5" | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const name = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === "big5" || name === "big5-hkscs") return "big5";
  return name !== undefined && /^(?:gb2312|gbk|gb18030|x-gbk|gb_2312-80)$/.test(name) ? "gb18030" : undefined;
}
