import type { ListedItem } from "@gongkai/server/contract";
import { type Calendar, type PlainDate, plainDate } from "@gongkai/statute";

export type Urgency = "overdue" | "today" | "soon" | "later" | "none";

export interface PublicationClock {
  readonly urgency: Urgency;
  /** As one would say it. */
  readonly words: string;
}

const SOON_WORKING_DAYS = 3;

type Due = Pick<ListedItem, "dueOn" | "state" | "attribute" | "publishedAt">;

/** How near the last day for publication is, in working days. */
export function publicationClock(item: Due, today: PlainDate, calendar: Calendar): PublicationClock {
  const { dueOn } = item;
  if (dueOn === null) return { urgency: "none", words: whyNoLimit(item) };
  if (dueOn === today) return { urgency: "today", words: "今天到期" };
  const left = calendar.countUpTo(plainDate(dueOn)) - calendar.countUpTo(today);
  if (dueOn < today) return { urgency: "overdue", words: left === 0 ? "已逾期" : `逾期 ${-left} 个工作日` };
  return { urgency: left <= SOON_WORKING_DAYS ? "soon" : "later", words: `还剩 ${left} 个工作日` };
}

function whyNoLimit({ state, attribute, publishedAt }: Due): string {
  if (state === "withdrawn") return "已撤回";
  if (state === "expired") return "公开期满";
  if (state === "archived") return "已归档";
  if (state === "discarded") return "已作废";
  if (attribute === "onRequest" || attribute === "withheld") return "不主动公开";
  return publishedAt === null ? "没有期限" : "已公开";
}
