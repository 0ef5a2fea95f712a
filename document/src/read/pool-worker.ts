import { parentPort } from "node:worker_threads";
import { readDocument } from "./read-document.ts";
import { refuse } from "./result.ts";
import type { ReadResult } from "./result.ts";

/** Counts the files; a file may be given up and answered for while its reading still goes on. */
let current = 0;
let isAnswered = true;

function answer(job: number, result: ReadResult): void {
  if (job !== current || isAnswered) return;
  parentPort?.postMessage(result);
  isAnswered = true;
}

/** Reads one file after another for the pool; see `pool.ts`. */
parentPort?.on("message", ({ bytes, name }: { bytes: Uint8Array; name: string | undefined }) => {
  const job = ++current;
  isAnswered = false;
  void readDocument(bytes, name === undefined ? {} : { name }).then((result) => answer(job, result));
});

/** An error that reached no reader's hands would end the worker: the file being read is the suspect. */
const blame = (): void => answer(current, refuse("damaged"));
process.on("unhandledRejection", blame);
process.on("uncaughtException", blame);
