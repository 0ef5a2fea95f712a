import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** Where the built console lies. */
export const BUILT = join(ROOT, "dist/console");

/** What a build leaves beside its files. */
export interface Stamp {
  /** Every source the console was made of, relative to the root, with the SHA-256 of its content. */
  readonly madeOf: Readonly<Record<string, string>>;
  /** The files that are served from `assets`. */
  readonly assets: readonly string[];
}

/** The stamp of the last build, if there was one. */
export async function readStamp(): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(join(BUILT, "stamp.json"), "utf8")) as Stamp; // written by build.ts
  } catch {
    return undefined;
  }
}

/** By content, not by age: checking out another branch and back builds nothing. A release without the sources is fresh. */
export async function isFresh({ madeOf }: Stamp): Promise<boolean> {
  const now = await hashFiles(Object.keys(madeOf));
  const isRelease = Object.keys(madeOf).every((file) => now[file] === undefined || !file.startsWith("console/"));
  return isRelease || Object.entries(madeOf).every(([file, hash]) => now[file] === hash);
}

/** SHA-256 of each file that is there; paths relative to the root. */
export async function hashFiles(files: readonly string[]): Promise<Record<string, string>> {
  const hashes = await Promise.all(
    files.map(async (file): Promise<[string, string][]> => {
      const content = await readFile(join(ROOT, file)).catch(() => undefined);
      return content === undefined ? [] : [[file, createHash("sha256").update(content).digest("hex")]];
    }),
  );
  return Object.fromEntries(hashes.flat());
}
