import { describe, expect, test } from "vitest";
import { decodeBytes } from "./encoding.ts";

const text = "云溪县政府信息公开申请数量为3件";
const utf16 = (source: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(source, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
/** The same sentence in GB18030, made by hand: TextEncoder knows UTF-8 only. */
const gbk = (source: string): Uint8Array => {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...source].flatMap((character) => [...(table.get(character) ?? [character.charCodeAt(0)])]));
};
const big5 = (source: string): Uint8Array => {
  const decoder = new TextDecoder("big5");
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0xa4; high <= 0xf9; high++)
    for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...source].flatMap((character) => [...(table.get(character) ?? [character.charCodeAt(0)])]));
};

describe("text encodings", () => {
  test.each([
    { what: "UTF-8", bytes: Buffer.from(text), encoding: "utf-8", guessed: false },
    { what: "UTF-8 with a mark", bytes: Buffer.from(`\ufeff${text}`), encoding: "utf-8", guessed: false },
    { what: "UTF-16 LE with a mark", bytes: utf16(`\ufeff${text}`), encoding: "utf-16le", guessed: false },
    { what: "UTF-16 BE with a mark", bytes: utf16(`\ufeff${text}`, true), encoding: "utf-16be", guessed: false },
    { what: "UTF-16 LE without one", bytes: utf16(text), encoding: "utf-16le", guessed: true },
    { what: "UTF-16 BE without one", bytes: utf16(text, true), encoding: "utf-16be", guessed: true },
    { what: "GB18030", bytes: gbk(text), encoding: "gb18030", guessed: true },
    { what: "GB18030 cut in the middle of a character", bytes: gbk(`${text}县`).subarray(0, -1), encoding: "gb18030", guessed: true },
  ])("$what", ({ bytes, encoding, guessed }) => {
    const decoded = decodeBytes(bytes);
    expect(decoded?.text.startsWith(text)).toBe(true);
    expect(decoded).toMatchObject({ encoding, guessed });
  });

  test("Big5 is told from GB18030 by the Chinese it makes", () => {
    const traditional = "本機關政府資訊公開申請的數量與去年相同";
    expect(decodeBytes(big5(traditional))).toMatchObject({ text: traditional, encoding: "big5" });
  });

  test("a declared charset counts as known", () => {
    expect(decodeBytes(Buffer.concat([Buffer.from(`<meta charset="gb2312">`), gbk(text)]))).toMatchObject({
      encoding: "gb18030",
      guessed: false,
    });
  });

  test("a wrong declared charset makes no garbage", () => {
    expect(decodeBytes(Buffer.from(`<meta charset=gb2312><p>${text}`))?.text).toContain(text);
    expect(decodeBytes(Buffer.concat([Buffer.from("<meta charset=utf-8>"), gbk(text)]))?.text).toContain(text);
  });

  test("UTF-8 cut in the middle of a character keeps all the others", () => {
    const decoded = decodeBytes(Buffer.from(text.repeat(20)).subarray(0, -2));
    expect(decoded?.text).toContain(text.repeat(19));
    expect(decoded).toMatchObject({ encoding: "utf-8", guessed: true });
  });

  test("line ends become one kind", () => {
    expect(decodeBytes(Buffer.from("甲\r\n乙\r丙\n"))?.text).toBe("甲\n乙\n丙\n");
  });

  test("bytes full of zeros are no text", () => {
    expect(decodeBytes(new Uint8Array(400))).toBeUndefined();
    expect(decodeBytes(Uint8Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 0 : i % 256)))).toBeUndefined();
  });
});
