import type { Feature } from "../../lib/feature.ts";

/** Who did what, when: the ledger to be searched. */
export const audit: Feature = {
  menu: [{ label: "审计查询", path: "audit", group: "office", where: "both", roles: ["administrator", "supervisor"] }],
  organPages: [{ path: "audit", title: "审计查询", load: () => import("./pages/AuditPage.tsx") }],
};
