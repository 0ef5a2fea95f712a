export { CALENDAR_PROJECTIONS } from "./calendar-stream.ts";
export { CALENDAR_JOBS, type CalendarJobNeeds } from "./jobs.ts";
export { readCalendar } from "./read-calendar.ts";
export { recomputeLimits } from "./recompute-limits.ts";
export { type CalendarRouteNeeds, calendarRoutes } from "./routes.ts";
export type { CaseInHand, RunningLimits } from "./running-limits.ts";
export { setCalendarYear } from "./set-calendar-year.ts";
export { type CalendarWatch, watchCalendar } from "./watch-calendar.ts";
