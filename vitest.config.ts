import { defineConfig } from "vitest/config";

/** Unit tests stand beside the code, browser tests in e2e/. One run, one count. */
export default defineConfig({
  test: {
    globalSetup: ["server/src/platform/database/testing-setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{statute,document,annual-report,server,console,cli,bench,tools}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
    passWithNoTests: true,
  },
});
