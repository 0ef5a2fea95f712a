import { afterEach, describe, expect, test } from "vitest";
import { anApp } from "../testing.ts";
import { stopOnSignal } from "./shutdown.ts";

afterEach(() => {
  process.removeAllListeners("SIGTERM");
  process.removeAllListeners("SIGINT");
});

describe("stopping", () => {
  test("lets a running request finish and takes no new one", async () => {
    let finish: (answer: string) => void = () => {};
    let begin: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const app = await anApp({
      slices: [
        (slice) => {
          slice.get("/slow", { config: { audience: "public" } }, () => {
            begin();
            return new Promise<string>((resolve) => {
              finish = resolve;
            });
          });
        },
      ],
    });
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const stopped = stopOnSignal(app);
    const running = fetch(`${address}/slow`);
    await begun;
    process.emit("SIGTERM", "SIGTERM");
    process.emit("SIGTERM", "SIGTERM"); // as npm and the bootstrap pass it on
    await expect.poll(() => app.server.listening).toBe(false);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow("fetch failed");
    finish("done");
    expect(await (await running).text()).toBe("done");
    expect(await stopped).toBe(0);
  });
});
