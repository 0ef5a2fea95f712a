export { MESSAGE_JOBS, type MessageJobNeeds } from "./jobs.ts";
export { type NewMessage, notify } from "./notify.ts";
export { presentMessage } from "./present.ts";
export { countUnread, listMessages } from "./queries.ts";
export { mailOpensAt } from "./quiet-hours.ts";
export { findRecipients, type Recipients } from "./recipients.ts";
export { type DueLimit, type ReminderSource, type ReminderStage, remind, type Standing, standingOf } from "./remind.ts";
export { messageRoutes } from "./routes.ts";
export type { SmsHook, SmsMessage } from "./sms-hook.ts";
