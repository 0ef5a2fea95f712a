import type { Feature } from "../../lib/feature.ts";

/** Reminders and notices to the person. */
export const messages: Feature = {
  menu: [{ label: "消息", path: "messages", group: "work", where: "both" }],
  organPages: [{ path: "messages", title: "消息", load: () => import("./pages/MessagesPage.tsx") }],
};
