import { z } from "zod";

/**
 * A backup is a tar compressed with zstd (`tar --zstd -tf FILE` lists it): the manifest, the tables as COPY writes them in
 * pieces, the files, the published reports, the keys if asked for, and at the end the sums by which damage is found.
 */
export const MANIFEST = "gongkai-backup.json";
export const END = "gongkai-backup-end.json";
export const FORMAT = 1;

/**
 * Behind the compressed tar stands its SHA-256, in a frame that zstd programs pass over: the whole file, to its last byte, is
 * what was written.
 */
export const SEAL_HEAD: Buffer = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 32, 0, 0, 0]);
export const SEAL_BYTES: number = SEAL_HEAD.length + 32;

/** Who is signed in and what was tried is not carried to another day, or another machine. */
export const LEFT_OUT: readonly string[] = ["session", "attempt"];

export const Manifest = z.object({
  product: z.literal("gongkai"),
  format: z.number().int(),
  /** ISO 8601 in UTC: the moment whose state is kept. */
  createdAt: z.string(),
  isDemo: z.boolean(),
  hasKeys: z.boolean(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Where each organ's chain ended, hexadecimal: proves later that nothing before was rewritten. */
  heads: z.array(z.object({ agencyId: z.number(), sequence: z.number(), hash: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export const TableSum = z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() });
export type TableSum = z.infer<typeof TableSum>;

export const BackupEnd = z.object({
  tables: z.array(TableSum),
  files: z.number(),
  fileBytes: z.number(),
  reports: z.number(),
  keys: z.number(),
  /** Files a row knows and the store did not hold. */
  missing: z.array(z.string()),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

export type EntryName =
  | { readonly part: "table"; readonly name: string }
  | { readonly part: "file"; readonly name: string }
  | { readonly part: "report"; readonly name: string }
  | { readonly part: "key"; readonly name: string };

/** What an entry of the tar is; undefined for a name no backup of ours has, such as one that climbs out of its folder. */
export function parseEntryName(name: string): EntryName | undefined {
  const [, table] = /^tables\/([a-z][a-z0-9_]*)\/\d{6}$/.exec(name) ?? [];
  if (table !== undefined) return { part: "table", name: table };
  const [, file] = /^files\/([0-9a-f]{64})$/.exec(name) ?? [];
  if (file !== undefined) return { part: "file", name: file };
  const [, key] = /^keys\/(sealing-\d{4}\.key)$/.exec(name) ?? [];
  if (key !== undefined) return { part: "key", name: key };
  const [, report] = /^reports\/(.+)$/.exec(name) ?? [];
  if (report === undefined || report.split(/[/\\]/).some((part) => part === "" || part === "." || part === "..")) return undefined;
  return { part: "report", name: report };
}
