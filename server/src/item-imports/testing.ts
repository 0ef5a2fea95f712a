import { readDocument } from "@gongkai/document/read";
import { zipSync } from "fflate";
import { plainDate } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { anOfficer } from "../applications/testing.ts";
import { aDisclosureLedger, someFiles, valueOf } from "../disclosures/testing.ts";
import type { ImportRecord } from "../imports/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { writeSheet } from "../platform/write-sheet.ts";
import { announceChange } from "../search/index.ts";
import { createItemImport, startItemImport } from "./import-steps.ts";
import { readHandedIn } from "./package.ts";
import { type ItemImportStores, runItemImport } from "./run-import.ts";

export const TODAY = plainDate("2026-03-02");
export const HEAD: Officer = anOfficer("officeHead");
export const REVIEW = "原网站发布时均经保密审查，审查表存于办公室。";
const READERS = { read: readDocument };

/** Stores of their own, with search kept up to date as the server does. */
export function anItemStore(db: Ledger["db"]): ItemImportStores {
  return { ledger: { ...aDisclosureLedger(db, TODAY), afterAppend: announceChange }, files: someFiles(), readers: READERS };
}

/** A register of items as a workbook. */
export function aRegister(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return writeSheet({ name: "清单", headings: headings.map((text) => ({ text, width: 12 })), rows });
}

/** A register and the files it names. */
export function anArchive(register: Uint8Array, files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ "清单.xlsx": register, ...files });
}

/** Uploads and gives the draft's id. */
export async function upload(stores: ItemImportStores, agencyId: number, bytes: Uint8Array, officer: Officer = HEAD): Promise<string> {
  const handedIn = valueOf(await readHandedIn(READERS, { name: "清单.xlsx", bytes }));
  return valueOf(await createItemImport(stores, { agencyId, officer, name: "清单.xlsx", bytes, ...handedIn })).id;
}

/** Takes over whatever of it can be taken over. */
export async function takeOver(stores: ItemImportStores, agencyId: number, bytes: Uint8Array): Promise<ImportRecord> {
  const importId = await upload(stores, agencyId, bytes);
  valueOf(await startItemImport(stores, { agencyId, importId, officer: HEAD, version: 1, today: TODAY, review: REVIEW, queued: false }));
  return valueOf(await runItemImport(stores, { agencyId, importId, officer: HEAD }));
}
