import { randomUUID } from "node:crypto";
import type { ActName } from "@gongkai/statute";
import type { ActHook } from "../applications/index.ts";

/** Acts an applicant is told of, and in which words. Nothing of what was asked or answered stands in a notice. */
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
export type NoticeKind = keyof typeof NOTICE_WORDS;

/** Puts notices down with the act they tell of, in its transaction: they are sent when the act is done, and never otherwise. */
export const citizenNoticeHook: ActHook = async ({ turn, act, applicationId, history }) => {
  if (!(act in NOTICE_WORDS)) return { ok: true, value: {} };
  const access = await turn.tx
    .selectFrom("application_access")
    .select(["wants_mail", "wants_sms"])
    .where("agency_id", "=", turn.agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  const ways = [access?.wants_mail === true ? "mail" : "", access?.wants_sms === true ? "sms" : ""].filter((way) => way !== "");
  if (ways.length === 0) return { ok: true, value: {} };
  await turn.tx
    .insertInto("citizen_notice")
    .values(
      ways.map((way) => ({
        agency_id: turn.agencyId,
        notice_id: randomUUID(),
        application_id: applicationId,
        kind: act,
        way,
        once_key: `${act}:${history.length}`,
        send_after: turn.at,
        created_at: turn.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(["agency_id", "application_id", "way", "once_key"]).doNothing())
    .execute();
  return { ok: true, value: {} };
};
