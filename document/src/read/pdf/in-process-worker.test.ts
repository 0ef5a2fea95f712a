import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPorts } from "./in-process-worker.ts";

test("an error on the far side is told to the owner of the channel, and the next message arrives", async () => {
  const errors: unknown[] = [];
  const heard: unknown[] = [];
  const [here, there] = createPorts((error) => errors.push(error));
  there.addEventListener("message", ({ data }) => {
    if (data === "bad") throw new Error("cannot take this");
    heard.push(data);
  });
  here.postMessage("bad");
  here.postMessage("good");
  await sleep(10);
  expect(errors).toEqual([new Error("cannot take this")]);
  expect(heard).toEqual(["good"]);
});
