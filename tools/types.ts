import { listChecks, runChecks } from "./run-checks.ts";

/** `npm run types`: the types of the root and of every workspace. */
const { failed } = await runChecks(listChecks().filter(({ tool }) => tool === "tsc"));
process.exitCode = failed === 0 ? 0 : 1;
