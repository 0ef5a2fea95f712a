export type { CellKey, CellState, EditionId, Finding, Passage, Report, Sections, Severity, Source } from "./report.ts";
export type {
  Block2,
  CellKind,
  Column2,
  Column3,
  Column4,
  Edition,
  FormCell,
  FormSection,
  Group4,
  Row2,
  Row3,
  Table3,
} from "./editions/form.ts";
export { EDITIONS, findCell, nameCell } from "./editions/index.ts";
export { readReport } from "./read/read-report.ts";
export { composeReport, composeTables, composeTitle, listFormSums, usualHead, writeReportJson } from "./compose/index.ts";
export type {
  ComposableReport,
  ComposeOptions,
  FormPoint,
  FormSum,
  FormTable,
  FormTableCell,
  PrintCell,
  ReportHead,
} from "./compose/index.ts";
export { type Crosswalk, type CrosswalkRefusal, crosswalkTo2021, type LeftBehind, type Renamed } from "./crosswalk.ts";
export { checkReport, readNarrative, RULES } from "./check/index.ts";
export type { CheckOptions, Meaning, Narrative, Rule, Statement } from "./check/index.ts";
export { compareReports, type ComparedCell, type ComparedSection, type Comparison } from "./compare.ts";
export { mergeReports, type AddedReport, type MergeRefusal, type MergeResult } from "./merge.ts";
