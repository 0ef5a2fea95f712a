export type { Finding, Rule, Severity } from "./finding.ts";
export { findInFile } from "./finding.ts";
export { isCreditCode, isResidentId, passesLuhn, residentCheckDigit } from "./check-digits.ts";
export { applyMasks, cleanFile, DOCX, PDF, screenFile, type ScreenedFile, XLSX } from "./screen-file.ts";
export { screenText } from "./screen-text.ts";
export { escapeText, mapHtml, replaceInSource, type SourceMap } from "./source-map.ts";
export { type Misprint, MISPRINTS } from "./wording.ts";
