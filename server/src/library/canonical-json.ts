import { createHash } from "node:crypto";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { StoredReport } from "./published-report.ts";

/** The stored report as the file everyone can download, and whose SHA-256 is its content hash. */
export function canonicalFile({ organ, publishedOn, recordedAt, source, note, demo, report }: StoredReport): string {
  return canonicalJson({ organ, publishedOn, recordedAt, source, note, demo, report });
}

/** The content hash: what `sha256sum` says of the downloaded JSON file. */
export function contentHash(stored: StoredReport): string {
  return createHash("sha256").update(canonicalFile(stored), "utf8").digest("hex");
}
