import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import type { Readable, Transform } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { extract } from "tar-stream";
import type { Attempt } from "../platform/database/attempt.ts";
import { BackupEnd, END, type EntryName, FORMAT, MANIFEST, Manifest, parseEntryName, SEAL_BYTES, SEAL_HEAD } from "./backup-format.ts";

export interface CheckedBackup {
  readonly manifest: Manifest;
  readonly end: BackupEnd;
}

/** What is done with each part of a backup; its content is a stream that must be read to its end. */
export type ReadPart = (entry: EntryName, content: AsyncIterable<Buffer>) => Promise<void>;

const FOREIGN = "不是本系统的备份文件。";
const DAMAGED = "备份文件已损坏或不完整，没有恢复任何内容：请换用另一份备份。";

/**
 * Reads a backup from its beginning to its end and compares every sum. A file that is damaged, cut short or not ours comes
 * back as a sentence. `readPart` sees the content while it is read, before the sums are known: undo what it did when this
 * gives a sentence.
 */
export async function readBackup(
  path: string,
  readPart: ReadPart = drain,
  onProgress: (bytes: number) => void = () => {},
): Promise<Attempt<CheckedBackup>> {
  const state: State = { manifest: undefined, end: undefined, sums: new Map(), files: 0, fileBytes: 0, reports: 0, keys: 0 };
  const size = statSync(path).size - SEAL_BYTES;
  if (size < 0) return { ok: false, message: FOREIGN };
  const source = createReadStream(path, { highWaterMark: 1024 * 1024, end: Math.max(0, size - 1) });
  const plain = createZstdDecompress();
  const whole = createHash("sha256");
  let bytes = 0;
  source.on("data", (piece) => {
    whole.update(piece);
    onProgress((bytes += piece.length));
  });
  try {
    const refused = await readEntries(source, plain, state, readPart);
    if (refused !== undefined) return { ok: false, message: refused };
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    return { ok: false, message: state.manifest === undefined ? FOREIGN : DAMAGED };
  } finally {
    source.destroy();
    plain.destroy();
  }
  if (state.manifest !== undefined && (bytes !== size || !readSeal(path, size).equals(Buffer.concat([SEAL_HEAD, whole.digest()])))) {
    return { ok: false, message: DAMAGED };
  }
  const { manifest, end } = state;
  if (manifest === undefined) return { ok: false, message: FOREIGN };
  if (end === undefined || !agrees(state, end)) return { ok: false, message: DAMAGED };
  return { ok: true, value: { manifest, end } };
}

function readSeal(path: string, position: number): Buffer {
  const file = openSync(path, "r");
  try {
    const seal = Buffer.alloc(SEAL_BYTES);
    return seal.subarray(0, readSync(file, seal, 0, SEAL_BYTES, position));
  } finally {
    closeSync(file);
  }
}

interface State {
  manifest: Manifest | undefined;
  end: BackupEnd | undefined;
  readonly sums: Map<string, { readonly hash: Hash; bytes: number }>;
  files: number;
  fileBytes: number;
  reports: number;
  keys: number;
}

async function readEntries(source: Readable, plain: Transform, state: State, readPart: ReadPart): Promise<string | undefined> {
  const entries = extract();
  source.once("error", (fault) => plain.destroy(fault));
  plain.once("error", (fault) => entries.destroy(fault));
  source.pipe(plain).pipe(entries as unknown as NodeJS.WritableStream); // a streamx Writable, which pipes like one of Node's
  for await (const next of entries) {
    const { name } = next.header;
    const entry = next as unknown as AsyncIterable<Buffer>; // a streamx Readable, whose types leave its iterator out
    if (state.manifest === undefined) {
      const refused = await readManifest(name, entry, state);
      if (refused !== undefined) return refused;
    } else if (name === END) state.end = BackupEnd.parse(JSON.parse((await collect(entry)).toString("utf8")));
    else {
      const part = parseEntryName(name);
      if (part === undefined || state.end !== undefined) return DAMAGED;
      await readPart(part, count(state, part, entry));
    }
  }
  return undefined;
}

async function readManifest(name: string, entry: AsyncIterable<Buffer>, state: State): Promise<string | undefined> {
  if (name !== MANIFEST) return FOREIGN;
  const manifest = Manifest.safeParse(JSON.parse((await collect(entry)).toString("utf8")));
  if (!manifest.success) return FOREIGN;
  if (manifest.data.format > FORMAT) return "备份文件由更新版本的程序写成：请用不低于该版本的程序恢复。";
  state.manifest = manifest.data;
  return undefined;
}

/** Passes the content on while adding it up; a file's content must be what its name says. */
async function* count(state: State, { part, name }: EntryName, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (part === "table") {
    const sum = state.sums.get(name) ?? { hash: createHash("sha256"), bytes: 0 };
    state.sums.set(name, sum);
    for await (const piece of content) {
      sum.hash.update(piece);
      sum.bytes += piece.length;
      yield piece;
    }
    return;
  }
  const hash = createHash("sha256");
  for await (const piece of content) {
    if (part === "file") {
      hash.update(piece);
      state.fileBytes += piece.length;
    }
    yield piece;
  }
  if (part === "file" && hash.digest("hex") !== name) throw new Damaged();
  if (part === "file") state.files += 1;
  else if (part === "report") state.reports += 1;
  else state.keys += 1;
}

function agrees({ sums, files, fileBytes, reports, keys }: State, end: BackupEnd): boolean {
  const tables = end.tables.every(({ name, bytes, sha256 }) => {
    const sum = sums.get(name);
    return sum === undefined ? bytes === 0 : sum.bytes === bytes && sum.hash.copy().digest("hex") === sha256;
  });
  const isKnown = [...sums.keys()].every((name) => end.tables.some((table) => table.name === name));
  return tables && isKnown && files === end.files && fileBytes === end.fileBytes && reports === end.reports && keys === end.keys;
}

class Damaged extends Error {
  override readonly name = "Damaged";
}

/** What reading a damaged file throws: zstd, tar and JSON each in their own way. Anything else is a fault of ours or the machine's. */
function isDamage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code = "" } = fault as NodeJS.ErrnoException;
  return (
    fault instanceof Damaged ||
    fault instanceof SyntaxError ||
    fault.name === "ZodError" ||
    code.startsWith("ZSTD_") ||
    code.startsWith("Z_") ||
    /Unexpected end of data|Invalid tar header|Invalid size|invalid checksum/i.test(fault.message)
  );
}

async function collect(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

const drain: ReadPart = async (_entry, content) => {
  for await (const _piece of content);
};
