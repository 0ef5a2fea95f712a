import type { Feature } from "../../lib/feature.ts";

/** What waits for the person today. */
export const today: Feature = {
  menu: [{ label: "今日待办", path: "today", group: "work", where: "organ" }],
  organPages: [{ path: "today", title: "今日待办", load: () => import("./pages/TodayPage.tsx") }],
};
