import type { Calendar } from "@gongkai/statute";
import { openApplicant } from "../applications/index.ts";
import { Applicant } from "../applications/schema.ts";
import { type Ledger, readHistory } from "../ledger/index.ts";
import { mailOpensAt } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { addMinutes } from "../platform/instant.ts";
import type { Logger } from "../platform/log.ts";
import type { Mail } from "../platform/mail/index.ts";
import type { SignedHook } from "../platform/signed-hook.ts";
import { type CitizenSms, mobileOf } from "./citizen-sms.ts";
import { NOTICE_WORDS, type NoticeKind } from "./notices.ts";
import { type NoticeFacts, writeNoticeMail, writeNoticeSms } from "./write-notice.ts";

export interface NoticeNeeds {
  readonly ledger: Pick<Ledger, "db" | "keys" | "clock">;
  readonly mail: Mail;
  readonly calendar: () => Calendar;
  readonly settings: { readonly baseUrl: string | undefined };
  readonly log: Logger;
  readonly citizenSms: SignedHook<CitizenSms>;
}

type Way = "mail" | "sms";
/** What came of it; "none": there is nobody to send it to, or nothing to send it with. */
type Sent = "none" | { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly refusal?: string };
type Notice = Awaited<ReturnType<typeof takeNotices>>[number];

/** A citizen's mail and telephone rest at night and on days off, whatever the office's people chose for themselves. */
const QUIET = { quietFrom: "20:00", quietUntil: "08:00", onDaysOff: false } as const;
const RETRY_MINUTES = [5, 15, 45, 120, 360];
const AT_ONCE = 50;

/** Sends the notices of one way that are due. A notice is taken before it is sent, so that two servers do not send it twice. */
export async function sendCitizenNotices(needs: NoticeNeeds, way: Way, signal?: AbortSignal): Promise<void> {
  const { db, clock } = needs.ledger;
  const isStopped = () => signal?.aborted === true;
  for (const agencyId of await regionListAgenciesWithNotices(db, way, clock.instant())) {
    if (isStopped()) return;
    const at = clock.instant();
    const opensAt = mailOpensAt(at, QUIET, needs.calendar());
    if (opensAt > at) {
      await db
        .updateTable("citizen_notice")
        .set({ send_after: opensAt })
        .where("agency_id", "=", agencyId)
        .where("way", "=", way)
        .where("state", "=", "waiting")
        .where("send_after", "<=", at)
        .execute();
      continue;
    }
    for (const notice of await takeNotices(db, agencyId, way, at)) {
      if (isStopped()) return; // those that were taken come up again
      await sendOne(needs, notice);
    }
  }
}

/** Organs with notices that are due. Regional: the job of one server serves all organs. */
async function regionListAgenciesWithNotices(db: Queryable, way: Way, at: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("citizen_notice")
    .select("agency_id")
    .distinct()
    .where("way", "=", way)
    .where("state", "=", "waiting")
    .where("send_after", "<=", at)
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

async function takeNotices(db: Queryable, agencyId: number, way: Way, at: string) {
  return db
    .updateTable("citizen_notice")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), send_after: addMinutes(at, 5) }))
    .where("agency_id", "=", agencyId)
    .where("notice_id", "in", (eb) =>
      eb
        .selectFrom("citizen_notice")
        .select("notice_id")
        .where("agency_id", "=", agencyId)
        .where("way", "=", way)
        .where("state", "=", "waiting")
        .where("send_after", "<=", at)
        .orderBy("send_after")
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

async function sendOne(needs: NoticeNeeds, notice: Notice): Promise<void> {
  const { db, clock } = needs.ledger;
  const { notice_id: id, way, attempts } = notice;
  const sent = await (way === "mail" ? sendMail : sendSms)(needs, notice);
  if (sent === "none" || sent.ok) return settle(db, notice, { state: sent === "none" ? "none" : "sent" });
  const wait = RETRY_MINUTES[attempts - 1];
  needs.log.warn({ notice: id, way, attempt: attempts, reason: sent.reason }, "notice to an applicant was not sent");
  if (sent.refusal === "refused" || wait === undefined) return settle(db, notice, { state: "failed" });
  return settle(db, notice, { state: "waiting", send_after: addMinutes(clock.instant(), wait) });
}

async function settle(
  db: Queryable,
  { agency_id, notice_id }: Notice,
  change: { readonly state: "sent" | "none" | "failed" | "waiting"; readonly send_after?: string },
): Promise<void> {
  await db.updateTable("citizen_notice").set(change).where("agency_id", "=", agency_id).where("notice_id", "=", notice_id).execute();
}

async function sendMail({ ledger, mail, settings }: NoticeNeeds, notice: Notice): Promise<Sent> {
  const to = mail.isOn ? (await openContact(ledger, notice))?.email || undefined : undefined;
  const facts = to === undefined ? undefined : await gatherFacts(ledger.db, settings, notice);
  if (to === undefined || facts === undefined) return "none";
  return mail.send({ to, id: notice.notice_id, ...writeNoticeMail(facts) });
}

async function sendSms({ ledger, citizenSms, settings }: NoticeNeeds, notice: Notice): Promise<Sent> {
  const telephone = citizenSms.isOn ? mobileOf((await openContact(ledger, notice))?.telephone ?? "") : undefined;
  const facts = telephone === undefined ? undefined : await gatherFacts(ledger.db, settings, notice);
  if (telephone === undefined || facts === undefined) return "none";
  return citizenSms.send({ id: notice.notice_id, telephone, text: writeNoticeSms(facts) });
}

/** Where the applicant is reached; undefined once it has been erased. */
async function openContact({ db, keys }: NoticeNeeds["ledger"], { agency_id: agencyId, application_id: id }: Notice) {
  const history = await readHistory(db, agencyId, { kind: "application", id });
  return Applicant.safeParse(await openApplicant(db, keys, agencyId, history)).data;
}

async function gatherFacts(
  db: Queryable,
  { baseUrl }: NoticeNeeds["settings"],
  { agency_id, application_id, kind }: Notice,
): Promise<NoticeFacts | undefined> {
  const access = await db
    .selectFrom("application_access")
    .innerJoin("agency", "agency.agency_id", "application_access.agency_id")
    .select(["receipt_number", "agency.name"])
    .where("application_access.agency_id", "=", agency_id)
    .where("application_id", "=", application_id)
    .executeTakeFirst();
  if (access === undefined) return undefined;
  const sentence = NOTICE_WORDS[kind as NoticeKind]; // written by the hook, which asks the same table
  return { organ: access.name, sentence, receiptNumber: access.receipt_number, baseUrl };
}
