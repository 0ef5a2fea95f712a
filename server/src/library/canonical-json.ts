import { createHash } from "node:crypto";
import type { StoredReport } from "./published-report.ts";

/**
 * JSON with one spelling (RFC 8785): names in the order of their UTF-16 units, no blanks, numbers as ECMAScript writes
 * them. Fields that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(",")}}`;
}

/** The stored report as the file everyone can download, and whose SHA-256 is its content hash. */
export function canonicalFile({ organ, publishedOn, recordedAt, source, note, demo, report }: StoredReport): string {
  return canonicalJson({ organ, publishedOn, recordedAt, source, note, demo, report });
}

/** The content hash: what `sha256sum` says of the downloaded JSON file. */
export function contentHash(stored: StoredReport): string {
  return createHash("sha256").update(canonicalFile(stored), "utf8").digest("hex");
}
