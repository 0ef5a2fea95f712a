export { type TodayRouteNeeds, todayRoutes } from "./routes.ts";
export type { Asking, WorkItem, WorkSource } from "./work-source.ts";
