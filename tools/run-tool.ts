import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const ROOT = dirname(import.meta.dirname);

const require = createRequire(import.meta.url);

/** In which package a tool's command stands, where the names differ. */
const PACKAGE_OF: Readonly<Record<string, string>> = { tsc: "typescript" };

/** Runs a tool of node_modules under this Node, from the root. `live` lets it write to the terminal; otherwise its output is given back. */
export function runTool(
  tool: string,
  options: readonly string[],
  { live = false } = {},
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [findScript(tool), ...options], {
      cwd: ROOT,
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

function findScript(tool: string): string {
  const manifest = require.resolve(`${PACKAGE_OF[tool] ?? tool}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> }; // as npm lays it out
  const script = typeof bin === "string" ? bin : bin[tool];
  if (script === undefined) throw new Error(`${manifest} has no command ${tool}`);
  return join(dirname(manifest), script);
}
