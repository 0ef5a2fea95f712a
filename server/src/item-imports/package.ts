import { openArchive, type ReaderPool, type ReadResult } from "@gongkai/document/read";
import type { Result } from "@gongkai/statute";
import { findTable } from "../imports/index.ts";
import { ITEM_FIELDS } from "./fields.ts";
import type { ItemImportRefusal } from "./refusals.ts";

/** What was handed in, as far as it was read. */
export interface ItemContent {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Names of the files that came along. */
  readonly files: readonly string[];
}

export interface HandedIn {
  readonly content: ItemContent;
  /** The archive, when there is one beside the register. */
  readonly archive: Uint8Array | undefined;
}

type Readers = Pick<ReaderPool, "read">;

const IS_REGISTER = /\.(?:xlsx|xlsm|csv)$/i;
/** What systems put into archives for themselves. */
const IS_NOBODYS = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$)/i;

/** Reads what was handed in: a register in a workbook or as CSV, or an archive with a register and the files it names. */
export async function readHandedIn(
  readers: Readers,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<HandedIn, ItemImportRefusal>> {
  const archive = isZip(bytes) ? openArchive(bytes) : undefined;
  if (archive?.ok === false) return { ok: false, refusal: "unreadable" };
  if (archive === undefined || archive.names.includes("[Content_Types].xml")) {
    const table = await readTable(readers, name, bytes);
    return table.ok ? { ok: true, value: { content: { ...table.value, files: [] }, archive: undefined } } : table;
  }
  const files = archive.names.filter((file) => !file.endsWith("/") && !IS_NOBODYS.test(file));
  const depth = (file: string) => file.split("/").length;
  const registers = files
    .filter((file) => IS_REGISTER.test(file))
    .toSorted((one, other) => depth(one) - depth(other) || one.length - other.length);
  // The register lies at the top; workbooks below may be attachments.
  for (const file of registers.slice(0, MOST_TRIED)) {
    const part = archive.read(file);
    if (!(part instanceof Uint8Array)) continue;
    const table = await readTable(readers, file, part);
    if (table.ok)
      return { ok: true, value: { content: { ...table.value, files: files.filter((other) => other !== file) }, archive: bytes } };
  }
  return { ok: false, refusal: registers.length === 0 ? "no-register-inside" : "not-a-register" };
}

const MOST_TRIED = 5;

async function readTable(
  readers: Readers,
  name: string,
  bytes: Uint8Array,
): Promise<Result<Omit<ItemContent, "files">, ItemImportRefusal>> {
  const read: ReadResult = await readers.read(bytes, { name });
  if (!read.ok) return { ok: false, refusal: "unreadable" };
  const table = findTable(read.doc, ITEM_FIELDS);
  return table === undefined ? { ok: false, refusal: "not-a-register" } : { ok: true, value: table };
}

/** Finds a file of the archive by what the register calls it: its whole path, or its name alone where only one bears it. */
export function fileFinder(files: readonly string[]): (name: string) => string | undefined {
  const byPath = new Map(files.map((file) => [keyOf(file), file]));
  const byName = new Map<string, string | undefined>();
  for (const file of files) {
    const name = keyOf(file.split("/").at(-1) ?? file);
    byName.set(name, byName.has(name) ? undefined : file);
  }
  return (name) => {
    const key = keyOf(name);
    return byPath.get(key) ?? byName.get(key);
  };
}

function keyOf(name: string): string {
  return name
    .trim()
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .toLowerCase();
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
