/** Everything the console may know of the server: what may be sent, and what comes back. Nothing of Node stands in it. */
export * from "./accounts/schema.ts";
export * from "./agencies/schema.ts";
export * from "./audit/schema.ts";
export * from "./today/schema.ts";
export * from "./calendar/schema.ts";
export * from "./messages/schema.ts";
export * from "./platform/jobs/schema.ts";
export * from "./applications/schema.ts";
export * from "./demo/schema.ts";
export * from "./remedies/schema.ts";
export * from "./figures/schema.ts";
export * from "./letters/schema.ts";
