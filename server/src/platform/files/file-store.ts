import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/** Where bytes lie that are too large for the database, named by their SHA-256. */
export interface FileStore {
  /** Keeps the bytes for good before it answers; gives their SHA-256 in hexadecimal. The same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes; undefined when there are none of that name. */
  find(sha256: string): Promise<Buffer | undefined>;
  /** The same as a stream. */
  stream(sha256: string): Promise<{ readonly size: number; readonly content: Readable } | undefined>;
  erase(sha256: string): Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** A store in a folder: `ab/cd/abcd….`, written beside and moved, synced before it is acknowledged. */
export function folderFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new Error("A file is named by 64 hexadecimal digits.");
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    keep: async (bytes) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      if ((await sizeOf(path)) === bytes.length) return sha256;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeDurably(path, bytes);
      return sha256;
    },
    find: async (sha256) => {
      try {
        return await readFile(pathOf(sha256));
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw fault;
      }
    },
    stream: async (sha256) => {
      const path = pathOf(sha256);
      const size = await sizeOf(path);
      return size === undefined ? undefined : { size, content: createReadStream(path) };
    },
    erase: async (sha256) => {
      await rm(pathOf(sha256), { force: true });
    },
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fault;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
