import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { sketchPdf, text } from "./pdf/fixtures/pdf-sketch.ts";
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
/** The real worker, in which something goes wrong beside the reading, as the file's name tells. */
const disturbed = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    import ${JSON.stringify(new URL("./pool-worker.ts", import.meta.url).href)};
    parentPort.on("message", ({ name }) => {
      if (name === "reject.pdf") Promise.reject(new Error("stray"));
      if (name === "throw.pdf") setImmediate(() => { throw new Error("stray"); });
      if (name === "afterwards.txt") setTimeout(() => { throw new Error("stray"); }, 20);
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
    const results = await Promise.all([
      readers.read(file),
      readers.read(bytes("<p>甲</p>")),
      readers.read(file, { name: "a.md" }),
      readers.read(bytes("")),
    ]);
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

  test.each(["reject.pdf", "throw.pdf"])(
    "an error beside the reading refuses the file being read (%s), and the worker goes on",
    async (name) => {
      const readers = open({ workerUrl: disturbed });
      const pdf = sketchPdf([{ content: text(50, 700, "正文在此。") }]);
      const results = await Promise.all([readers.read(pdf, { name }), readers.read(bytes("规章\t2")), readers.read(pdf)]);
      expect(results.map((result) => (result.ok ? result.doc.text : result.refusal))).toEqual(["damaged", "规章\t2", "正文在此。\n"]);
    },
  );

  test("an error while nothing is read does no harm", async () => {
    const readers = open({ workerUrl: disturbed });
    await readers.read(bytes("甲"), { name: "afterwards.txt" });
    await sleep(60);
    expect(await readers.read(bytes("乙"))).toMatchObject({ ok: true });
  });

  test("closing answers everyone who waits, and refuses later files", async () => {
    const readers = open({ workerUrl: misbehaving });
    const waiting = [readers.read(bytes("hang")), readers.read(bytes("fine"))];
    await readers.close();
    for (const result of await Promise.all(waiting)) expect(result).toMatchObject({ ok: false, refusal: "too-slow" });
    expect(await readers.read(bytes("fine"))).toMatchObject({ ok: false, refusal: "too-slow" });
  });
});
