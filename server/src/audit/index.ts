export { auditRoutes } from "./routes.ts";
export { type EventWords, wordsOf } from "./words.ts";
