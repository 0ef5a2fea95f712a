import type { ReaderPool } from "@gongkai/document/read";
import type { Result } from "@gongkai/statute";
import { findTable } from "../imports/index.ts";
import { FIELDS } from "./fields.ts";
import type { ImportContent } from "./import-store.ts";
import type { RegisterRefusal } from "./refusals.ts";
import { readCaseValues } from "./take-case.ts";

/** Reads what was handed in: case files, or a register in any format with tables; the latter in the readers' pool, with its limits. */
export async function readRegister(
  readers: Pick<ReaderPool, "read">,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<ImportContent, RegisterRefusal>> {
  if (isJson(bytes)) {
    const text = decode(bytes);
    if (text === undefined) return { ok: false, refusal: "unreadable" };
    const values = readCaseValues(text).map((value) => value ?? null);
    return { ok: true, value: { format: "cases", values } };
  }
  const read = await readers.read(bytes, { name });
  if (!read.ok) return { ok: false, refusal: "unreadable" };
  const register = findTable(read.doc, FIELDS);
  return register === undefined ? { ok: false, refusal: "not-a-register" } : { ok: true, value: { format: "table", ...register } };
}

/** By content: the first sign that is no blank. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, "")
    .trimStart();
  return start.startsWith("{") || start.startsWith("[");
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
