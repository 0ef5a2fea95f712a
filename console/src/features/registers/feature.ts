import type { Feature } from "../../lib/feature.ts";

/** Registers as offices kept them before: in with a preview, out as a sheet. */
export const registers: Feature = {
  menu: [{ label: "台账导入导出", path: "register-imports", group: "work", where: "organ", roles: ["registrar", "officeHead"] }],
  organPages: [
    { path: "register-imports", title: "台账导入导出", load: () => import("./pages/ImportsPage.tsx") },
    { path: "register-imports/$import", title: "导入台账", under: "register-imports", load: () => import("./pages/ImportPage.tsx") },
  ],
};
