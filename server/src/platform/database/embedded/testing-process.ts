import { startEmbedded } from "./start-embedded.ts";

/** A process of its own for the tests: starts the embedded server on the folder it is given, says so, and stops it when told `stop`. */
const started = await startEmbedded({ dataDir: process.argv[2] ?? "" });
process.stdout.write(`${JSON.stringify(started.ok ? { ok: true, connection: started.value.connection } : started)}\n`);
process.stdin.once("data", () => {
  void (started.ok ? started.value.stop() : Promise.resolve()).then(() => process.exit(0));
});
