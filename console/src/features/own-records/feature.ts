import type { Feature } from "../../lib/feature.ts";

/** Requests to have one's own record corrected (Art. 41): a flow of its own, never counted as applications. */
export const ownRecords: Feature = {
  menu: [
    {
      label: "更正本人信息",
      path: "own-records",
      group: "work",
      where: "organ",
      roles: ["registrar", "handler", "unitHead", "officeHead", "legalReviewer", "leader"],
    },
  ],
  organPages: [
    { path: "own-records", title: "更正本人信息", load: () => import("./pages/OwnRecordsPage.tsx") },
    { path: "own-records/new", title: "登记更正申请", under: "own-records", load: () => import("./pages/NewOwnRecordPage.tsx") },
    { path: "own-records/$record", title: "办理", under: "own-records", load: () => import("./pages/OwnRecordPage.tsx") },
  ],
};
