const KEY = "/FontFile2";
const CFF_KEY = "/FontFile3";
const TRUETYPE_LENGTH = "/Length1";
/** Stream dictionaries are short. */
const DICTIONARY_REACH = 300;

/**
 * The file without its embedded fonts, as far as their text can be read without them: the entries that point to TrueType
 * programs and to CFF programs of CID fonts are renamed in place, so every offset stays; where the entries are hidden in
 * compressed objects, the programs themselves are spoilt. Those programs only draw; what a glyph means stands in
 * ToUnicode, the CMap or the encoding. Checking them costs five times the rest of the reading. Type 1 programs stay:
 * their built-in encoding may be the only one.
 */
export function withoutFontPrograms(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes); // pdf.js takes the bytes over, and the caller may still want them
  for (let at = copy.indexOf(KEY); at >= 0; at = copy.indexOf(KEY, at + KEY.length)) copy[at + KEY.length - 1] = 0x58;
  for (let at = copy.indexOf(CFF_KEY); at >= 0; at = copy.indexOf(CFF_KEY, at + CFF_KEY.length)) {
    const reference = /^\s*(\d+)\s+(\d+)\s+R/.exec(copy.toString("latin1", at + CFF_KEY.length, at + CFF_KEY.length + 30));
    if (reference && isCidFontProgram(copy, `${reference[1]} ${reference[2]} obj`)) copy[at + CFF_KEY.length - 1] = 0x58;
  }
  if (copy.includes("/ObjStm")) spoilTrueTypePrograms(copy);
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.byteLength);
}

/** Breaks the zlib header of streams that give the length of a TrueType program; pdf.js then takes the font for one without. */
function spoilTrueTypePrograms(bytes: Buffer): void {
  for (let at = bytes.indexOf(TRUETYPE_LENGTH); at >= 0; at = bytes.indexOf(TRUETYPE_LENGTH, at + 1)) {
    const begin = bytes.lastIndexOf("obj", at),
      end = bytes.indexOf("stream", at);
    if (begin < at - DICTIONARY_REACH || end < 0 || end > at + DICTIONARY_REACH) continue;
    const dictionary = bytes.toString("latin1", begin, end);
    if (!dictionary.includes("/FlateDecode") || dictionary.includes("/Length2") || dictionary.includes("endobj")) continue;
    const data = bytes[end + 6] === 0x0d ? end + 8 : end + 7;
    bytes[data] = 0;
    bytes[data + 1] = 0;
  }
}

function isCidFontProgram(bytes: Buffer, opening: string): boolean {
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const before = bytes[at - 1];
    if (before !== undefined && before >= 0x30 && before <= 0x39) continue; // 112 0 obj is not 12 0 obj
    return bytes.toString("latin1", at, at + 300).includes("/CIDFontType0C");
  }
  return false;
}
