import { z } from "zod";

/** What a thing that waits for somebody is about; each is a slice of the server and, in time, a feature of the console. */
export const TODAY_KINDS = ["application", "ownRecord", "remedy", "item", "report", "mailbox"] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];

export const TODAY_KIND_WORDS = {
  application: "依申请公开",
  ownRecord: "更正本人信息",
  remedy: "复议诉讼",
  item: "主动公开",
  report: "年度报告",
  mailbox: "信箱",
} as const satisfies Record<TodayKind, string>;

/** In the order in which the list is sorted: what the law presses most comes first. */
export const URGENCIES = ["overdue", "today", "soon", "later"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_WORDS = {
  overdue: "已逾期",
  today: "今天到期",
  soon: "三个工作日内到期",
  later: "未到期",
} as const satisfies Record<Urgency, string>;

export const TodayItem = z
  .object({
    kind: z.enum(TODAY_KINDS),
    id: z.uuid(),
    title: z.string().describe("一句话说明是什么事；不含申请人个人信息"),
    number: z.string().nullable().describe("登记号或文号；尚未编号的为 null"),
    dueOn: z.string().nullable().describe("法定期限的最后一日；没有期限的为 null"),
    daysLeft: z.int().nullable().describe("还剩几个工作日；逾期为负数；没有期限的为 null"),
    urgency: z.enum(URGENCIES),
    provisional: z.boolean().describe("期限跨入尚未公布放假安排的年份，日期为暂定"),
    act: z.string().describe("等着办什么，如：登记、审核、签发"),
    asDeputy: z.boolean().describe("是否因代行B岗职责而列入"),
    url: z.string().describe("后台中办理此事的页面，如 /console/agencies/yunxi-jiaoyu/applications/…"),
  })
  .meta({ id: "TodayItem", description: "一件待办" });
export type TodayItem = z.infer<typeof TodayItem>;

export const TodayMessage = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    dueOn: z.string().nullable(),
    createdAt: z.string(),
    url: z.string().nullable(),
  })
  .meta({ id: "TodayMessage" });
export type TodayMessage = z.infer<typeof TodayMessage>;

/** GET /api/v1/agencies/:agency/today: what waits for the person who asks, in the posts they hold or stand in for. */
export const Today = z
  .object({
    today: z.string().describe("今天的日期（北京时间）"),
    items: z.array(TodayItem).readonly().describe("按紧急程度、再按期限先后排列"),
    messages: z.array(TodayMessage).readonly().describe("最近的未读消息，最多 20 条"),
    unreadMessages: z.int(),
  })
  .meta({ id: "Today", description: "今日待办" });
export type Today = z.infer<typeof Today>;
