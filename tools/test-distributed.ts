import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runVitest } from "./run-vitest.ts";

/**
 * `npm run test:distributed`: runs the server's tests, writes down every statement the program asks in them, and then looks
 * for those that Citus would refuse (server/src/ledger/citus). Takes a little longer than the tests themselves.
 */
const folder = mkdtempSync(join(tmpdir(), "gongkai-statements-"));
process.env["STATEMENTS"] = folder;
try {
  await runVitest(["--config", "vitest.distributed.config.ts", ...process.argv.slice(2)]);
  if (readdirSync(folder).length === 0) throw new Error("No statement was written down.");
  const tally = await runVitest(["--project", "unit", "server/src/ledger/citus/recorded-statements.test.ts"]);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
