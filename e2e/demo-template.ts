import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { startServer } from "./start-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a filled demonstration stands ready to be copied once its `ready` is there. */
    readonly demoTemplate: string;
  }
}

const READY = "ready";
const FAILED = "failed";

/**
 * Fills one demonstration for all journeys of a run, which then begin with a copy of it: filling takes longer than most of
 * them. It is made while other tests run already.
 */
export function setup({ provide }: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-demo-"));
  provide("demoTemplate", folder);
  const stopping = new AbortController();
  const made = fill(folder, stopping.signal).then(
    () => writeFileSync(join(folder, READY), ""),
    (fault: unknown) => writeFileSync(join(folder, FAILED), String(fault)),
  );
  return async () => {
    stopping.abort();
    await made;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function fill(folder: string, signal: AbortSignal): Promise<void> {
  const server = await startServer({ DEMO: "on", DATA_DIR: join(folder, "data") });
  while (!server.log().includes("the demonstration is complete") && !signal.aborted) await pause(200);
  await server.stop();
}

/** Puts a filled demonstration into an empty folder, for a server with `DEMO=on` and this as its `DATA_DIR`. */
export async function copyDemo(template: string, folder: string): Promise<void> {
  while (!existsSync(join(template, READY))) {
    if (existsSync(join(template, FAILED))) throw new Error(readFileSync(join(template, FAILED), "utf8"));
    await pause(200);
  }
  // Keeps the owner, as no copying of Node's does: the database's files belong to another user when root runs the tests.
  execFileSync("cp", ["-a", `${join(template, "data")}/.`, folder]);
}
