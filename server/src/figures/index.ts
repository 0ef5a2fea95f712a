export { type CaseCells, countTables, regionCountTables } from "./count-tables.ts";
export { draftReport, type FigureSource } from "./draft-report.ts";
export { figureRoutes } from "./routes.ts";
export { SNAPSHOT_PROJECTION, takeSnapshot } from "./snapshot.ts";
