import type { Feature } from "../../lib/feature.ts";

/** Reconsiderations and lawsuits. Those of a case stand on its page too. */
export const remedies: Feature = {
  menu: [
    {
      label: "复议诉讼",
      path: "remedies",
      group: "work",
      where: "organ",
      roles: ["registrar", "handler", "unitHead", "officeHead", "legalReviewer", "leader", "supervisor"],
    },
  ],
  organPages: [{ path: "remedies", title: "复议诉讼", load: () => import("./pages/RemediesPage.tsx") }],
};
