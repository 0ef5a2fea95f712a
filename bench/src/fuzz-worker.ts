import { parentPort, workerData } from "node:worker_threads";
import { fuzzOne } from "./fuzz-one.ts";

const { seed, count, samples } = workerData as { seed: number; count: number; samples: string[] }; // what fuzz.ts passes
for (let index = 0; index < count; index++) {
  parentPort?.postMessage({ begins: seed + index });
  parentPort?.postMessage({ result: await fuzzOne(seed + index, samples) });
}
