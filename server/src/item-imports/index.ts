export { createItemImport, startItemImport, tryItemImport } from "./import-steps.ts";
export { ITEM_IMPORT_JOBS, type ItemImportJobNeeds } from "./jobs.ts";
export { readHandedIn } from "./package.ts";
export { ITEM_IMPORT_REFUSALS, type ItemImportRefusal } from "./refusals.ts";
export { itemImportRoutes } from "./routes.ts";
export { type ItemImportStores, runItemImport } from "./run-import.ts";
