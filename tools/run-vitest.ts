import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tally } from "./run-checks.ts";
import { runTool } from "./run-tool.ts";

/** What vitest's JSON reporter writes, as far as the count needs it. */
export interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface TestTally extends Tally {
  readonly skipped: number;
}

/** Runs all tests with vitest, which prints its own report, and counts them. */
export async function runVitest(options: readonly string[]): Promise<TestTally> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-test-"));
  const reportFile = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
    const { status } = await runTool("vitest", ["run", ...reporters, ...options], { live: true });
    return countTests(readReport(reportFile), status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts tests; a test file that did not load is one failure, and so is a run that failed without saying where (a fault
 * outside any test, a report that was not written).
 */
export function countTests(report: VitestReport | undefined, status: number): TestTally {
  const files = report?.testResults ?? [];
  const states = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = states.filter((state) => state === "passed").length;
  const failedTests = states.filter((state) => state === "failed").length;
  const brokenFiles = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = failedTests + brokenFiles;
  const unexplained = failed === 0 && (status !== 0 || report?.success !== true);
  return { passed, failed: failed + (unexplained ? 1 : 0), skipped: states.length - passed - failedTests };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as VitestReport; // vitest wrote it, just now
  } catch {
    return undefined;
  }
}
