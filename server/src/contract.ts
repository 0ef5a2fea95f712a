/** Everything the console may know of the server: what may be sent, and what comes back. Nothing of Node stands in it. */
export * from "./accounts/schema.ts";
export * from "./agencies/schema.ts";
export * from "./agencies/settings-schema.ts";
export * from "./audit/schema.ts";
export * from "./today/schema.ts";
export * from "./calendar/schema.ts";
export * from "./messages/schema.ts";
export * from "./platform/jobs/schema.ts";
export * from "./applications/choices.ts";
export * from "./applications/schema.ts";
export * from "./applications/page-schema.ts";
export * from "./demo/schema.ts";
export * from "./remedies/schema.ts";
export * from "./figures/schema.ts";
export * from "./letters/schema.ts";
export * from "./citizens/schema.ts";
export * from "./disclosures/schema.ts";
export * from "./disclosures/words.ts";
export * from "./attachments/schema.ts";
export * from "./own-records/schema.ts";
export * from "./registers/schema.ts";
export * from "./item-imports/schema.ts";
/** The one way to write a list as a workbook, here and in the browser. */
export { type Sheet, writeSheet } from "./platform/write-sheet.ts";
