import { defineConfig } from "vitest/config";

/** Of `npm run test:distributed` (tools/test-distributed.ts): the server's tests once more, with every statement written down. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ["server/src/platform/database/testing-setup.ts"],
    setupFiles: ["tools/property-seed.ts", "tools/record-statements.ts"],
    include: ["server/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "server/src/ledger/citus/**", "server/src/platform/database/embedded/**"],
    testTimeout: 60_000,
  },
});
