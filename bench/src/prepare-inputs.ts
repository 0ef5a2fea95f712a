import { generateDocument } from "@gongkai/annual-report/testing";
import { writeGenerated } from "./write-generated.ts";

/** A file in memory. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files of generated documents, damages and all. */
export async function prepareInputs(seed: number, count: number, layouts: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (let index = 0; index < count; index++) {
    const document = generateDocument(seed + index, { layouts });
    inputs.push({ name: document.name, bytes: await writeGenerated(document) });
  }
  return inputs;
}
