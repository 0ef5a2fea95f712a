import { afterEach, describe, expect, test } from "vitest";
import { createReaderPool } from "./pool.ts";
import type { ReaderPool, ReaderPoolSettings } from "./pool.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A worker of our own making: misbehaves as the file's text tells it to. */
const misbehaving = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      if (text === "hang") for (;;);
      if (text === "grow") { const all = []; for (;;) all.push(new Array(1e5).fill({ text }).map((x) => ({ ...x }))); }
      if (text === "throw") throw new Error("broken");
      if (text === "leave") process.exit(3);
      parentPort.postMessage({ ok: false, refusal: "empty", message: text });
    });
  `)}`,
);

let pool: ReaderPool | undefined;
const open = (settings: ReaderPoolSettings): ReaderPool => (pool = createReaderPool(settings));
afterEach(() => pool?.close());

describe("the reader pool", () => {
  test("reads many files at once, and leaves the caller's bytes alone", async () => {
    const readers = open({ workers: 2 });
    const file = Buffer.from("规章\t2"); // stands in Node's shared pool, which must not be handed over
    const results = await Promise.all([readers.read(file), readers.read(bytes("<p>甲</p>")), readers.read(file, { name: "a.md" }), readers.read(bytes(""))]);
    expect(results.map((result) => (result.ok ? result.doc.format : result.refusal))).toEqual(["text", "html", "markdown", "empty"]);
    expect(file.length).toBeGreaterThan(0);
  });

  test.each([
    { does: "hang", refusal: "too-slow" },
    { does: "grow", refusal: "too-much-memory" },
    { does: "throw", refusal: "damaged" },
    { does: "leave", refusal: "damaged" },
  ])("a file that makes the worker $does is refused as $refusal, and the next is read", async ({ does, refusal }) => {
    const readers = open({ workerUrl: misbehaving, timeoutMs: does === "hang" ? 300 : 60_000, memoryMb: 32 });
    const [bad, good] = await Promise.all([readers.read(bytes(does)), readers.read(bytes("fine"))]);
    expect(bad).toMatchObject({ ok: false, refusal });
    expect(good).toMatchObject({ message: "fine" });
  });

  test("closing answers everyone who waits, and refuses later files", async () => {
    const readers = open({ workerUrl: misbehaving });
    const waiting = [readers.read(bytes("hang")), readers.read(bytes("fine"))];
    await readers.close();
    for (const result of await Promise.all(waiting)) expect(result).toMatchObject({ ok: false, refusal: "too-slow" });
    expect(await readers.read(bytes("fine"))).toMatchObject({ ok: false, refusal: "too-slow" });
  });
});
