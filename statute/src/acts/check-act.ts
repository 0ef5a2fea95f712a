import type { Calendar } from "../calendar/calendar.ts";
import { applyEvent, isStage } from "../case/apply-event.ts";
import type { ApplicationCase, CaseEvent } from "../case/case-file.ts";
import { foldStanding } from "../case/fold-case.ts";
import { dueOnAsOf, type Irregularity, openConsultationsOn, type Standing } from "../case/standing.ts";
import type { PlainDate } from "../plain-date.ts";
import { getCites } from "../rules.ts";
import { inWords } from "../words/in-words.ts";
import type { Act, ActDetails, ActName, ActRefusalCode, ActWarningCode } from "./act.ts";
import { ACT_REFUSAL_RULES, ACT_REFUSAL_WORDS, ACT_WARNING_WORDS } from "./act-words.ts";
import { getAct } from "./acts.ts";
import { findMissing } from "./find-missing.ts";
import { makeEvents } from "./make-events.ts";

/** A code with its sentence and the article it rests on. */
export interface ActRemark<Code extends string> {
  readonly code: Code;
  readonly text: string;
  readonly cites: string;
}

export interface PermittedAct {
  /** To be appended, in this order. */
  readonly events: readonly CaseEvent[];
  /** To be put on record with them: the act is late, and stands all the same. */
  readonly warnings: readonly ActRemark<ActWarningCode>[];
  /** What happens to the clock, with the date where there is one. */
  readonly consequence: string;
}

export type CheckedAct =
  | { readonly ok: true; readonly value: PermittedAct }
  /** `refusal` is the first of them. */
  | { readonly ok: false; readonly refusal: ActRefusalCode; readonly refusals: readonly ActRemark<ActRefusalCode>[] };

