import { runChecks } from "./run-checks.ts";
import { runVitest } from "./run-vitest.ts";

/**
 * `npm test`: everything CI runs. Each check (lint, format, the types of each workspace) counts as one, each test as one;
 * the last line is the sum.
 */
const checks = await runChecks();
const tests = await runVitest(process.argv.slice(2));
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
