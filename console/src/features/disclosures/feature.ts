import type { Feature } from "../../lib/feature.ts";

/** Everyone who drafts, reviews or publishes; supervisors read. */
const READERS = ["registrar", "handler", "unitHead", "officeHead", "secrecyReviewer", "legalReviewer", "leader", "supervisor"] as const;

export const disclosures: Feature = {
  menu: [
    { label: "主动公开", path: "disclosures", group: "work", where: "organ", roles: READERS },
    { label: "规范性文件", path: "normative", group: "work", where: "organ", roles: READERS },
    { label: "公开目录", path: "catalogue", group: "office", where: "organ", roles: READERS },
    { label: "公开指南和制度", path: "guide", group: "office", where: "organ", roles: READERS },
    { label: "移送", path: "transfers", group: "office", where: "organ", roles: READERS },
  ],
  organPages: [
    { path: "disclosures", title: "主动公开", load: () => import("./pages/ListPage.tsx") },
    { path: "disclosures/new", title: "起草", under: "disclosures", load: () => import("./pages/DraftPage.tsx") },
    {
      path: "disclosures/from-application/$application",
      title: "转为主动公开",
      under: "disclosures",
      load: () => import("./pages/FromApplicationPage.tsx"),
    },
    { path: "disclosures/$item", title: "办理", under: "disclosures", load: () => import("./pages/ItemPage.tsx") },
    { path: "disclosures/$item/edit", title: "修改", under: "disclosures", load: () => import("./pages/EditPage.tsx") },
    { path: "normative", title: "规范性文件", load: () => import("./pages/NormativePage.tsx") },
    { path: "catalogue", title: "公开目录", load: () => import("./pages/CataloguePage.tsx") },
    { path: "guide", title: "公开指南和制度", load: () => import("./pages/GuidePage.tsx") },
    { path: "transfers", title: "移送", load: () => import("./pages/TransfersPage.tsx") },
  ],
};
