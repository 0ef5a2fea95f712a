import type { Feature } from "../../lib/feature.ts";

/** People, their posts, and one's own account. */
export const accounts: Feature = {
  menu: [
    { label: "人员", path: "people", group: "office", where: "both", roles: ["administrator"] },
    { label: "岗位（A/B岗）", path: "posts", group: "office", where: "both", roles: ["administrator"] },
  ],
  organPages: [
    { path: "people", title: "人员", load: () => import("./pages/PeoplePage.tsx") },
    { path: "posts", title: "岗位（A/B岗）", load: () => import("./pages/PostsPage.tsx") },
  ],
  ownPages: [{ path: "me", title: "我的账号", load: () => import("./pages/AccountPage.tsx") }],
};
