import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { readReport } from "@gongkai/annual-report";
import { createReaderPool, LARGEST_FILE_BYTES, REFUSAL_MESSAGES, type ReaderPool } from "@gongkai/document/read";
import { type Input, refuseUnreachable } from "./list-inputs.ts";
import type { Loaded } from "./loaded.ts";
import { readReportLines } from "./read-report-lines.ts";

/**
 * Reads the inputs in worker threads and yields what became of them in input order. Only a few files per core are
 * held at a time, so memory does not grow with the number of files.
 */
export async function* loadReports(inputs: readonly Input[]): AsyncGenerator<Loaded> {
  const documents = inputs.filter((input) => input.kind === "document").length;
  const workers = Math.max(1, Math.min(availableParallelism(), documents));
  const pool = createReaderPool({ workers });
  const ahead = workers * 2;
  const waiting: (() => AsyncIterable<Loaded>)[] = [];
  try {
    for (const input of inputs) {
      waiting.push(begin(input, pool));
      if (waiting.length > ahead) yield* first(waiting);
    }
    while (waiting.length > 0) yield* first(waiting);
  } finally {
    await pool.close();
  }
}

async function* first(waiting: (() => AsyncIterable<Loaded>)[]): AsyncGenerator<Loaded> {
  const next = waiting.shift();
  if (next !== undefined) yield* next();
}

/** Starts a document at once; JSON is read when its turn comes, a line at a time. */
function begin(input: Input, pool: ReaderPool): () => AsyncIterable<Loaded> {
  if (input.kind === "refused") return () => once({ file: input.file, error: input.error });
  if (input.kind === "json") return () => readReportLines(input.file);
  const loading = loadDocument(input, pool);
  return () => once(loading);
}

async function* once(loaded: Loaded | Promise<Loaded>): AsyncGenerator<Loaded> {
  yield await loaded;
}

async function loadDocument({ file, bytes }: Input & { kind: "document" }, pool: ReaderPool): Promise<Loaded> {
  // Before it is in memory: a film dropped among the reports must cost nothing.
  if (bytes > LARGEST_FILE_BYTES) return { file, error: { refusal: "too-large", message: REFUSAL_MESSAGES["too-large"] } };
  let content: Uint8Array;
  try {
    content = await readFile(file);
  } catch (error) {
    return { file, error: refuseUnreachable(error as NodeJS.ErrnoException) }; // readFile throws nothing else
  }
  const read = await pool.read(content, { name: file });
  if (!read.ok) return { file, error: { refusal: read.refusal, message: read.message } };
  return { file, report: readReport(read.doc, { file }), notes: read.doc.notes };
}
