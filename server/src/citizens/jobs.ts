import type { Job } from "../platform/jobs/index.ts";
import { type NoticeNeeds, sendCitizenNotices } from "./send-notices.ts";
import { keepRetention, type RetentionNeeds, type RetentionSettings } from "./retention.ts";

export type CitizenJobNeeds = NoticeNeeds & RetentionNeeds & RetentionSettings;

export const CITIZEN_JOBS: readonly Job<CitizenJobNeeds>[] = [
  {
    name: "citizens:notices",
    title: "给申请人发送进展邮件",
    schedule: { every: "minute" },
    run: async (_payload, needs, { signal }) => sendCitizenNotices(needs, "mail", signal),
  },
  {
    name: "citizens:sms", // by itself, so that a gateway that does not answer keeps no mail waiting
    title: "给申请人发送进展短信",
    schedule: { every: "minute" },
    run: async (_payload, needs, { signal }) => sendCitizenNotices(needs, "sms", signal),
  },
  {
    name: "citizens:retention",
    title: "删除过期草稿，按保存期限清除申请人和被搁置的网上提交的个人信息",
    schedule: { every: "day", at: "03:10" },
    atStart: true,
    run: async (_payload, needs, { signal }) => {
      await keepRetention(needs, signal);
    },
  },
];
