import type { Feature } from "../../lib/feature.ts";

/** What comes in through the internet. The papers of a case stand on its page. */
export const intake: Feature = {
  menu: [{ label: "网上申请", path: "intake", group: "work", where: "organ", roles: ["registrar", "officeHead"] }],
  organPages: [{ path: "intake", title: "网上申请", load: () => import("./pages/IntakePage.tsx") }],
};