interface On {
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

type Application = Pick<ApplicationCase, "channel" | "events">;

/**
 * Whether an act may be done as the case stands, asked before its events are appended. What it allows, the fold takes
 * without an irregularity beyond the warnings given here. All that is wrong is told at once.
 *
 * @example
 * const checked = checkAct(file, "extend", { by: ["officeHead"], days: 20, reason }, { today, calendar });
 * if (!checked.ok) return checked.refusal; // "extension-twice"
 */
export function checkAct(application: Application, name: ActName, details: ActDetails, { today, calendar }: On): CheckedAct {
  const act = getAct(name);
  const on = details.on ?? today;
  const refusals = new Set<ActRefusalCode>();
  if (!details.by.some((role) => act.by.includes(role))) refusals.add("not-ones-act");
  if (on > today) refusals.add("in-the-future");
  if (application.events.some((event) => event.on > on && isStep(event))) refusals.add("before-last-event");
  const standing = foldStanding(application, { today: on, calendar });
  const judged = judge(act, { standing, application, details, on, calendar });
  for (const code of [...judged.refusals, ...findMissing(name, details, on)]) refusals.add(code);
  const [refusal] = refusals;
  if (refusal !== undefined) {
    const told = [...refusals].map((code) => ({ code, text: ACT_REFUSAL_WORDS[code], cites: citesOf(act, code) }));
    return { ok: false, refusal, refusals: told };
  }
  const { events, warnings, dueOn } = judged;
  const told = warnings.map((code) => ({ code, text: ACT_WARNING_WORDS[code], cites: act.cites }));
  const consequence = dueOn === null ? act.consequence : `${act.consequence}，答复期限至${inWords(dueOn)}`;
  return { ok: true, value: { events, warnings: told, consequence } };
}

/** What an act's guards have against it, leaving aside who does it and what was not filled in. */
export function judge(
  act: Act,
  {
    standing,
    application,
    details,
    on,
    calendar,
  }: {
    readonly standing: Standing;
    readonly application: Application;
    readonly details: Partial<ActDetails>;
    readonly on: PlainDate;
    readonly calendar: Calendar;
  },
): {
  readonly refusals: readonly ActRefusalCode[];
  readonly events: readonly CaseEvent[];
  readonly warnings: readonly ActWarningCode[];
  /** The new last day for the answer, where the act moves it. */
  readonly dueOn: PlainDate | null;
} {
  const none = { events: [], warnings: [], dueOn: null };
  if (!act.from.includes(standing.state)) {
    const isUndecided = act.act === "serve" && BEFORE_DECISION.has(standing.state);
    return { ...none, refusals: [isUndecided ? "not-decided" : "wrong-state"] };
  }
  const own = findOwnRefusal(act.act, { standing, application, details, on });
  if (own !== undefined) return { ...none, refusals: [own] };
  const due = dueOnAsOf(standing, on, calendar);
  const warnings: ActWarningCode[] = [];
  if ((act.act === "sign" || act.act === "answerOnSpot") && due !== null && on > due) warnings.push("reply-late");
  if (act.act === "confirm" && application.channel === "postOrdinary" && standing.submittedOn !== null && on > standing.submittedOn)
    warnings.push("confirmation-late");
  const events = makeEvents(act.act, details, on);
  const known = standing.irregularities.length;
  const after = copyOf(standing);
  for (const event of events) applyEvent(after, event, { channel: application.channel, calendar });
  const refusals: ActRefusalCode[] = [];
  for (const { problem } of after.irregularities.slice(known)) {
    if (isWarning(problem)) warnings.push(problem);
    else refusals.push(problem === "not-permitted" || problem === "not-confirmed" ? "wrong-state" : problem);
  }
  const then = after.stoppedOn === null ? dueOnAsOf(after, on, calendar) : null;
  return { refusals, events, warnings, dueOn: then === due ? null : then };
}

const BEFORE_DECISION: ReadonlySet<string> = new Set(getAct("withdraw").from);

/** Guards the fold does not have, because a record of what took place must be read even where they were not kept. */
function findOwnRefusal(
  name: ActName,
  {
    standing,
    application,
    details,
    on,
  }: {
    readonly standing: Standing;
    readonly application: Application;
    readonly details: Partial<ActDetails>;
    readonly on: PlainDate;
  },
): ActRefusalCode | undefined {
  const isRunning = (limit: PlainDate | null | undefined) => limit !== null && limit !== undefined && on <= limit;
  switch (name) {
    case "expireCorrection":
      return isRunning(standing.correction?.by) ? "limit-not-over" : undefined;
    case "expireFee":
      return isRunning(standing.fee?.payBy) ? "limit-not-over" : undefined;
    case "expireOpinion": {
      const asked = standing.consultations.find(({ id, endedOn }) => id === details.consultation && endedOn === null);
      return isRunning(asked?.limitOn) ? "limit-not-over" : undefined;
    }
    case "consultThirdParty":
    case "consultOrgan":
      return standing.consultations.some(({ id }) => id === details.consultation) ? "consultation-known" : undefined;
    case "findUnclear":
      return standing.correction === null ? "not-corrected" : undefined;
    case "override":
      return hasObjection(application, on) ? undefined : "nothing-to-override";
    case "draftReply":
      return openConsultationsOn(standing, on).length > 0 ? "consultation-open" : undefined;
    default:
      return undefined;
  }
}

function hasObjection({ events }: Application, on: PlainDate): boolean {
  const known = events.filter((event) => event.on <= on);
  const asked = new Set(known.flatMap((event) => (event.type === "consultationSent" && event.with === "thirdParty" ? [event.id] : [])));
  return known.some((event) => event.type === "opinionReceived" && event.position === "object" && asked.has(event.id));
}

const WARNINGS: ReadonlySet<string> = new Set(["correction-late", "corrected-late", "paid-late"]);

function isWarning(problem: Irregularity["problem"]): problem is Extract<ActWarningCode, Irregularity["problem"]> {
  return WARNINGS.has(problem);
}

/** Notes that name no stage move nothing, so a letter that came before one may still be entered after it. */
function isStep(event: CaseEvent): boolean {
  return event.type !== "noted" || isStage(event.name);
}

function copyOf(standing: Standing): Standing {
  return {
    ...standing,
    limit: standing.limit === null ? null : { ...standing.limit },
    consultations: standing.consultations.map((one) => ({ ...one })),
    grounds: [...standing.grounds],
    irregularities: [...standing.irregularities],
  };
}

/** The article an objection of that code rests on. */
export function citesOf(act: Act, code: ActRefusalCode): string {
  const rule = ACT_REFUSAL_RULES[code];
  return rule === undefined ? act.cites : getCites(rule);
}
