import type { Io } from "../io.ts";
import { listInputs } from "./list-inputs.ts";
import { loadReports } from "./load-reports.ts";
import type { Loaded } from "./loaded.ts";

/** Lists and reads what the arguments stand for, gives each to `visit` in input order with the number of files, and shows how far it is. */
export async function visitReports(
  paths: readonly string[],
  { json, io }: { json: boolean; io: Io },
  visit: (loaded: Loaded, files: number) => Promise<void> | void,
): Promise<void> {
  const { inputs, skipped } = await listInputs(paths, { json });
  if (skipped.size > 0) {
    const kinds = [...skipped].map(([ending, count]) => `${ending === "" ? "无扩展名" : ending} ${count} 个`).join("，");
    io.remark(`已跳过文件夹中不能读取的文件：${kinds}。`);
  }
  let done = 0;
  for await (const loaded of loadReports(inputs)) {
    done++;
    if (inputs.length > 1) io.progress(`正在读取 ${done}/${Math.max(done, inputs.length)}：${loaded.file}`);
    if ("report" in loaded) for (const note of loaded.notes) io.remark(`${loaded.file}：${note.message}`);
    await visit(loaded, inputs.length);
  }
  io.progress("");
}

/** The line that stands for an unreadable file in `--json` output. */
export function errorLine({ file, error }: Extract<Loaded, { error: unknown }>): string {
  return `${JSON.stringify({ file, error })}\n`;
}
