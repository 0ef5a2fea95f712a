import { createElement } from "react";
import type { Feature } from "../../lib/feature.ts";
import type { CaseParts } from "./case-parts.ts";

/** Everyone with a duty in cases; supervisors read. */
const READERS = [
  "registrar",
  "handler",
  "unitHead",
  "officeHead",
  "secrecyReviewer",
  "legalReviewer",
  "leader",
  "cashier",
  "supervisor",
] as const;

/** Applications: list, calendar, registration, page of a case with what other features add to it. */
export function applicationsWith(loadParts: () => Promise<CaseParts>): Feature {
  return {
    menu: [
      { label: "依申请公开", path: "applications", group: "work", where: "organ", roles: READERS },
      { label: "登记申请", path: "register", group: "work", where: "organ", roles: ["registrar"] },
      { label: "期限日历", path: "due-calendar", group: "work", where: "organ", roles: READERS },
    ],
    organPages: [
      { path: "applications", title: "依申请公开", load: () => import("./pages/ListPage.tsx") },
      { path: "often-asked", title: "多人申请的信息", under: "applications", load: () => import("./pages/OftenAskedPage.tsx") },
      {
        path: "register",
        title: "登记申请",
        load: async () => {
          const [{ RegisterPage }, { EntryFiles }] = await Promise.all([import("./pages/RegisterPage.tsx"), loadParts()]);
          return { Page: () => createElement(RegisterPage, { EntryFiles }) };
        },
      },
      { path: "due-calendar", title: "期限日历", load: () => import("./pages/DueCalendarPage.tsx") },
      {
        path: "applications/$application",
        title: "办理",
        under: "applications",
        load: async () => {
          const [{ CasePage }, parts] = await Promise.all([import("./pages/CasePage.tsx"), loadParts()]);
          return { Page: () => createElement(CasePage, { parts }) };
        },
      },
    ],
  };
}
