import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { findProcess } from "./find-process.ts";

const PAUSE_MILLISECONDS = 15;

/** A lock file without content is one being written this moment; after so long, its maker died between the two. */
const EMPTY_MILLISECONDS = 3_000;

/**
 * Does the work while holding the lock file, however many processes want to at once. A lock whose holder is no longer
 * alive is set aside: a process killed while starting must not keep the next one out.
 */
export async function withLock<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  while (!takeLock(file)) {
    setAsideIfStale(file);
    await pause(PAUSE_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${findProcess(process.pid)?.startedAt ?? ""}`, { flag: "wx" });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fault;
  }
}

/** When each empty lock file was first seen. */
const emptySince = new Map<string, number>();

function setAsideIfStale(file: string): void {
  const holder = readHolder(file);
  if (holder === undefined || isHeld(file, holder)) return;
  const aside = `${file}-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another waiter was quicker
  }
  // Between reading and moving, another waiter may have set the old lock aside and taken its own: give it back then.
  if (readHolder(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isHeld(file: string, holder: string): boolean {
  if (holder === "") {
    const since = emptySince.get(file) ?? performance.now();
    emptySince.set(file, since);
    return performance.now() - since < EMPTY_MILLISECONDS;
  }
  emptySince.delete(file);
  const [pid = "", startedAt = ""] = holder.split(" ");
  return findProcess(Number(pid))?.startedAt === startedAt;
}

function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
