import type { Calendar } from "../calendar/calendar.ts";
import { isProvisional } from "../calendar/working-days.ts";
import type { ApplicationCase } from "../case/case-file.ts";
import { foldCase, foldStanding } from "../case/fold-case.ts";
import { openConsultationsOn } from "../case/standing.ts";
import type { PlainDate } from "../plain-date.ts";
import { getCites } from "../rules.ts";
import { inWords } from "../words/in-words.ts";
import { CORRECTION_NOTICE, FEE_PAYMENT, ORGAN_OPINION, THIRD_PARTY_OPINION } from "./application-limits.ts";
import { endOfLimit } from "./limit.ts";

/** A limit that runs in a case: for the organ, or for somebody it waits for. */
export interface RunningLimit {
  readonly rule: string;
  readonly cites: string;
  /** The consultation, where the limit is one's. */
  readonly id?: string;
  readonly from: PlainDate;
  readonly on: PlainDate;
  /** It runs through a year whose holidays are not announced. */
  readonly provisional: boolean;
  readonly text: string;
}

/**
 * The limits of an application that run on a day: the answer, the notice to correct while it may still be given, each open
 * consultation, the payment. Only those of working days, which a calendar can move; the applicant's date for a correction is fixed.
 */
export function listRunningLimits(
  application: Pick<ApplicationCase, "channel" | "events">,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): readonly RunningLimit[] {
  const standing = foldStanding(application, { today, calendar });
  const { dueOn, next } = foldCase(application, { today, calendar });
  const limits: RunningLimit[] = [];
  const add = (rule: string, from: PlainDate, on: PlainDate, what: string, id?: string) =>
    void limits.push({
      rule,
      cites: getCites(rule),
      ...(id === undefined ? {} : { id }),
      from,
      on,
      provisional: isProvisional(calendar, from, on),
      text: `${what}：自${inWords(from)}的次日起计算，至${inWords(on)}届满。`,
    });
  if (dueOn !== null && standing.limit !== null) add(standing.limit.rule, standing.limit.from, dueOn, "答复期限");
  if (next.includes("correctionAsked") && standing.receivedOn !== null)
    add(CORRECTION_NOTICE.id, standing.receivedOn, endOfLimit(CORRECTION_NOTICE, standing.receivedOn, calendar), "告知补正的期限");
  for (const { id, with: consulted, receivedOn, limitOn } of openConsultationsOn(standing, today)) {
    const rule = consulted === "thirdParty" ? THIRD_PARTY_OPINION : ORGAN_OPINION;
    if (receivedOn !== null && limitOn !== null) add(rule.id, receivedOn, limitOn, "提出意见的期限", id);
  }
  if (standing.state === "awaitingFee" && standing.fee?.receivedOn != null && standing.fee.payBy !== null)
    add(FEE_PAYMENT.id, standing.fee.receivedOn, standing.fee.payBy, "缴费期限");
  return limits;
}
