import { crc32, inflateRawSync } from "node:zlib";
import { refuse, type ReadResult } from "./result.ts";

/** A zip archive whose directory was checked; nothing is inflated until a part is asked for. */
export interface Archive {
  readonly ok: true;
  /** Names of all parts, with "/" between folders. */
  readonly names: readonly string[];
  /** The part's bytes, `undefined` if there is no such part, or a refusal. Names are compared without case, as Office does. */
  read(name: string): Uint8Array | undefined | (ReadResult & { ok: false });
  /** The part as text (UTF-8, or UTF-16 with a byte order mark). */
  readText(name: string): string | undefined | (ReadResult & { ok: false });
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** Largest part taken, inflated. The body of a report is a quarter of a megabyte, a 100,000-cell table about 70. */
const LARGEST_PART = 96 * 1024 * 1024;
const LARGEST_TOTAL = 1024 * 1024 * 1024;
const MOST_PARTS = 20_000;
/** XML of tables shrinks some 100 times, of one row repeated a few hundred; what shrinks more and is large was made to hurt. */
const LARGEST_RATIO = 700;
const RATIO_COUNTS_FROM = 24 * 1024 * 1024;

const MESSAGES = {
  bomb: "文件展开后过大或压缩比异常，疑似压缩炸弹，已停止读取，请用原来的软件另存一份再试。",
  method: "文件内部采用了不常见的压缩方式，无法读取，请用 Word 或 WPS 另存一份再试。",
} as const;

/**
 * Opens a zip archive from its central directory and checks it before anything is inflated: sizes, ratios, number of
 * parts, encryption. A part that turns out larger than it says is stopped while inflating and refused as damaged.
 */
export function openArchive(bytes: Uint8Array): Archive | (ReadResult & { ok: false }) {
  if (bytes.length === 0) return refuse("empty");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) return refuse("damaged");
  if (directory.count > MOST_PARTS) return refuse("too-large", MESSAGES.bomb);
  const entries = readDirectory(bytes, view, directory);
  if (entries === undefined) return refuse("damaged");
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > LARGEST_TOTAL) return refuse("too-large", MESSAGES.bomb);

  const byName = new Map<string, Entry | "twice">();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    byName.set(key, byName.has(key) ? "twice" : entry);
  }

  function read(name: string): Uint8Array | undefined | (ReadResult & { ok: false }) {
    const entry = byName.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    // Two parts of one name: programs differ on which one counts, so neither can be trusted.
    if (entry === "twice") return refuse("damaged");
    const trouble = troubleWith(entry);
    if (trouble !== undefined) return trouble;
    return inflate(bytes, view, entry);
  }

  return {
    ok: true,
    names: entries.map(({ name }) => name),
    read,
    readText(name) {
      const part = read(name);
      return part instanceof Uint8Array ? decode(part) : part;
    },
  };
}

function troubleWith(entry: Entry): (ReadResult & { ok: false }) | undefined {
  if (entry.encrypted) return refuse("encrypted");
  if (entry.size > LARGEST_PART) return refuse("too-large", MESSAGES.bomb);
  if (entry.size > RATIO_COUNTS_FROM && entry.size > entry.packedSize * LARGEST_RATIO) return refuse("too-large", MESSAGES.bomb);
  if (entry.method !== 0 && entry.method !== 8) return refuse("unsupported", MESSAGES.method);
  return undefined;
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | (ReadResult & { ok: false }) {
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return refuse("damaged");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > bytes.length) return refuse("damaged");
  const packed = bytes.subarray(start, start + entry.packedSize);
  try {
    // One byte more than declared is allowed for, so that a part which lies about its size shows itself.
    const part = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    return part.length === entry.size && crc32(part) === entry.checksum ? part : refuse("damaged");
  } catch {
    return refuse("damaged");
  }
}

function decode(part: Uint8Array): string {
  const encoding = part[0] === 0xff && part[1] === 0xfe ? "utf-16le" : part[0] === 0xfe && part[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(part);
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Bytes before the archive itself, which every offset leaves out. */
  readonly shift: number;
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): Directory | undefined {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    let end = at;
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
      const large = findLargeRecord(view, at);
      if (large !== undefined) ({ count, size, offset, end } = large);
    }
    const start = end - size;
    if (start < 0 || start < offset) return undefined;
    return { count, start, end, shift: start - offset };
  }
  return undefined;
}

/** The zip64 form of the end record, which some writers use for small files too. */
function findLargeRecord(view: DataView, endRecord: number): { count: number; size: number; offset: number; end: number } | undefined {
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return undefined;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
    end: at,
  };
}

function readDirectory(bytes: Uint8Array, view: DataView, { count, start, end, shift }: Directory): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraStart = at + 46 + nameLength;
    const next = extraStart + extraLength + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    const flags = view.getUint16(at + 8, true);
    const wide = wideSizes(view, extraStart, extraStart + extraLength);
    const size = view.getUint32(at + 24, true);
    const packedSize = view.getUint32(at + 20, true);
    const offset = view.getUint32(at + 42, true);
    entries.push({
      name: decodeName(bytes.subarray(at + 46, extraStart))
        .replaceAll("\\", "/")
        .replace(/^\/+/, ""),
      encrypted: (flags & 0x41) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      // In this order, and only where the plain field is full, the zip64 field holds the real values.
      size: size === 0xffffffff ? (wide.shift() ?? size) : size,
      packedSize: packedSize === 0xffffffff ? (wide.shift() ?? packedSize) : packedSize,
      offset: shift + (offset === 0xffffffff ? (wide.shift() ?? offset) : offset),
    });
    at = next;
  }
  return entries;
}

/** Names are UTF-8 in office files; archives made on Chinese Windows have them in its own encoding, without saying so. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("gb18030").decode(name);
  }
}

function wideSizes(view: DataView, start: number, end: number): number[] {
  const values: number[] = [];
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      for (let v = at + 4; v + 8 <= Math.min(end, at + 4 + length); v += 8) values.push(Number(view.getBigUint64(v, true)));
    }
    at += 4 + length;
  }
  return values;
}
