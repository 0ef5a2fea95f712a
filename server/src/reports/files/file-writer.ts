import { Worker } from "node:worker_threads";
import { type BatchRequest, type FileRefusal, type FileRequest, type FileResult, REFUSALS, type ReportFile } from "./report-file.ts";

export interface FileWriter {
  /** Sets a report and gives the file, or says why there is none. */
  write(request: FileRequest | BatchRequest): Promise<FileResult>;
  close(): Promise<void>;
}

export interface FileWriterSettings {
  /** Time one file may take, in milliseconds. */
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  /** Files that may wait their turn. */
  readonly mostWaiting?: number;
  /** Where the worker's code is, when a bundler has moved it. */
  readonly workerUrl?: URL;
  readonly onFault?: (fault: string) => void;
}

type Answer = { readonly ok: true; readonly file: ReportFile } | { readonly ok: false; readonly fault: string };

/**
 * Writes files one after another in a worker, so that setting pages never holds up the server; a file that overruns its
 * time or memory is refused and the worker replaced. The worker starts with the first file.
 */
export function createFileWriter(settings: FileWriterSettings = {}): FileWriter {
  const { timeoutMs = 20_000, memoryMb = 512, mostWaiting = 20, onFault = () => {} } = settings;
  let worker: Worker | undefined;
  let settle: ((result: FileResult) => void) | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isClosed = false;

  async function discard(): Promise<void> {
    const old = worker;
    worker = undefined;
    old?.removeAllListeners();
    old?.on("error", () => {}); // what a dying worker still says interests nobody
    await old?.terminate();
  }

  /** A worker and the file it is at; the answer to a file given up comes to nobody. */
  function hire(): Worker {
    const hired = new Worker(settings.workerUrl ?? new URL("./file-writer-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    hired.on("message", (answer: Answer) => {
      if (!answer.ok) onFault(answer.fault);
      settle?.(answer.ok ? answer : refuse("failed"));
    });
    hired.on("error", (fault: NodeJS.ErrnoException) => {
      onFault(String(fault));
      void discard();
      settle?.(refuse(fault.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-much-memory" : "failed"));
    });
    return hired;
  }

  function run(request: FileRequest | BatchRequest): Promise<FileResult> {
    if (isClosed) return Promise.resolve(refuse("too-busy"));
    const hired = (worker ??= hire());
    hired.ref();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        void discard();
        settle?.(refuse("too-slow"));
      }, timeoutMs);
      settle = (result) => {
        settle = undefined;
        clearTimeout(timer);
        hired.unref(); // an idle worker keeps no process alive
        resolve(result);
      };
      hired.postMessage(request);
    });
  }

  return {
    write(request) {
      if (waiting > mostWaiting) return Promise.resolve(refuse("too-busy"));
      waiting++;
      const result = tail.then(() => run(request)).finally(() => waiting--);
      tail = result;
      return result;
    },
    async close() {
      isClosed = true;
      await discard();
      settle?.(refuse("too-busy"));
    },
  };
}

function refuse(refusal: FileRefusal): FileResult {
  return { ok: false, refusal, message: REFUSALS[refusal] };
}
