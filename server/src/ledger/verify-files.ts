import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { LedgerFault } from "./fault.ts";
import { regionChains } from "./verify.ts";

const PAGE = 1_000;

/**
 * Whether every file an organ keeps lies in the file store with the bytes its name promises, every erased one is gone, and
 * every file an event names is known. Not in a snapshot: files have none.
 */
export async function verifyFiles(
  db: Queryable,
  files: FileStore,
  onProgress: (files: number) => void = () => {},
): Promise<{ readonly files: number; readonly faults: readonly LedgerFault[] }> {
  const faults: LedgerFault[] = [];
  let checked = 0;
  for (const agencyId of await regionChains(db)) {
    for await (const page of pageFiles(db, agencyId)) {
      for (const { sha256, size, erased_at } of page) {
        const found =
          erased_at === null ? await verifyKept(db, files, agencyId, sha256, size) : await verifyErased(db, files, agencyId, sha256);
        if (found !== undefined) faults.push({ agencyId, sequence: 0, ...found });
        checked += 1;
        onProgress(checked);
      }
    }
    faults.push(...(await verifyNamed(db, agencyId)));
  }
  return { files: checked, faults };
}

async function* pageFiles(db: Queryable, agencyId: number) {
  let after = "";
  for (;;) {
    const rows = await db
      .selectFrom("stored_file")
      .select(["sha256", "size", "erased_at"])
      .where("agency_id", "=", agencyId)
      .where("sha256", ">", after)
      .orderBy("sha256")
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.sha256;
  }
}

type Found = Pick<LedgerFault, "fault" | "message">;

async function verifyKept(db: Queryable, files: FileStore, agencyId: number, sha256: string, size: number): Promise<Found | undefined> {
  const file = await files.stream(sha256);
  if (file === undefined) {
    if (await wasErased(db, agencyId, sha256)) return undefined; // since we read its row
    return { fault: "file-missing", message: `文件 ${sha256} 在文件库中不存在。` };
  }
  if ((await hashOf(file.content)) === sha256 && file.size === size) return undefined;
  return { fault: "file-altered", message: `文件 ${sha256} 的内容已损坏或被改动。` };
}

async function verifyErased(db: Queryable, files: FileStore, agencyId: number, sha256: string): Promise<Found | undefined> {
  const file = await files.stream(sha256);
  file?.content.destroy();
  if (file === undefined || (await regionKeeps(db, sha256))) return undefined;
  return { fault: "file-not-erased", message: `文件 ${sha256} 登记为已清除，文件库中却仍然存在（机关 ${agencyId}）。` };
}

async function wasErased(db: Queryable, agencyId: number, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("stored_file")
    .select("erased_at")
    .where("agency_id", "=", agencyId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row === undefined || row.erased_at !== null;
}

/** Regional: whether any organ still keeps a file; the same bytes are stored once for all. */
async function regionKeeps(db: Queryable, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("stored_file")
    .select("agency_id")
    .where("sha256", "=", sha256)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Files that events name and no row knows. */
async function verifyNamed(db: Queryable, agencyId: number): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ sequence: number; sha256: string }>`
    select min(named.sequence) as sequence, named.sha256 from (
      select sequence, unnest(documents) as sha256 from event where agency_id = ${agencyId} and documents <> '{}'
    ) as named
    where not exists (select 1 from stored_file as f where f.agency_id = ${agencyId} and f.sha256 = named.sha256)
    group by named.sha256 order by 1`.execute(db);
  return rows.map(({ sequence, sha256 }) => ({
    agencyId,
    sequence,
    fault: "file-unknown",
    message: `第${sequence}号事件所附文件 ${sha256} 没有登记。`,
  }));
}

async function hashOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of content) hash.update(piece as Buffer);
  return hash.digest("hex");
}
