export { type GridOfRows, findTable } from "./find-table.ts";
export { type Columns, type Field, type Fields, guessColumns } from "./guess-columns.ts";
export { importJobs, type WorkCall } from "./import-jobs.ts";
export {
  changeImport,
  findImportRecord,
  findSameFile,
  hashSource,
  type ImportRecord,
  importStream,
  type ImportStores,
  listImportRecords,
  openContent,
} from "./import-record.ts";
export {
  beginImport,
  cancelImport,
  type Changed,
  createDraft,
  finishImport,
  type ImportCall,
  type ImportKind,
  type ImportStep,
  stepImport,
  undoImport,
} from "./import-steps.ts";
export { readDate } from "./read-date.ts";
export { IMPORT_REFUSALS, type ImportRefusal } from "./refusals.ts";
export { type RowProblem, shortenFound } from "./row-problem.ts";
export { type ImportedRow, type TakeBack, takeBackImport } from "./take-back.ts";
