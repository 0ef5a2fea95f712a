import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateDocument } from "@gongkai/annual-report/testing";
import type { BenchOptions } from "./options.ts";
import { writeGenerated } from "./write-generated.ts";

/** Writes generated documents into a folder, each with `NAME.truth.json` beside it. */
export async function dump({ names, documents = 200, seed, ...choice }: BenchOptions): Promise<void> {
  const folder = names[1];
  if (folder === undefined) throw new RangeError("dump wants a folder: dump DIR");
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < documents; index++) {
    const document = generateDocument(seed + index, choice);
    const stem = document.name.replace(/\.[^.]+$/u, "");
    writeFileSync(join(folder, document.name), await writeGenerated(document));
    const truth = { source: "generated", layout: document.layout, kinds: document.kinds, seed: document.seed, ...document.truth };
    writeFileSync(join(folder, `${stem}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
  }
  process.stdout.write(`${documents} documents in ${folder}\n`);
}
