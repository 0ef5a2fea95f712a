import { parentPort } from "node:worker_threads";
import { readDocument } from "./read-document.ts";

/** Reads one file after another for the pool; see `pool.ts`. */
parentPort?.on("message", ({ bytes, name }: { bytes: Uint8Array; name: string | undefined }) => {
  void readDocument(bytes, name === undefined ? {} : { name }).then((result) => parentPort?.postMessage(result));
});
