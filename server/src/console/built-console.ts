import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { BUILT, isFresh, readStamp } from "./stamp.ts";

/** The console as it lies in the folder, or why it cannot be shown yet. */
export type BuiltConsole =
  | { readonly state: "ready"; readonly page: string; readonly assets: ReadonlySet<string> }
  | { readonly state: "preparing" }
  | { readonly state: "failed"; readonly reason: string };

/** Loads the built console; what is missing or stale is built by a process of its own, so that this one keeps answering. */
export async function prepareConsole(): Promise<BuiltConsole> {
  const stamp = await readStamp();
  if (stamp === undefined || !(await isFresh(stamp))) {
    const failure = await runBuild();
    if (failure !== undefined && stamp === undefined) return { state: "failed", reason: failure };
  }
  const built = await readStamp();
  if (built === undefined) return { state: "failed", reason: "the build left nothing" };
  return { state: "ready", page: await readFile(join(BUILT, "index.html"), "utf8"), assets: new Set(built.assets) };
}

/** Gives what the build said if it failed. */
function runBuild(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "build.ts")], { stdio: ["ignore", "ignore", "pipe"] });
    const end = () => child.kill();
    process.once("exit", end);
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.once("error", (fault) => resolve(fault.message));
    child.once("close", (status) => {
      process.removeListener("exit", end);
      resolve(status === 0 ? undefined : said || `ended with ${status}`);
    });
  });
}
