export { composeReport, composeTitle } from "./compose-report.ts";
export type { ComposableReport } from "./compose-report.ts";
export { composeTables } from "./compose-tables.ts";
export type { FormTable, FormTableCell, PrintCell } from "./form-table.ts";
