import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** A look at what the other tests asked of the database; only `npm run test:distributed` writes that down. */
const ofRecordedStatements = process.env["STATEMENTS"] === undefined ? ["server/src/ledger/citus/recorded-statements.test.ts"] : [];

/** Unit tests stand beside the code, browser tests in e2e/. One run, one count. */
export default defineConfig({
  test: {
    // Tests with a database wait more than they work: two at once even where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ["server/src/platform/database/testing-setup.ts"],
    setupFiles: ["tools/property-seed.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{statute,document,annual-report,server,console,cli,bench,tools}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ...ofRecordedStatements],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: ["e2e/demo-template.ts"],
          fileParallelism: false, // two browsers on two cores miss clicks
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    passWithNoTests: true,
  },
});
