import { z } from "zod";

/** What messages are about. `urgent` ones pass through the quiet hours. */
export const MESSAGE_KINDS = {
  reminder: { words: "期限提醒", urgent: false },
  assignment: { words: "交办", urgent: false },
  review: { words: "审核", urgent: false },
  calendar: { words: "放假安排", urgent: false },
  notice: { words: "通知", urgent: false },
  security: { words: "账号安全", urgent: true },
  takedown: { words: "紧急撤下", urgent: true },
} as const satisfies Record<string, { readonly words: string; readonly urgent: boolean }>;
export type MessageKind = keyof typeof MESSAGE_KINDS;

const KIND_NAMES = Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]; // the table's own keys, and there are some

export const Message = z
  .object({
    id: z.uuid(),
    kind: z.enum(KIND_NAMES),
    subject: z.object({ kind: z.string(), id: z.uuid() }).nullable().describe("所涉事项"),
    title: z.string().describe("一句话；不含申请人个人信息"),
    body: z.string(),
    dueOn: z.string().nullable().describe("所提醒的期限"),
    createdAt: z.string(),
    readAt: z.string().nullable(),
    mail: z.enum(["none", "waiting", "sent", "failed"]).describe("是否发送邮件：不发、待发、已发、发送失败"),
  })
  .meta({ id: "Message", description: "站内消息" });
export type Message = z.infer<typeof Message>;

/** GET /api/v1/agencies/:agency/messages; one's own, the newest first. */
export const MessageQuery = z.object({
  unread: z.stringbool().default(false).describe("只列未读的"),
  before: z.uuid().optional().describe("翻页：上一页的 next"),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type MessageQuery = z.infer<typeof MessageQuery>;

export const MessageList = z
  .object({
    messages: z.array(Message).readonly(),
    unread: z.int().describe("未读总数"),
    next: z.uuid().nullable().describe("下一页的 before；没有下一页为 null"),
  })
  .meta({ id: "MessageList" });
export type MessageList = z.infer<typeof MessageList>;

/** POST /api/v1/agencies/:agency/messages/reading: marks these as read, or all that were there at an instant. */
export const ReadMessages = z
  .union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
    z.strictObject({ until: z.iso.datetime().describe("打开列表的时刻：此后到的不算已读") }),
  ])
  .meta({ id: "ReadMessages" });
export type ReadMessages = z.infer<typeof ReadMessages>;

export const UnreadCount = z.object({ unread: z.int() }).meta({ id: "UnreadCount" });
export type UnreadCount = z.infer<typeof UnreadCount>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** GET and PUT /api/v1/account/notifications */
export const NotificationPreferences = z
  .strictObject({
    mail: z.boolean().default(true).describe("站内消息是否同时发送邮件"),
    quietFrom: TimeOfDay.default("20:00").describe("免打扰时段的开始（北京时间）；与结束相同即不设时段"),
    quietUntil: TimeOfDay.default("08:00").describe("免打扰时段的结束"),
    onDaysOff: z.boolean().default(false).describe("非工作日是否也发送邮件"),
  })
  .meta({ id: "NotificationPreferences", description: "本人的提醒设置；紧急消息不受免打扰限制" });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;
