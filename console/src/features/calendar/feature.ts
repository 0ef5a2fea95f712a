import type { Feature } from "../../lib/feature.ts";

/** Days off and worked weekends, on which every limit rests. */
export const calendar: Feature = {
  menu: [
    { label: "放假安排", path: "calendar", group: "platform", where: "platform", roles: ["administrator"] },
    { label: "放假安排", path: "calendar", group: "office", where: "organ", roles: ["administrator", "officeHead"] },
  ],
  organPages: [
    { path: "calendar", title: "放假安排", load: () => import("./pages/CalendarPage.tsx") },
    { path: "calendar/edit", title: "录入放假安排", under: "calendar", load: () => import("./pages/EditYearPage.tsx") },
  ],
};
