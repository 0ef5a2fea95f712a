export { checkFiles } from "./check-files.ts";
export type { CheckedReport, CheckFilesResult } from "./check-files.ts";
export { receiveFiles } from "./receive-files.ts";
export { reportRoutes } from "./routes.ts";
export type { SourceExcerpt } from "./source-excerpts.ts";
export type { BatchRow as BatchFileRow, DecidedFinding, FileFormat } from "./files/report-file.ts";
