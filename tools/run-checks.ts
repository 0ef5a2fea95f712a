import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runTool } from "./run-tool.ts";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly tool: string;
  readonly options: readonly string[];
}

/** Lint, format, and the types of the root and of every workspace. */
export function listChecks(): readonly Check[] {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { workspaces: string[] }; // our own file
  const typed = [".", ...workspaces].filter((folder) => existsSync(join(ROOT, folder, "tsconfig.json")));
  return [
    { name: "lint", tool: "oxlint", options: ["--quiet"] },
    { name: "format", tool: "oxfmt", options: ["--check"] },
    ...typed.map((folder) => ({ name: `types of ${folder === "." ? "the root" : folder}`, tool: "tsc", options: ["-p", folder] })),
  ];
}

/** Runs the checks one after the other; what a failing one says is printed. */
export async function runChecks(checks: readonly Check[] = listChecks()): Promise<Tally> {
  let failed = 0;
  for (const { name, tool, options } of checks) {
    const { status, output } = await runTool(tool, options);
    console.log(`${status === 0 ? "✓" : "✗"} ${name}`);
    if (status === 0) continue;
    failed++;
    console.log(output.trimEnd());
  }
  return { passed: checks.length - failed, failed };
}
