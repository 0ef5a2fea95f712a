import { randomUUID } from "node:crypto";
import type { ActName, Calendar } from "@gongkai/statute";
import { type ActHook, openApplicant } from "../applications/index.ts";
import { Applicant } from "../applications/schema.ts";
import { type Ledger, readHistory } from "../ledger/index.ts";
import { mailOpensAt } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { addMinutes } from "../platform/instant.ts";
import type { Logger } from "../platform/log.ts";
import type { Mail } from "../platform/mail/index.ts";
import { grouped } from "./query-code.ts";

/** Acts an applicant is told of, and in which words. Nothing of what was asked or answered stands in a mail. */
export const NOTICE_WORDS = {
  confirm: "工作机构已与您确认收到申请，答复期限从次日起计算。",
  register: "申请已经登记。",
  askCorrection: "申请需要补正，请在期限内补正。",
  askReasons: "需要您说明理由。",
  noticeFee: "有一份收费通知，请在期限内缴纳。",
  consultThirdParty: "正在征求第三方意见，所需时间不计入答复期限。",
  extend: "答复期限已经延长。",
  sign: "已经作出答复。",
  serve: "答复已经送达。",
  expireCorrection: "逾期没有补正，申请不再处理。",
  expireFee: "逾期没有缴费，申请不再处理。",
  reopen: "将重新作出答复。",
} as const satisfies Partial<Record<ActName, string>>;
type NoticeKind = keyof typeof NOTICE_WORDS;

/** Puts a notice down with the act it tells of, in its transaction: it is sent when the act is done, and never otherwise. */
export const citizenNoticeHook: ActHook = async ({ turn, act, applicationId, history }) => {
  if (!(act in NOTICE_WORDS)) return { ok: true, value: {} };
  const access = await turn.tx
    .selectFrom("application_access")
    .select("wants_mail")
    .where("agency_id", "=", turn.agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  if (access?.wants_mail !== true) return { ok: true, value: {} };
  await turn.tx
    .insertInto("citizen_notice")
    .values({
      agency_id: turn.agencyId,
      notice_id: randomUUID(),
      application_id: applicationId,
      kind: act,
      once_key: `${act}:${history.length}`,
      send_after: turn.at,
      created_at: turn.at,
    })
    .onConflict((conflict) => conflict.columns(["agency_id", "application_id", "once_key"]).doNothing())
    .execute();
  return { ok: true, value: {} };
};

/**
 * The way out for text messages to applicants: an office with a gateway of its own hands one in. It is given the telephone
 * number and one sentence; the number must not be logged. Without one, mail alone is sent.
 */
export interface CitizenSms {
  send(message: { readonly id: string; readonly telephone: string; readonly text: string }): Promise<{ readonly ok: boolean }>;
}

export interface NoticeNeeds {
  readonly ledger: Pick<Ledger, "db" | "keys" | "clock">;
  readonly mail: Mail;
  readonly calendar: () => Calendar;
  readonly settings: { readonly baseUrl: string | undefined };
  readonly log: Logger;
  readonly citizenSms?: CitizenSms;
}

/** A citizen's mail rests at night and on days off, whatever the office's people chose for themselves. */
const QUIET = { quietFrom: "20:00", quietUntil: "08:00", onDaysOff: false } as const;
const RETRY_MINUTES = [5, 15, 45, 120, 360];
const AT_ONCE = 50;

/** Sends the notices that are due. A notice is taken before it is sent, so that two servers do not send it twice. */
export async function sendCitizenNotices(needs: NoticeNeeds, signal?: AbortSignal): Promise<void> {
  const { db, clock } = needs.ledger;
  for (const agencyId of await regionListAgenciesWithNotices(db, clock.instant())) {
    if (signal?.aborted === true) return;
    const at = clock.instant();
    const opensAt = mailOpensAt(at, QUIET, needs.calendar());
    if (opensAt > at) {
      await db
        .updateTable("citizen_notice")
        .set({ send_after: opensAt })
        .where("agency_id", "=", agencyId)
        .where("state", "=", "waiting")
        .where("send_after", "<=", at)
        .execute();
      continue;
    }
    for (const notice of await takeNotices(db, agencyId, at)) await sendOne(needs, notice);
  }
}

/** Organs with notices that are due. Regional: the job of one server serves all organs. */
async function regionListAgenciesWithNotices(db: Queryable, at: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("citizen_notice")
    .select("agency_id")
    .distinct()
    .where("state", "=", "waiting")
    .where("send_after", "<=", at)
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

async function takeNotices(db: Queryable, agencyId: number, at: string) {
  return db
    .updateTable("citizen_notice")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), send_after: addMinutes(at, 5) }))
    .where("agency_id", "=", agencyId)
    .where("notice_id", "in", (eb) =>
      eb
        .selectFrom("citizen_notice")
        .select("notice_id")
        .where("agency_id", "=", agencyId)
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

async function sendOne(needs: NoticeNeeds, notice: Awaited<ReturnType<typeof takeNotices>>[number]): Promise<void> {
  const { ledger, mail, citizenSms, settings, log } = needs;
  const { db, keys, clock } = ledger;
  const { agency_id: agencyId, notice_id: id, application_id: applicationId, kind, attempts } = notice;
  const settle = (state: "sent" | "none" | "failed" | "waiting", after?: string) =>
    db
      .updateTable("citizen_notice")
      .set({ state, ...(after === undefined ? {} : { send_after: after }) })
      .where("agency_id", "=", agencyId)
      .where("notice_id", "=", id)
      .execute();
  const history = await readHistory(db, agencyId, { kind: "application", id: applicationId });
  const applicant = Applicant.safeParse(await openApplicant(db, keys, agencyId, history));
  const email = applicant.data?.email ?? "";
  const telephone = applicant.data?.telephone ?? "";
  if (citizenSms !== undefined && telephone !== "" && attempts === 1)
    await citizenSms.send({ id, telephone, text: NOTICE_WORDS[kind as NoticeKind] });
  if (!mail.isOn || email === "") return void (await settle("none"));
  const access = await db
    .selectFrom("application_access")
    .innerJoin("agency", "agency.agency_id", "application_access.agency_id")
    .select(["receipt_number", "agency.name"])
    .where("application_access.agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  if (access === undefined) return void (await settle("none"));
  const where = settings.baseUrl === undefined ? "请到提交申请的网站“查询进度”页" : `请打开 ${settings.baseUrl}/progress`;
  const lines = [
    `您向${access.name}提出的政府信息公开申请有新的进展：`,
    "",
    NOTICE_WORDS[kind as NoticeKind],
    "",
    `${where}，凭回执号 ${grouped(access.receipt_number)} 和查询码查看。`,
    "",
    "本邮件由系统自动发送，请勿回复。邮件中不会向您索要查询码、证件号码或者钱款。",
  ];
  const sent = await mail.send({ to: email, subject: `【${access.name}】政府信息公开申请有新的进展`, text: `${lines.join("\n")}\n`, id });
  if (sent.ok) return void (await settle("sent"));
  const wait = RETRY_MINUTES[attempts - 1];
  log.warn({ notice: id, attempt: attempts, reason: sent.reason }, "notice to an applicant was not sent");
  await (sent.refusal === "refused" || wait === undefined ? settle("failed") : settle("waiting", addMinutes(clock.instant(), wait)));
}
