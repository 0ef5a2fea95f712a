import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Refused } from "./loaded.ts";
import type { OutputFormat } from "./output-format.ts";

/** Beside the input, or in `folder`, with the new ending. A report of a file of many keeps its line in the name. */
export function outputPath(file: string, format: OutputFormat, folder?: string): string {
  const [, path = file, line] = /^(.*?)(?::(\d+))?$/su.exec(file) ?? [];
  const name = `${basename(path, extname(path))}${line === undefined ? "" : `-${line}`}.${format}`;
  return join(folder ?? dirname(path), name);
}

/** Writes a file that is not there yet, or any with `force`; folders on the way are made. */
export async function writeOutput(path: string, content: Uint8Array, { force }: { force: boolean }): Promise<Refused | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: force ? "w" : "wx" });
    return undefined;
  } catch (error) {
    return refuseWriting(error as NodeJS.ErrnoException, path); // the file system throws nothing else
  }
}

function refuseWriting(error: NodeJS.ErrnoException, path: string): Refused {
  switch (error.code) {
    case "EEXIST":
      return { refusal: "exists", message: `已有文件 ${path}，没有覆盖；确要覆盖请加 --force。` };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { refusal: "no-permission", message: `没有权限写入 ${path}。` };
    case "ENOSPC":
      return { refusal: "no-space", message: `磁盘空间不足，${path} 没有写完整。` };
    case "EISDIR":
      return { refusal: "is-folder", message: `${path} 是文件夹，请写明文件名。` };
    default:
      return { refusal: "not-written", message: `无法写入 ${path}（${error.code ?? error.message}）。` };
  }
}
