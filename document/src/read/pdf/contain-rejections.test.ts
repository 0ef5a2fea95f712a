import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { containRejections } from "./contain-rejections.ts";
import { sketchPdf, text } from "./fixtures/pdf-sketch.ts";
import { readPdf } from "./read-pdf.ts";

/** Rejections nobody handled since the test began. The test runner counts them too, and fails for each. */
const stray: unknown[] = [];
const onStray = (reason: unknown): void => void stray.push(reason);
process.on("unhandledRejection", onStray);
afterEach(() => stray.splice(0));

/** A PDF of pages whose places in the cross-reference table are wrong. */
function misplacedPages(count: number): Uint8Array {
  const pages = Array.from({ length: count }, (_, index) => ({ content: text(50, 700, `第${index + 1}页正文。`) }));
  const file = Buffer.from(sketchPdf(pages)).toString("latin1");
  const table = file.lastIndexOf("xref\n0 ");
  let entry = -1;
  return Buffer.from(
    file.slice(0, table) +
      file
        .slice(table)
        .replace(/\d{10} 00000 n/g, (sound) =>
          ++entry >= 5 && entry % 2 === 1 ? `${String(entry + 20).padStart(10, "0")} 00000 n` : sound,
        ),
    "latin1",
  );
}

describe("rejections inside pdf.js", () => {
  test("pages that are not where the file says are found, and no rejection is left behind", async () => {
    const result = await readPdf(misplacedPages(4));
    await sleep(50);
    expect(stray).toEqual([]);
    expect(result.ok && result.doc.text).toBe("第1页正文。第2页正文。第3页正文。第4页正文。\n");
  });

  test("a promise forgotten within is contained, one that is awaited still fails", async () => {
    await containRejections(async () => {
      await sleep(1);
      void Promise.reject(new Error("forgotten"));
    });
    await sleep(10);
    await expect(containRejections(() => Promise.reject(new Error("awaited")))).rejects.toThrow("awaited");
    expect(stray).toEqual([]);
  });
});
