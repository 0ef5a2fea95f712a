import type { Feature } from "../../lib/feature.ts";

const READERS = ["registrar", "handler", "unitHead", "officeHead", "legalReviewer", "leader", "supervisor"] as const;

/** The figures of a year, their charts, the draft of the annual report, and the organs below. */
export const figures: Feature = {
  menu: [{ label: "年度数字", path: "figures", group: "work", where: "organ", roles: READERS }],
  organPages: [
    { path: "figures", title: "年度数字", load: () => import("./pages/FiguresPage.tsx") },
    { path: "figures/statistics", title: "年度统计", under: "figures", load: () => import("./pages/StatisticsPage.tsx") },
    { path: "figures/report", title: "年度报告草稿", under: "figures", load: () => import("./pages/ReportPage.tsx") },
    { path: "figures/region", title: "所辖机关", under: "figures", load: () => import("./pages/RegionPage.tsx") },
  ],
};
