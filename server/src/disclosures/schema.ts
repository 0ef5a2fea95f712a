/** What may come in and what goes out, by subject. */
export * from "./item-draft-schema.ts";
export * from "./item-act-schema.ts";
export * from "./item-page-schema.ts";
export * from "./catalogue-schema.ts";
export * from "./page-schema.ts";
export * from "./transfer-schema.ts";
