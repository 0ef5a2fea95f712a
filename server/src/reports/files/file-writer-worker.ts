import { parentPort } from "node:worker_threads";
import type { BatchRequest, FileRequest } from "./report-file.ts";
import { writeReportFile } from "./write-report-file.ts";

/** Writes one file after another for the writer; see `file-writer.ts`. */
parentPort?.on("message", (request: FileRequest | BatchRequest) => {
  writeReportFile(request).then(
    (file) => parentPort?.postMessage({ ok: true, file }),
    (fault: unknown) => parentPort?.postMessage({ ok: false, fault: String(fault) }),
  );
});
