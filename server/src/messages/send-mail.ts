import type { Calendar } from "@gongkai/statute";
import type { Clock } from "../platform/clock.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Logger } from "../platform/log.ts";
import type { Letter, Mail } from "../platform/mail/index.ts";
import { readPreferences } from "./preferences.ts";
import { dropStaleMail, type MailToSend, postponeMail, regionListAgenciesWithMail, retryMail, settleMail, takeMail } from "./queries.ts";
import { mailOpensAt } from "./quiet-hours.ts";
import { MESSAGE_KINDS, type MessageKind } from "./schema.ts";
import type { SmsHook } from "./sms-hook.ts";

export interface SendMailNeeds {
  readonly ledger: Pick<Ledger, "db">;
  readonly mail: Mail;
  readonly sms: SmsHook;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: { readonly baseUrl: string | undefined };
  readonly calendar: () => Calendar;
}

const AT_ONCE = 20;
/** Minutes between the tries; after the last one the mail has failed, and the message says so. */
const RETRY_MINUTES = [5, 15, 45, 120, 360];
/** Longer than any holiday. */
const STALE_DAYS = 14;

/** Sends the mail that is due: to whom wants it, has an address, has not read the message meanwhile, and is not resting. */
export async function sendDueMail(needs: SendMailNeeds, signal?: AbortSignal): Promise<void> {
  const { clock } = needs;
  const { db } = needs.ledger;
  for (const agencyId of await regionListAgenciesWithMail(db, clock.instant())) {
    await dropStaleMail(db, agencyId, clock.instant(), STALE_DAYS);
    const agency = await db.selectFrom("agency").select(["code", "short_name"]).where("agency_id", "=", agencyId).executeTakeFirstOrThrow();
    for (;;) {
      if (signal?.aborted === true) return;
      const due = await takeMail(db, { agencyId, at: clock.instant(), limit: AT_ONCE });
      for (const one of due) await sendOne(needs, one, { code: agency.code, name: agency.short_name });
      if (due.length < AT_ONCE) break;
    }
  }
}

async function sendOne(needs: SendMailNeeds, due: MailToSend, agency: { readonly code: string; readonly name: string }): Promise<void> {
  const { mail, sms, clock, log, settings } = needs;
  const { db } = needs.ledger;
  const { message, email, signInName, isDisabled } = due;
  const preferences = readPreferences(due.preferences);
  const isUrgent = isUrgentKind(message.kind);
  if (isUrgent && sms.isOn && !isDisabled && message.mail_attempts === 1 && message.read_at === null) {
    const { message_id: id, kind, title, created_at: createdAt } = message;
    const sent = await sms.send({ id, agency, signInName, kind, title, createdAt });
    if (!sent.ok) log.warn({ message: id, reason: sent.reason }, "text message not handed over");
  }
  if (!mail.isOn || email === null || isDisabled || !preferences.mail || message.read_at !== null) return settleMail(db, message, "none");
  const at = clock.instant();
  const opensAt = isUrgent ? at : mailOpensAt(at, preferences, needs.calendar());
  if (opensAt > at) return postponeMail(db, message, opensAt);
  const sent = await mail.send(composeLetter(message, { to: email, agency, baseUrl: settings.baseUrl }));
  if (sent.ok) return settleMail(db, message, "sent");
  const wait = RETRY_MINUTES[message.mail_attempts - 1];
  const isFinal = sent.refusal === "refused" || wait === undefined;
  log.warn({ message: message.message_id, attempt: message.mail_attempts, reason: sent.reason }, isFinal ? "mail failed" : "mail put off");
  return isFinal ? settleMail(db, message, "failed") : retryMail(db, message, clock.instant(), wait);
}

function isUrgentKind(kind: string): boolean {
  return kind in MESSAGE_KINDS && MESSAGE_KINDS[kind as MessageKind].urgent; // just looked up
}

function composeLetter(
  { message_id, title, body, due_on }: MailToSend["message"],
  {
    to,
    agency,
    baseUrl,
  }: { readonly to: string; readonly agency: { readonly code: string; readonly name: string }; readonly baseUrl: string | undefined },
): Letter {
  const where = baseUrl === undefined ? "请登录系统查看。" : `请登录系统查看：${baseUrl}/console/agencies/${agency.code}/messages`;
  const lines = [
    title,
    body,
    due_on === null ? "" : `期限：${due_on}`,
    where,
    "",
    "本邮件由系统自动发送，请勿回复。收取时段可在“消息”页的提醒设置中更改。",
  ];
  return {
    to,
    subject: `【${agency.name}】${title}`,
    text: `${lines.filter((line, index) => line !== "" || index === 4).join("\n")}\n`,
    id: message_id,
  };
}
