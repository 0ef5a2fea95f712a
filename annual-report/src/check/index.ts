export { checkReport, type CheckOptions } from "./check-report.ts";
export type { Rule } from "./rule.ts";
export { RULES } from "./rules.ts";
export { readNarrative, type Narrative, type Statement } from "./narrative/read-narrative.ts";
export type { Meaning } from "./narrative/meanings.ts";
