import { Worker } from "node:worker_threads";
import { READ_MEMORY_MB, READ_TIMEOUT_MS } from "./limits.ts";
import type { ReadOptions } from "./read-document.ts";
import { refuse } from "./result.ts";
import type { ReadResult } from "./result.ts";

export interface ReaderPoolSettings {
  /** How many files are read at a time; 1 when left out. */
  workers?: number;
  /** Time one file may take, in milliseconds. */
  timeoutMs?: number;
  /** JavaScript heap one worker may use, in megabytes. */
  memoryMb?: number;
  /** Where the worker's code is, when a bundler has moved it away from `./pool-worker.ts`. */
  workerUrl?: URL;
}

export interface ReaderPool {
  /** Like `readDocument`, in a worker with limits. The bytes are copied: the caller's array stays as it is. */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<ReadResult>;
  /** Ends the workers; files still waiting or being read are refused as "too-slow". */
  close(): Promise<void>;
}

interface Job {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly settle: (result: ReadResult) => void;
}

interface Slot {
  worker: Worker | undefined;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Reads files in worker threads, each file with a time and a memory limit. A worker that overruns one, or breaks, is
 * ended and replaced, its file is refused with the reason, and the other files go on. Workers start when first needed.
 */
export function createReaderPool(settings: ReaderPoolSettings = {}): ReaderPool {
  const { workers = 1, timeoutMs = READ_TIMEOUT_MS, memoryMb = READ_MEMORY_MB } = settings;
  const workerUrl = settings.workerUrl ?? new URL("./pool-worker.ts", import.meta.url);
  const slots: Slot[] = Array.from({ length: Math.max(1, workers) }, () => ({
    worker: undefined,
    job: undefined,
    timer: undefined,
  }));
  const waiting: Job[] = [];
  let closed = false;

  function finish(slot: Slot, result: ReadResult): void {
    clearTimeout(slot.timer);
    const job = slot.job;
    slot.job = undefined;
    slot.worker?.unref(); // an idle worker keeps no process alive
    job?.settle(result);
    startNext(slot);
  }

  /** Gives up a worker in whatever state it is; the next job gets a new one. */
  async function discard(slot: Slot): Promise<void> {
    const worker = slot.worker;
    slot.worker = undefined;
    worker?.removeAllListeners();
    worker?.on("error", () => {}); // what a dying worker still says interests nobody
    await worker?.terminate();
  }

  function start(slot: Slot): Worker {
    const worker = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Nothing a document's reader prints belongs on our streams.
      stdout: true,
      stderr: true,
    });
    worker.on("message", (result: ReadResult) => finish(slot, result));
    worker.on("error", (error: NodeJS.ErrnoException) => {
      void discard(slot);
      finish(slot, refuse(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-much-memory" : "damaged"));
    });
    worker.on("exit", () => {
      if (slot.worker !== worker) return;
      slot.worker = undefined;
      finish(slot, refuse("damaged"));
    });
    return worker;
  }

  function startNext(slot: Slot): void {
    if (slot.job !== undefined) return;
    const job = waiting.shift();
    if (job === undefined) return;
    slot.job = job;
    slot.worker ??= start(slot);
    slot.worker.ref();
    slot.timer = setTimeout(() => {
      void discard(slot);
      finish(slot, refuse("too-slow"));
    }, timeoutMs);
    const bytes = new Uint8Array(job.bytes); // a copy in a buffer of its own (a Buffer's may be shared), to hand over
    slot.worker.postMessage({ bytes, name: job.options.name }, [bytes.buffer]);
  }

  return {
    read(bytes, options = {}) {
      if (closed) return Promise.resolve(refuse("too-slow", "文件读取服务已关闭，请稍后再试。"));
      return new Promise((settle) => {
        waiting.push({ bytes, options, settle });
        const idle = slots.find((slot) => slot.job === undefined);
        if (idle !== undefined) startNext(idle);
      });
    },
    async close() {
      closed = true;
      const abandoned = waiting.splice(0);
      for (const job of abandoned) job.settle(refuse("too-slow", "文件读取服务已关闭，请稍后再试。"));
      await Promise.all(
        slots.map(async (slot) => {
          await discard(slot);
          if (slot.job !== undefined) finish(slot, refuse("too-slow", "文件读取服务已关闭，请稍后再试。"));
        }),
      );
    },
  };
}
