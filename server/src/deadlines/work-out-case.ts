import {
  addDays,
  type Calendar,
  type CaseEvent,
  type CaseStatus,
  daysBetween,
  describeHistoryDay,
  describeIrregularity,
  EVENT_WORDS,
  foldCase,
  getOutcome,
  getRule,
  type HistoryDay,
  inWords,
  listActs,
  listHistoryDays,
  type PlainDate,
  ROLE_WORDS,
  STATE_WORDS,
} from "@gongkai/statute";
import { type Answer, type Fact, MOST_DAYS, type OfferedAct, type ShownDay, type Worked } from "./answer.ts";
import { type Asked, CHANNEL_WORDS, type Stage, STAGE_WORDS } from "./asked.ts";
import { CONSULTED_WORDS, readRows } from "./case-rows.ts";
import { dateProblem, readDate } from "./read-date.ts";
import { markOf, startDay } from "./work-out-days.ts";

/** A whole history: where it stands, until when, and why. */
export function workOutCase(asked: Asked, { calendar, today }: { readonly calendar: Calendar; readonly today: PlainDate }): Worked {
  const on = asked.on === "" ? today : readDate(asked.on);
  const read = readRows(asked);
  if (on === undefined || !read.ok) {
    const wrongDay = on === undefined ? [{ field: "on", message: dateProblem(asked.on, "计算到哪一天") }] : [];
    return { ok: false, problems: [...wrongDay, ...(read.ok ? [] : read.problems)] };
  }
  const { application } = read;
  const status = foldCase(application, { today: on, calendar });
  const first = application.events.reduce((earliest, event) => (event.on < earliest ? event.on : earliest), on);
  // Counted before they are listed: a slip of the pen in a year must not cost a century of days.
  const isLong = daysBetween(first, status.dueOn ?? on) > MOST_DAYS;
  const days = isLong ? [] : listHistoryDays(application, { today: on, calendar });
  const later = application.events.filter((event) => event.on > on).length;
  const answer: Answer = {
    name: "答复期限",
    on: status.dueOn,
    ...(status.dueOn === null ? { instead: insteadOf(status) } : {}),
    isProvisional: status.provisional,
    isOverdue: status.overdue,
    asked: [
      { name: "提交方式", value: CHANNEL_WORDS[application.channel] },
      { name: "计算到", value: `${inWords(on)}${asked.on === "" ? "（今天）" : ""}` },
      ...application.events.map((event): Fact => ({ name: inWords(event.on), value: tellEvent(event) })),
    ],
    facts: listFacts(status),
    remarks: [
      ...(later === 0 ? [] : [`有${later}个事项晚于${inWords(on)}，没有计入。`]),
      ...status.irregularities.map((irregularity) => `${inWords(irregularity.on)}${describeIrregularity(irregularity)}`),
    ],
    because: status.because.map(({ rule, cites, text }) => ({ text, cites, confidence: getRule(rule).confidence })),
    acts: listOffered(application, { today: on, calendar }),
    days: showHistory(days, status),
    isLong,
  };
  return { ok: true, answer };
}

function insteadOf({ state, openConsultations }: CaseStatus): string {
  const open = openConsultations.flatMap(({ limitOn }) => (limitOn === null ? [] : [inWords(limitOn)]));
  if (state !== "consulting") return `现在不计算期限：${STATE_WORDS[state]}`;
  return `现在不计算期限：正在征求意见${open.length === 0 ? "" : `，对方最迟于${open.join("、")}前提出`}`;
}

function listFacts({ state, receivedOn, usedDays, leftDays, outcome, row, overdue }: CaseStatus): readonly Fact[] {
  const left = leftDays === null ? "" : leftDays < 0 ? `，已超${-leftDays}个` : `，剩余${leftDays}个`;
  return [
    { name: "状态", value: STATE_WORDS[state] },
    { name: "收到申请之日", value: receivedOn === null ? "尚未确定" : inWords(receivedOn) },
    ...(receivedOn === null ? [] : [{ name: "已用工作日", value: `${usedDays}个${left}` }]),
    ...(overdue ? [{ name: "是否逾期", value: "已逾期" }] : []),
    ...(outcome === null ? [] : [{ name: "办理结果", value: getOutcome(outcome).label }]),
    ...(row === null ? [] : [{ name: "年度报告表三", value: row }]),
  ];
}

function listOffered(
  application: Parameters<typeof listActs>[0],
  on: { readonly today: PlainDate; readonly calendar: Calendar },
): readonly OfferedAct[] {
  return listActs(application, on).flatMap(({ permitted, label, by, proposedBy, approvedBy, consequence, cites, warnings }) => {
    if (!permitted) return [];
    const proposed = proposedBy === undefined ? "" : `（${ROLE_WORDS[proposedBy]}提出）`;
    const approved = approvedBy === undefined ? "" : `，经${ROLE_WORDS[approvedBy]}同意`;
    const who = `${by.map((role) => ROLE_WORDS[role]).join("、")}${proposed}${approved}`;
    return [{ label, by: who, consequence, cites, remarks: warnings.map(({ text }) => text) }];
  });
}

function showHistory(days: readonly HistoryDay[], { dueOn }: CaseStatus): readonly ShownDay[] {
  const [first] = days;
  const shown = days.map((day): ShownDay => {
    return {
      date: day.date,
      mark: day.stoppedFor === null ? markOf(day) : "stopped",
      isMakeUp: day.counts && day.kind === "makeUp",
      isAssumed: day.assumed,
      number: day.number,
      reason: describeHistoryDay(day),
      isStart: false,
      isEnd: day.date === dueOn,
    };
  });
  if (first === undefined) return shown;
  const submittedOn = startDay(addDays(first.date, -1));
  return [{ ...submittedOn, reason: submittedOn.reason.replace("起算日，当日不计", "提交申请，当日不计") }, ...shown];
}

/** An event with what was told of it, for paper. */
function tellEvent(event: CaseEvent): string {
  if (event.type === "noted") return Object.hasOwn(STAGE_WORDS, event.name) ? STAGE_WORDS[event.name as Stage] : event.name; // its own key
  const details = listDetails(event);
  return `${EVENT_WORDS[event.type]}${details.length === 0 ? "" : `（${details.join("，")}）`}`;
}

function listDetails(event: CaseEvent): readonly string[] {
  switch (event.type) {
    case "correctionAsked":
      return event.by === undefined ? [] : [`期限至${inWords(event.by)}`];
    case "consultationSent":
      return [CONSULTED_WORDS[event.with], ...(event.receivedOn === undefined ? [] : [`${inWords(event.receivedOn)}收到`])];
    case "opinionReceived":
    case "opinionExpired":
      return [`第${event.id}项`];
    case "extended":
      return [`${event.days}个工作日`];
    case "feeNotified":
      return event.receivedOn === undefined ? [] : [`${inWords(event.receivedOn)}收到`];
    case "replied":
      return [getOutcome(event.outcome).label];
    case "reopened":
      return event.days === undefined ? [] : [`${event.days}个工作日`];
    default:
      return [];
  }
}
