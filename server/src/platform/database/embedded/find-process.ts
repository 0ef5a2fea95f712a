import { readFileSync } from "node:fs";

export interface RunningProcess {
  readonly pid: number;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly startedAt: string;
}

/** The process with this number, if it is alive. A zombie is not: where process 1 reaps nothing it would stand there for ever. */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") {
    const fields = readStat(pid);
    return fields === undefined || fields[0] === "Z" || fields[0] === "X" ? undefined : { pid, startedAt: fields[19] ?? "" };
  }
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EPERM") return undefined; // EPERM: alive, and another user's
  }
  return { pid, startedAt: "" };
}

/** The fields of /proc/PID/stat after the name, which stands in brackets and may itself hold blanks and brackets. */
function readStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
