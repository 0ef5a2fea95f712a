import type { Queryable } from "../platform/database/open-database.ts";
import {
  findImportRecord,
  type ImportRecord as AnyImport,
  type ImportKind,
  type ImportStores,
  listImportRecords,
  openContent as openAny,
} from "../imports/index.ts";
import { ImportMapping } from "./mapping.ts";
import { mayKeepRegisters } from "./policy.ts";

/** Registers of cases and case files. What one of them brought is taken back whole, or not at all. */
export const REGISTERS: ImportKind = {
  formats: ["cases", "table"],
  name: "register",
  job: "registers:import",
  may: mayKeepRegisters,
  keepsMoved: false,
};

export type ImportRecord = Omit<AnyImport, "mapping" | "format"> & {
  readonly mapping: ImportMapping;
  readonly format: "cases" | "table";
};

/** What was handed in, as far as it was read: whoever applied stands in it, so it is kept under seal and erased when done. */
export type ImportContent =
  | { readonly format: "cases"; readonly values: readonly unknown[] }
  | {
      readonly format: "table";
      readonly headings: readonly string[];
      readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
    };

export async function findImport(db: Queryable, agencyId: number, importId: string): Promise<ImportRecord | undefined> {
  const row = await findImportRecord(db, REGISTERS.formats, agencyId, importId);
  return row === undefined ? undefined : toRecord(row);
}

/** The organ's imports, the newest first. */
export async function listImports(db: Queryable, agencyId: number): Promise<readonly ImportRecord[]> {
  return (await listImportRecords(db, REGISTERS.formats, agencyId)).map(toRecord);
}

/** The content; undefined once it was erased. */
export async function openContent(stores: ImportStores, record: ImportRecord): Promise<ImportContent | undefined> {
  return (await openAny(stores, record)) as ImportContent | undefined; // createImport kept it
}

export function toRecord(row: AnyImport): ImportRecord {
  return { ...row, mapping: ImportMapping.parse(row.mapping), format: row.format as ImportRecord["format"] }; // asked for by its formats
}
