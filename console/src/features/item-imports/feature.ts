import type { Feature } from "../../lib/feature.ts";

/** Items that are public on the old site: brought along with a preview, taken over, taken back. */
export const itemImports: Feature = {
  menu: [{ label: "移入已公开信息", path: "item-imports", group: "work", where: "organ", roles: ["registrar", "officeHead"] }],
  organPages: [
    { path: "item-imports", title: "移入已公开信息", load: () => import("./pages/ItemImportsPage.tsx") },
    { path: "item-imports/$import", title: "移入", under: "item-imports", load: () => import("./pages/ItemImportPage.tsx") },
  ],
};
