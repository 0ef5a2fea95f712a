import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { canonicalFile } from "./canonical-json.ts";
import type { StoredReport } from "./published-report.ts";
import { StoredReport as StoredReportSchema } from "./schema.ts";

/** Where published reports are kept. PostgreSQL takes this place; nothing above may know more than these functions. */
export interface ReportStore {
  /** Everything kept, and what could not be read, with the reason. */
  load(): Promise<LoadedReports>;
  /** One report as it is kept at this moment. */
  read(organ: string, year: number): Promise<StoredReport | undefined>;
  /** Resolves once the report would survive a power cut; a report of the same organ and year is replaced. */
  write(report: StoredReport): Promise<void>;
}

export interface LoadedReports {
  readonly reports: readonly StoredReport[];
  readonly unreadable: readonly UnreadableFile[];
}

export interface UnreadableFile {
  readonly file: string;
  readonly reason: string;
}

/** Keeps reports as `<folder>/<organ>/<year>.json`, each the canonical file of the report, so its SHA-256 is the content hash. */
export function createFolderStore(folder: string): ReportStore {
  const fileOf = (organ: string, year: number) => join(folder, organ, `${year}.json`);
  return {
    async load() {
      const reports: StoredReport[] = [];
      const unreadable: UnreadableFile[] = [];
      for (const file of await listFiles(folder)) {
        const read = await readStored(file);
        if (read === undefined) continue; // taken away since it was listed
        if (!read.ok) unreadable.push({ file, reason: read.reason });
        else if (fileOf(read.stored.organ.slug, read.stored.report.year) !== file)
          unreadable.push({ file, reason: "文件位置与其中的机关代号、年度不符" });
        else reports.push(read.stored);
      }
      return { reports, unreadable };
    },
    async read(organ, year) {
      const read = await readStored(fileOf(organ, year));
      return read?.ok === true ? read.stored : undefined;
    },
    async write(report) {
      await writeSafely(fileOf(report.organ.slug, report.report.year), canonicalFile(report));
    },
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((fault: unknown) => {
    if (isMissing(fault)) return []; // made when the first report is published
    throw fault;
  });
  return entries
    .filter((entry) => entry.isFile() && /^\d{4}\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

type ReadStored = { readonly ok: true; readonly stored: StoredReport } | { readonly ok: false; readonly reason: string };

async function readStored(file: string): Promise<ReadStored | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    return { ok: false, reason: "文件打不开" };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: "不是完整的 JSON" };
  }
  const parsed = StoredReportSchema.safeParse(json);
  if (!parsed.success) return { ok: false, reason: `内容不符合格式：${parsed.error.issues[0]?.path.join(".") ?? ""}` };
  return { ok: true, stored: parsed.data as StoredReport }; // the schema only adds "or undefined" to what may be left out
}

/** Writes aside, makes it durable, moves it into place and makes the move durable: at any moment the old or the new, never half. */
async function writeSafely(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
  const aside = join(folder, `.${randomUUID()}.tmp`);
  try {
    const handle = await open(aside, "wx");
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
  await syncFolder(folder);
  if (isNewFolder) await syncFolder(dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // Windows opens no folders; its file system journals the move
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(fault: unknown): boolean {
  return (fault as NodeJS.ErrnoException).code === "ENOENT";
}
