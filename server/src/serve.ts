import { accessSync, constants, statSync } from "node:fs";
import { announceSetUp } from "./accounts/index.ts";
import { createApp } from "./app.ts";
import { dataFolder } from "./open-ledger.ts";
import { systemClock } from "./platform/clock.ts";
import { listen } from "./platform/listen.ts";
import { createLog } from "./platform/log.ts";
import { stopOnSignal } from "./platform/shutdown.ts";
import type { Settings } from "./settings.ts";
import { startServices } from "./start-services.ts";

/**
 * Runs the server until it is asked to stop, and gives the exit code: 0 stopped in order, 1 cut off, 2 could not start
 * (the reason is one line on stderr).
 */
export async function serve(given: Settings): Promise<number> {
  const unusable = refuseDataDir(given.dataDir);
  if (unusable !== undefined) return refuseStart(unusable);
  const settings = { ...given, dataDir: dataFolder(given) };
  const log = createLog({ level: settings.logLevel, clock: systemClock, inWords: process.stdout.isTTY });
  const started = await startServices(settings, log);
  if (!started.ok) return refuseStart(started.message);
  const { dependencies, runJobs, close } = started.value;
  const app = await createApp({ ...dependencies, log, close });
  const listening = await listen(app, settings);
  if (!listening.ok) {
    await app.close();
    return refuseStart(listening.message);
  }
  if (!settings.demo) await announceSetUp(dependencies.ledger, settings.dataDir, (line) => void process.stderr.write(line));
  const stopped = stopOnSignal(app); // before the address is told: whoever reads it may ask to stop at once
  process.stderr.write(`公开 Gongkai 已启动：${listening.address} （按 Ctrl+C 停止）\n`);
  await runJobs();
  return stopped;
}

function refuseStart(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 2;
}

/** Nothing is kept yet, but a folder that could not be used must be known at the start, not when the first thing is kept. */
function refuseDataDir(dataDir: string): string | undefined {
  try {
    if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() === false) {
      return `数据文件夹 ${dataDir} 不是文件夹：请检查 DATA_DIR。(DATA_DIR is not a folder.)`;
    }
    accessSync(dataDir, constants.W_OK);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined; // made when the first thing is kept
    return `数据文件夹 ${dataDir} 不可写：请检查 DATA_DIR 及其权限。(DATA_DIR cannot be written.)`;
  }
  return undefined;
}
