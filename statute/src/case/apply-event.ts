import type { Calendar } from "../calendar/calendar.ts";
import { FEE_PAYMENT, ORGAN_OPINION, REPLY, REPLY_AGAIN, THIRD_PARTY_OPINION } from "../limits/application-limits.ts";
import { endOfLimit, type Limit } from "../limits/limit.ts";
import { later, type PlainDate } from "../plain-date.ts";
import { type Channel, receiptRule } from "../receipt/receipt.ts";
import { getOutcome } from "../outcomes/outcomes.ts";
import type { CaseEvent, EventType } from "./case-file.ts";
import { findObjection, type Objection } from "./find-objection.ts";
import { unanswered } from "./permitted.ts";
import type { CaseState, Standing } from "./standing.ts";
import { inWords } from "../words/in-words.ts";

interface Context {
  readonly channel: Channel;
  readonly calendar: Calendar;
}

/** Moves the standing by one event. What the law does not allow is put down as an irregularity. */
export function applyEvent(standing: Standing, event: CaseEvent, context: Context): void {
  if (event.type === "noted") return note(standing, event.name);
  if (standing.state === "submitted" && IMPLIES_RECEIPT.has(event.type)) {
    // An organ that acts on an application has it: what it did stands, counted as received that day.
    put(standing, event, { problem: "not-confirmed", effect: "recorded" });
    receive(standing, event.on, context);
  }
  const objection = findObjection(standing, event, context.calendar);
  if (objection !== undefined) put(standing, event, objection);
  if (objection?.effect !== "none") carryOut(standing, event, context);
}

const IMPLIES_RECEIPT: ReadonlySet<EventType> = new Set([
  "correctionAsked",
  "reasonsAsked",
  "consultationSent",
  "extended",
  "feeNotified",
  "replied",
]);

function put({ irregularities }: Standing, { type, on }: Exclude<CaseEvent, { type: "noted" }>, objection: Objection): void {
  irregularities.push({ type, on, ...objection });
}

/** The stage of the work a note may name; it never moves the clock. */
const STAGES: Readonly<Record<string, { readonly from: readonly CaseState[]; readonly to: CaseState }>> = {
  registered: { from: ["received"], to: "registered" },
  assigned: { from: ["received", "registered"], to: "handling" },
  drafted: { from: ["received", "registered", "handling", "reopened"], to: "approval" },
  returned: { from: ["approval"], to: "handling" },
};

/** Whether a note of that name moves the work on; others move nothing. */
export function isStage(name: string): boolean {
  return Object.hasOwn(STAGES, name);
}

function note(standing: Standing, name: string): void {
  const stage = isStage(name) ? STAGES[name] : undefined;
  if (stage?.from.includes(standing.state) === true) standing.state = stage.to;
}

