import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialCalendar, plainDate } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { aCaseLedger, anOfficer } from "../applications/testing.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { writeSheet } from "../platform/write-sheet.ts";
import { remedyProjection } from "../remedies/index.ts";
import { createImport, startImport } from "./import-steps.ts";
import type { ImportStores } from "../imports/index.ts";
import { findImport, type ImportContent, type ImportRecord } from "./import-store.ts";
import { runImport } from "./run-import.ts";
import { readCaseValues } from "./take-case.ts";

export const TODAY = plainDate("2026-03-02");
export const KEEPER: Officer = anOfficer("registrar");

/** A ledger with applications and remedies, and a file store of its own. */
export function aRegisterStore(db: Queryable): ImportStores {
  const base = aCaseLedger(db, TODAY);
  const ledger: Ledger = { ...base, projections: [...base.projections, remedyProjection(officialCalendar)] };
  return { ledger, files: folderFileStore(mkdtempSync(join(tmpdir(), "gongkai-registers-"))) };
}

/** Case files as they would be uploaded. */
export function someCases(values: readonly object[]): { readonly bytes: Uint8Array; readonly content: ImportContent } {
  const text = values.map((value) => JSON.stringify(value)).join("\n");
  return { bytes: new TextEncoder().encode(text), content: { format: "cases", values: readCaseValues(text) } };
}

/** A register of this heading and these rows as a workbook. */
export function aWorkbook(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return writeSheet({ name: "台账", headings: headings.map((text) => ({ text, width: 12 })), rows });
}

/** Uploads and gives the draft. */
export async function aDraft(
  stores: ImportStores,
  agencyId: number,
  given: { readonly bytes: Uint8Array; readonly content: ImportContent },
): Promise<ImportRecord> {
  const made = await createImport(stores, { agencyId, officer: KEEPER, name: "台账.json", ...given });
  if (!made.ok) throw new Error(made.refusal);
  return getImport(stores, agencyId, made.value.id);
}

/** Imports whatever of it can be imported. */
export async function importAll(stores: ImportStores, agencyId: number, values: readonly object[]): Promise<ImportRecord> {
  const { import_id: importId, version } = await aDraft(stores, agencyId, someCases(values));
  const call = { agencyId, importId, officer: KEEPER, calendar: officialCalendar() };
  const begun = await startImport(stores, { ...call, version, today: TODAY, queued: false });
  if (!begun.ok) throw new Error(begun.refusal);
  const run = await runImport(stores, call);
  if (!run.ok) throw new Error(run.refusal);
  return run.value;
}

export async function getImport({ ledger }: ImportStores, agencyId: number, importId: string): Promise<ImportRecord> {
  const record = await findImport(ledger.db, agencyId, importId);
  if (record === undefined) throw new Error("The import is gone.");
  return record;
}
