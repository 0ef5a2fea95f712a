/** Readable text and no markup: a page or script is not taken as text. */
export function isText(bytes: Uint8Array): boolean {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return !/[^\P{Cc}\n\r\t\f]/u.test(text) && !/<(?:!doctype|html|script|svg|\?xml)/i.test(text);
    } catch {
      // of the other encoding, or none
    }
  }
  return false;
}

/** Old Office files may hold macros, and so may new ones that do not say so; names of their parts are enough to tell. */
export function holdsProgram(bytes: Uint8Array, mediaType: string): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "application/x-cfb") return content.includes(Buffer.from("_VBA_PROJECT", "utf16le"));
  return mediaType.includes("openxmlformats") && content.includes("vbaProject.bin");
}
