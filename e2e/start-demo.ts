import { inject } from "vitest";
import { copyDemo } from "./demo-template.ts";
import { type RunningServer, startServer } from "./start-server.ts";

/** A server with the run's filled demonstration, in an empty folder that is the caller's to remove. */
export async function startDemo(folder: string): Promise<RunningServer> {
  await copyDemo(inject("demoTemplate"), folder);
  return startServer({ DEMO: "on", DATA_DIR: folder });
}
