import { type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Refused } from "./loaded.ts";

/** A file to work on: a document, reports as JSON made by `read --json`, or a name that leads nowhere. */
export type Input =
  | { readonly kind: "document"; readonly file: string; readonly bytes: number }
  | { readonly kind: "json"; readonly file: string }
  | { readonly kind: "refused"; readonly file: string; readonly error: Refused };

export interface InputList {
  readonly inputs: readonly Input[];
  /** Files of the folders that no reader takes, counted by ending: a person must know what was left out. */
  readonly skipped: ReadonlyMap<string, number>;
}

const DOCUMENTS = new Set([
  ".docx",
  ".doc",
  ".wps",
  ".pdf",
  ".html",
  ".htm",
  ".xhtml",
  ".mht",
  ".mhtml",
  ".eml",
  ".md",
  ".markdown",
  ".txt",
  ".csv",
  ".xlsx",
]);
const REPORTS_AS_JSON = new Set([".json", ".jsonl", ".ndjson"]);

// 第2季度 before 第10季度, Chinese names by pinyin.
const byName = new Intl.Collator("zh-CN", { numeric: true });

/**
 * The files the arguments stand for, in order; folders are walked to the bottom, their documents in natural order.
 * A file named outright is always tried, whatever its ending; JSON is taken only when named, and only with `json`.
 */
export async function listInputs(paths: readonly string[], { json }: { json: boolean }): Promise<InputList> {
  const inputs: Input[] = [];
  const skipped = new Map<string, number>();
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => refuseUnreachable(error));
    if ("refusal" in found) inputs.push({ kind: "refused", file: path, error: found });
    else if (found.isDirectory()) {
      const before = inputs.length;
      await walk(path, inputs, skipped);
      if (inputs.length === before)
        inputs.push({
          kind: "refused",
          file: path,
          error: { refusal: "empty-folder", message: "文件夹中没有可读取的报告文件（docx、doc、pdf、html、mht、md、txt、xlsx）。" },
        });
    } else if (json && REPORTS_AS_JSON.has(endingOf(path))) inputs.push({ kind: "json", file: path });
    else inputs.push({ kind: "document", file: path, bytes: found.size });
  }
  return { inputs, skipped };
}

async function walk(folder: string, inputs: Input[], skipped: Map<string, number>): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    inputs.push({ kind: "refused", file: folder, error: refuseUnreachable(error as NodeJS.ErrnoException) }); // readdir throws nothing else
    return;
  }
  for (const entry of entries.sort((a, b) => byName.compare(a.name, b.name))) {
    // Hidden files, and the lock files Word and WPS leave beside an open document.
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, inputs, skipped);
    else if (DOCUMENTS.has(endingOf(path))) {
      // Links are followed to files, not to folders: those could lead round in a circle.
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => refuseUnreachable(error));
      if ("refusal" in found) inputs.push({ kind: "refused", file: path, error: found });
      else if (found.isFile()) inputs.push({ kind: "document", file: path, bytes: found.size });
    } else skipped.set(endingOf(path), (skipped.get(endingOf(path)) ?? 0) + 1);
  }
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

/** Why the system does not let us at a file, said for the person who named it. */
export function refuseUnreachable(error: NodeJS.ErrnoException): Refused {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return { refusal: "not-found", message: "找不到文件，请检查路径是否写对。" };
  if (error.code === "EACCES" || error.code === "EPERM") return { refusal: "no-permission", message: "没有权限读取，请检查文件权限。" };
  return { refusal: "unreachable", message: `无法打开文件（${error.code ?? error.message}）。` };
}
