import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openArchive } from "./archive.ts";

const archiveOf = (files: Record<string, Uint8Array | string>, level: 0 | 9 = 9): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])),
    { level },
  );

const refusal = (bytes: Uint8Array, part = "a.xml"): string => {
  const archive = openArchive(bytes);
  if (!archive.ok) return archive.refusal;
  const text = archive.readText(part);
  return typeof text === "object" ? text.refusal : "read";
};

/** Finds a record by its signature and changes bytes at an offset in it. */
function patch(bytes: Uint8Array, signature: number, offset: number, values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === signature) {
      copy.set(values, at + offset);
      return copy;
    }
  }
  throw new Error("no such record");
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe("openArchive", () => {
  test("reads packed and stored parts, names without regard to case or kind of slash", () => {
    const archive = openArchive(archiveOf({ "Word/A.xml": "<甲/>", "b\\c.xml": "<乙/>" }, 0));
    expect(["word/a.xml", "b/c.xml", "none"].map((name) => archive.ok && archive.readText(name))).toEqual(["<甲/>", "<乙/>", undefined]);
  });

  test("reads UTF-16 parts by their byte order mark", () => {
    const archive = openArchive(archiveOf({ "a.xml": Uint8Array.of(0xff, 0xfe, 0x32, 0x75) }));
    expect(archive.ok && archive.readText("a.xml")).toBe("甲");
  });

  test("takes bytes before and after the archive", () => {
    const zip = archiveOf({ "a.xml": "<甲/>" });
    expect(refusal(new Uint8Array([...strToU8("前言"), ...zip, 0, 0, 0]))).toBe("read");
  });

  const good = archiveOf({ "a.xml": "<a>".padEnd(5000, "乙") });

  test.each([
    { what: "nothing at all", bytes: new Uint8Array(), expected: "empty" },
    { what: "a file cut in half", bytes: good.slice(0, good.length / 2), expected: "damaged" },
    { what: "a file without its end", bytes: good.slice(0, good.length - 10), expected: "damaged" },
    { what: "noise", bytes: Uint8Array.from({ length: 900 }, (_, index) => (index * 37) & 255), expected: "damaged" },
    { what: "packed data that was changed", bytes: patch(good, 0x04034b50, 50, [1, 2, 3]), expected: "damaged" },
    { what: "a checksum that is wrong", bytes: patch(good, CENTRAL, 16, [1, 2, 3, 4]), expected: "damaged" },
    { what: "a part larger than it says", bytes: patch(good, CENTRAL, 24, [9, 0, 0, 0]), expected: "damaged" },
    { what: "a part smaller than it says", bytes: patch(good, CENTRAL, 24, [255, 255, 0, 0]), expected: "damaged" },
    { what: "a part said to be gigantic", bytes: patch(good, CENTRAL, 24, [255, 255, 255, 127]), expected: "too-large" },
    { what: "a part that begins beyond the file", bytes: patch(good, CENTRAL, 42, [255, 255, 255, 127]), expected: "damaged" },
    { what: "a directory that begins beyond the file", bytes: patch(good, END, 16, [255, 255, 255, 127]), expected: "damaged" },
    { what: "more parts than there are", bytes: patch(good, END, 10, [9, 0]), expected: "damaged" },
    { what: "a count of parts beyond reason", bytes: patch(good, END, 10, [0xfe, 0xff]), expected: "too-large" },
    { what: "zip64 sizes that are not there", bytes: patch(good, CENTRAL, 24, [255, 255, 255, 255]), expected: "too-large" },
    { what: "a password", bytes: patch(good, CENTRAL, 8, [1, 0]), expected: "encrypted" },
    { what: "a packing nobody uses", bytes: patch(good, CENTRAL, 10, [14, 0]), expected: "unsupported" },
  ])("answers $expected to $what", ({ bytes, expected }) => {
    expect(refusal(bytes)).toBe(expected);
  });

  test("refuses a part that swells a thousandfold before inflating it", () => {
    expect(refusal(archiveOf({ "a.xml": new Uint8Array(30 * 1024 * 1024) }))).toBe("too-large");
  });

  test("refuses two parts of one name", () => {
    const twice = archiveOf({ "a.xml": "<a/>", "A.xml": "<b/>" });
    expect(refusal(twice)).toBe("damaged");
  });
});

test("names written in the encoding of Chinese Windows are read as they were meant", () => {
  const archive = openArchive(patch(archiveOf({ "xx.txt": "内容" }), 0x02014b50, 46, [0xbc, 0xd7]));
  expect(archive.ok ? archive.names : []).toEqual(["甲.txt"]);
  expect(archive.ok ? archive.readText("甲.txt") : "").toBe("内容");
});
