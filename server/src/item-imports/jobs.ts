import { importJobs } from "../imports/index.ts";
import type { Job } from "../platform/jobs/index.ts";
import { addMinutes } from "../platform/instant.ts";
import { ITEM_IMPORTS } from "./item-import.ts";
import { regionForgetRefused } from "./queries.ts";
import { ITEM_IMPORT_REFUSALS } from "./refusals.ts";
import { type ItemImportStores, runItemImport } from "./run-import.ts";

export type ItemImportJobNeeds = ItemImportStores;

/** Rows that were left out are kept for correction so long. */
const REFUSED_MINUTES = 30 * 24 * 60;

export const ITEM_IMPORT_JOBS: readonly Job<ItemImportJobNeeds>[] = [
  ...importJobs(ITEM_IMPORTS, {
    role: "officeHead",
    title: "移入已经公开的信息，或者撤销移入",
    tidyTitle: "清除放弃的移入，续做中断的移入",
    tidyAt: "01:50",
    refusals: ITEM_IMPORT_REFUSALS,
    run: runItemImport,
  }),
  {
    name: "item-imports:forget",
    title: "清除满30天的未移入的行",
    schedule: { every: "day", at: "02:00" },
    run: (_payload, { ledger: { db, clock } }) => regionForgetRefused(db, addMinutes(clock.instant(), -REFUSED_MINUTES)),
  },
];
