import type { Feature } from "../../lib/feature.ts";

/** Letters: writing the answer. The letters of a case stand on its page. */
export const letters: Feature = {
  menu: [],
  organPages: [
    {
      path: "applications/$application/reply",
      title: "拟写答复",
      under: "applications",
      load: () => import("./pages/ReplyPage.tsx"),
    },
  ],
};
