import type { Feature } from "../../lib/feature.ts";

/** Organs and their divisions. */
export const agencies: Feature = {
  menu: [
    { label: "机关", path: "agencies", group: "platform", where: "both", roles: ["administrator", "supervisor"] },
    { label: "本机关设置", path: "settings", group: "office", where: "organ", roles: ["administrator"] },
  ],
  organPages: [
    { path: "agencies", title: "机关", load: () => import("./pages/AgenciesPage.tsx") },
    { path: "settings", title: "本机关设置", load: () => import("./pages/SettingsPage.tsx") },
  ],
};
