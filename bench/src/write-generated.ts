import type { Encoding, GeneratedDocument } from "@gongkai/annual-report/testing";

/** The file a generated document would be. Writers of office files are loaded when first needed. */
export async function writeGenerated({ body }: GeneratedDocument): Promise<Uint8Array> {
  if (body.kind === "text") return encodeText(body.text, body.encoding);
  const { writeDocx, writePdf, writeXlsx } = await import("@gongkai/document/write");
  const write = { docx: writeDocx, xlsx: writeXlsx, pdf: writePdf }[body.format];
  return write(body.doc);
}

/** Text in one of the encodings office programs store. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return encoding === "utf-16be" ? bytes.swap16() : bytes;
  }
  if (encoding === "gb18030") return encodeGb18030(text);
  return Buffer.from(encoding === "utf-8-bom" ? `\ufeff${text}` : text, "utf8");
}

let twoBytes: Map<string, readonly [number, number]> | undefined;

/** The platform only decodes GB18030: its two-byte part is turned round, which holds all that reports print. */
function encodeGb18030(text: string): Uint8Array {
  twoBytes ??= listTwoBytes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(twoBytes.get(character) ?? [0xa1, 0xf5])); // 〓, as old programs print what they lack
  }
  return Uint8Array.from(bytes);
}

function listTwoBytes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!found.has(character) && !character.includes("\ufffd")) found.set(character, [lead, trail]);
    }
  }
  return found;
}
