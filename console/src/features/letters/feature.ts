import type { Feature } from "../../lib/feature.ts";

/** Letters: writing the answer, and what the organ's letters say. The letters of a case stand on its page. */
export const letters: Feature = {
  menu: [{ label: "文书模板", path: "letter-templates", group: "office", where: "organ", roles: ["officeHead", "administrator"] }],
  organPages: [
    {
      path: "applications/$application/reply",
      title: "拟写答复",
      under: "applications",
      load: () => import("./pages/ReplyPage.tsx"),
    },
    { path: "letter-templates", title: "文书模板", load: () => import("./pages/TemplatesPage.tsx") },
    { path: "letter-templates/$kind", title: "修改文书模板", under: "letter-templates", load: () => import("./pages/TemplatePage.tsx") },
  ],
};
