export type { CellKey, CellState, EditionId, Finding, Passage, Report, Sections, Severity, Source } from "./report.ts";
export type { Block2, CellKind, Column2, Column3, Column4, Edition, FormCell, FormSection, Group4, Row2, Row3, Table3 } from "./editions/form.ts";
export { EDITIONS, findCell, nameCell } from "./editions/index.ts";
export { readReport } from "./read/read-report.ts";
export { composeReport, composeTables, composeTitle } from "./compose/index.ts";
export type { ComposableReport, FormTable, FormTableCell, PrintCell } from "./compose/index.ts";
