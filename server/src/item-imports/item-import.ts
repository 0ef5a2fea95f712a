import { type ImportKind, type ImportRecord, type ImportStores, openContent as openAny } from "../imports/index.ts";
import { mayDo } from "../disclosures/index.ts";
import { ItemMapping } from "./mapping.ts";
import type { ItemContent } from "./package.ts";

/**
 * Registers of items that are public elsewhere. Registrars may upload and check them; that they become public here, and are
 * taken back, is for the head of the disclosure office. What was gone on with since stays when the rest is taken back.
 */
export const ITEM_IMPORTS: ImportKind = {
  formats: ["items"],
  name: "item-import",
  job: "item-imports:import",
  may: (officer, step) => {
    const { actor, roles } = officer;
    if (step === "start" || step === "undo") return mayDo(officer, "takeOver");
    return actor.kind === "system" || roles.includes("registrar") || roles.includes("officeHead");
  },
  keepsMoved: true,
};

export function mappingOf({ mapping }: Pick<ImportRecord, "mapping">): ItemMapping {
  return ItemMapping.parse(mapping);
}

/** What was read of the register; undefined once it was erased. */
export async function openContent(stores: ImportStores, record: ImportRecord): Promise<ItemContent | undefined> {
  return (await openAny(stores, record)) as ItemContent | undefined; // createItemImport kept it
}
