import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport, readReport } from "@gongkai/annual-report";
import { createRandom, findInvented, generateDocument, TEXT_LAYOUTS } from "@gongkai/annual-report/testing";
import { readDocument } from "@gongkai/document/read";
import { mutate } from "./mutate.ts";
import { writeGenerated } from "./write-generated.ts";

/** What became of one damaged input. */
export interface FuzzResult {
  readonly seed: number;
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly outcome: "read" | "refused" | "crash";
  /** Why it crashed, or the figures invented. */
  readonly notes: readonly string[];
}

const TEXT_NAMES = TEXT_LAYOUTS.map(({ name }) => name);
const OFFICE_NAMES = ["docx", "xlsx", "pdf"];

/** Damages the input of a seed, reads and checks it; nothing is thrown. */
export async function fuzzOne(seed: number, samples: readonly string[]): Promise<FuzzResult> {
  const random = createRandom(seed);
  const { name, bytes } = await chooseInput(seed, samples, random);
  const damaged = mutate(bytes, random);
  const start = performance.now();
  const finish = (outcome: FuzzResult["outcome"], notes: readonly string[]): FuzzResult => ({
    seed,
    name,
    bytes: damaged.length,
    milliseconds: performance.now() - start,
    outcome,
    notes,
  });
  try {
    const result = await readDocument(damaged, { name });
    if (!result.ok) return finish("refused", []);
    const report = readReport(result.doc, { file: name });
    checkReport(report);
    return finish("read", findInvented(result.doc, report));
  } catch (error) {
    return finish("crash", [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  }
}

async function chooseInput(
  seed: number,
  samples: readonly string[],
  random: ReturnType<typeof createRandom>,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (samples.length > 0 && random.chance(0.3)) {
    const path = random.pick(samples);
    return { name: path, bytes: readFileSync(path) };
  }
  // Office files are slow to make: one in eight.
  const document = generateDocument(seed, { layouts: random.chance(0.125) ? OFFICE_NAMES : TEXT_NAMES });
  return { name: document.name, bytes: await writeGenerated(document) };
}

/** The real samples beside the repository, where there are any. */
export function listSamples(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(txt|html|docx|pdf|xlsx|md)$/u.test(name) && name !== "README.md")
      .map((name) => join(folder, name));
  } catch {
    return []; // a checkout without samples
  }
}
