import type { Job } from "../platform/jobs/index.ts";
import { type NoticeNeeds, sendCitizenNotices } from "./notices.ts";
import { keepRetention, type RetentionNeeds } from "./retention.ts";

export type CitizenJobNeeds = NoticeNeeds & RetentionNeeds;

export const CITIZEN_JOBS: readonly Job<CitizenJobNeeds>[] = [
  {
    name: "citizens:notices",
    title: "给申请人发送进展邮件",
    schedule: { every: "minute" },
    run: async (_payload, needs, { signal }) => sendCitizenNotices(needs, signal),
  },
  {
    name: "citizens:retention",
    title: "删除过期草稿，按保存期限清除申请人信息",
    schedule: { every: "day", at: "03:10" },
    atStart: true,
    run: async (_payload, needs, { signal }) => {
      await keepRetention(needs, signal);
    },
  },
];