function carryOut(standing: Standing, event: Exclude<CaseEvent, { type: "noted" }>, context: Context): void {
  const { calendar, channel } = context;
  switch (event.type) {
    case "submitted":
      standing.submittedOn = event.on;
      standing.state = "submitted";
      if (receiptRule(channel).by === "submitted") receive(standing, event.on, context);
      return;
    case "confirmed":
      return receive(standing, event.on, context);
    case "correctionAsked":
      standing.correction = { by: event.by ?? null };
      stop(standing, "awaitingCorrection", event.on);
      return say(
        standing,
        "correction-stops",
        `${inWords(event.on)}告知补正${event.by === undefined ? "" : `，申请人应于${inWords(event.by)}前补正`}，等待补正期间不计算期限。`,
      );
    case "corrected":
      start(standing, event.on, REPLY);
      return say(standing, "correction-restarts", `${inWords(event.on)}收到补正的申请，答复期限重新计算。`);
    case "correctionExpired":
      say(standing, "correction-stops", `申请人逾期未补正，${inWords(event.on)}起不再处理。`);
      return end(standing, "abandoned", event.on, "otherHandling.uncorrected");
    case "reasonsAsked":
      standing.state = "awaitingReasons";
      return say(standing, "reasons-keep-running", `${inWords(event.on)}要求申请人说明理由，期限照常计算。`);
    case "reasonsGiven":
      standing.state = "handling";
      return;
    case "consultationSent": {
      const rule = event.with === "thirdParty" ? THIRD_PARTY_OPINION : ORGAN_OPINION;
      const receivedOn = event.receivedOn === undefined ? null : later(event.receivedOn, event.on);
      const limitOn = receivedOn === null ? null : endOfLimit(rule, receivedOn, calendar);
      standing.consultations.push({ id: event.id, with: event.with, sentOn: event.on, receivedOn, limitOn, endedOn: null });
      standing.state = "consulting";
      const until = limitOn === null ? "" : `，对方最迟于${inWords(limitOn)}前提出意见`;
      return say(
        standing,
        "consultation-pauses",
        `${inWords(event.on)}征求${event.with === "thirdParty" ? "第三方" : "其他机关"}意见${until}，所需时间不计算在期限内。`,
      );
    }
    case "opinionReceived":
    case "opinionExpired": {
      let isLast = true;
      for (const consultation of unanswered(standing)) {
        if (consultation.id === event.id) consultation.endedOn = event.on;
        else isLast = false;
      }
      if (standing.state === "consulting" && isLast) standing.state = "handling";
      const what = event.type === "opinionReceived" ? `${inWords(event.on)}收到意见` : "对方逾期未提出意见";
      return say(standing, "consultation-pauses", isLast ? `${what}，征求意见结束，期限继续计算。` : `${what}，仍有其他征求意见未结束。`);
    }
    case "extended":
      standing.wasExtended = true;
      if (standing.limit !== null) standing.limit.length += event.days;
      return say(standing, "extension", `${inWords(event.on)}延长答复期限${event.days}个工作日。`);
    case "feeNotified": {
      const payBy = event.receivedOn === undefined ? null : endOfLimit(FEE_PAYMENT, event.receivedOn, calendar);
      standing.fee = { receivedOn: event.receivedOn ?? null, payBy };
      stop(standing, "awaitingFee", event.on);
      return say(
        standing,
        "fee-stops",
        `${inWords(event.on)}发出收费通知${payBy === null ? "" : `，申请人应于${inWords(payBy)}前缴纳`}，等待缴费期间不计算期限。`,
      );
    }
    case "feePaid":
      start(standing, event.on, REPLY);
      return say(standing, "payment-restarts", `${inWords(event.on)}缴费，答复期限自次日起重新计算。`);
    case "feeExpired":
      say(standing, "fee-payment", `申请人逾期未缴费，${inWords(event.on)}起不再处理。`);
      return end(standing, "abandoned", event.on, "otherHandling.unpaid");
    case "replied": {
      const { id, label } = getOutcome(event.outcome);
      standing.article = event.article ?? null;
      end(standing, "decided", event.on, event.outcome);
      return say(standing, id, `${inWords(event.on)}答复：${label}。`);
    }
    case "delivered":
      standing.state = "delivered";
      return;
    case "closed":
      standing.state = "closed";
      return;
    case "withdrawn":
      end(standing, "withdrawn", event.on, "otherHandling.misc");
      return say(standing, "outcome-otherHandling.misc", `${inWords(event.on)}申请人撤回申请。`);
    case "reopened":
      standing.outcome = standing.article = standing.decidedOn = null;
      start(standing, event.on, REPLY_AGAIN, event.days);
      standing.state = "reopened";
      return say(standing, "reply-again", `${inWords(event.on)}被责令重新答复，期限${standing.limit?.length ?? 0}个工作日。`);
  }
}

function say({ grounds }: Standing, rule: string, text: string): void {
  grounds.push({ rule, text });
}

function receive(standing: Standing, on: PlainDate, { channel }: Context): void {
  standing.receivedOn = on;
  start(standing, on, REPLY);
  standing.state = "received";
  standing.grounds.push({ rule: receiptRule(channel).id, text: `${inWords(on)}为收到申请之日。` });
}

/** Starts a new limit. Consultations still open go on holding it up. */
function start(standing: Standing, from: PlainDate, rule: Limit, length = rule.length.number): void {
  standing.limit = { from, length, rule: rule.id };
  standing.stoppedOn = null;
  standing.state = unanswered(standing).length > 0 ? "consulting" : "handling";
}

function stop(standing: Standing, state: CaseState, on: PlainDate): void {
  standing.stoppedOn = on;
  standing.state = state;
}

function end(standing: Standing, state: CaseState, on: PlainDate, outcome: NonNullable<Standing["outcome"]>): void {
  // An answer out of a waiting state was already stopped; the clock shows when.
  standing.stoppedOn ??= on;
  for (const consultation of unanswered(standing)) consultation.endedOn = on;
  standing.state = state;
  standing.decidedOn = on;
  standing.outcome = outcome;
}
