export { composeReport, composeTitle } from "./compose-report.ts";
export type { ComposableReport, ComposeOptions } from "./compose-report.ts";
export { composeTables } from "./compose-tables.ts";
export type { FormTable, FormTableCell, PrintCell } from "./form-table.ts";
export { listFormSums } from "./form-sums.ts";
export type { FormPoint, FormSum } from "./form-sums.ts";
export { usualHead } from "./report-head.ts";
export type { ReportHead } from "./report-head.ts";
export { writeReportJson } from "./report-json.ts";
