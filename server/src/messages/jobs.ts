import { plainDate } from "@gongkai/statute";
import type { Job } from "../platform/jobs/index.ts";
import { remind, type ReminderSource } from "./remind.ts";
import { sendDueMail, type SendMailNeeds } from "./send-mail.ts";

export interface MessageJobNeeds extends SendMailNeeds {
  /** Of all slices. */
  readonly reminderSources: readonly ReminderSource[];
}

export const MESSAGE_JOBS: readonly Job<MessageJobNeeds>[] = [
  {
    name: "messages:remind",
    title: "提醒临近和超过的期限",
    schedule: { every: "day", at: "00:20" },
    atStart: true,
    run: async (_payload, { ledger, clock, reminderSources, calendar }, { signal }) => {
      const now = { today: plainDate(clock.today()), at: clock.instant(), calendar: calendar() };
      await remind(ledger.db, { sources: reminderSources, ...now, signal });
    },
  },
  {
    name: "messages:mail",
    title: "发送到期的邮件和短信",
    schedule: { every: "minute" },
    atStart: true,
    run: async (_payload, needs, { signal }) => sendDueMail(needs, signal),
  },
];
