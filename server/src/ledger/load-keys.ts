import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SealingKeys } from "./seal.ts";

const KEY_BYTES = 32;
const KEY_NAME = /^sealing-(\d{4})\.key$/;

/**
 * The keys in a folder: `sealing-0001.key`, `sealing-0002.key` … of 32 bytes in base64; the last one seals. A folder
 * without keys gets its first. Whoever has database and keys can read the applicants' data; whoever loses the keys never
 * can again: back them up apart from the database.
 */
export function loadSealingKeys(folder: string): SealingKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (listKeyFiles(folder).length === 0) createKey(join(folder, "sealing-0001.key"));
  const keys = listKeyFiles(folder).map((name) => readKey(join(folder, name)));
  const current = keys.at(-1);
  if (current === undefined) throw new Error(`No sealing key in ${folder}.`);
  return { current, former: keys.slice(0, -1).toReversed() };
}

function listKeyFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => KEY_NAME.test(name))
    .toSorted();
}

/** Two servers may start at once: the second finds the first one's key. */
function createKey(path: string): void {
  try {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { flag: "wx", mode: 0o600 });
  } catch (fault) {
    if (!existsSync(path)) throw fault;
  }
}

function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key of ${KEY_BYTES} bytes in base64.`);
  return key;
}
