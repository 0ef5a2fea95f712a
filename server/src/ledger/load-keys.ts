import { randomBytes, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { SealingKeys } from "./seal.ts";

const KEY_BYTES = 32;
export const KEY_NAME = /^sealing-(\d{4})\.key$/;

/**
 * The keys in a folder: `sealing-0001.key`, `sealing-0002.key` … of 32 bytes in base64; the last one seals. A folder
 * without keys gets its first. Whoever has database and keys can read the applicants' data; whoever loses the keys never
 * can again: back them up apart from the database.
 */
export function loadSealingKeys(folder: string): SealingKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (listKeyFiles(folder).length === 0) createKey(folder, "sealing-0001.key");
  const keys = readSealingKeys(folder);
  if (keys === undefined) throw new Error(`No sealing key in ${folder}.`);
  return keys;
}

/** The keys in a folder, for those who must not make one; undefined when there are none. */
export function readSealingKeys(folder: string): SealingKeys | undefined {
  const keys = listKeyFiles(folder).map((name) => readKey(join(folder, name)));
  const current = keys.at(-1);
  return current === undefined ? undefined : { current, former: keys.slice(0, -1).toReversed() };
}

/** Names of the key files in a folder, oldest first. */
export function listKeyFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => KEY_NAME.test(name))
    .toSorted();
}

/**
 * Two servers may start at once: the second finds the first one's key. Written aside and given its name when it has reached
 * the disk, so that nobody reads half a key, and no data is sealed with one that a power cut could take away.
 */
function createKey(folder: string, name: string): void {
  const aside = join(folder, `.${randomUUID()}`);
  try {
    writeSynced(aside, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
    linkSync(aside, join(folder, name));
    syncFolder(folder);
  } catch (fault) {
    if (!existsSync(join(folder, name))) throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return; // a folder cannot be opened there
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key of ${KEY_BYTES} bytes in base64.`);
  return key;
}
