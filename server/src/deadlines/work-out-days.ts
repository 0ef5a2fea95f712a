import {
  type Calendar,
  type CountedDay,
  describeDay,
  describeWeekday,
  endOfLimit,
  explainDeadline,
  getRule,
  inWords,
  isProvisional,
  lastDayInTime,
  listDays,
  LONGEST_LIMIT,
  type PlainDate,
  reportDueOn,
  yearOf,
} from "@gongkai/statute";
import { type Answer, MOST_DAYS, type Problem, type Reason, type ShownDay, type Worked } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { findNamedLimit, type NamedLimit, startOf } from "./named-limits.ts";
import { dateProblem, readDate } from "./read-date.ts";

const PROVISIONAL = "期限跨入放假安排尚未公布的年份，暂按法定节假日推算；通知公布后请重新计算。";
const NOTHING = { facts: [], acts: [], isOverdue: false } as const;

/** From a date, so many working days. */
export function workOutDays({ from: typed, workingDays }: Asked, calendar: Calendar): Worked {
  const from = readDate(typed);
  const problems: Problem[] = [];
  if (from === undefined) problems.push({ field: "from", message: dateProblem(typed, "起算日") });
  const number = /^\d{1,6}$/.test(workingDays) ? Number(workingDays) : Number.NaN;
  const isLength = number >= 1 && number <= LONGEST_LIMIT;
  if (!isLength) {
    const message = workingDays === "" ? "请填写工作日数。" : `工作日数“${workingDays}”不对，应为 1 到 ${LONGEST_LIMIT} 之间的整数。`;
    problems.push({ field: "workingDays", message });
  }
  if (from === undefined || !isLength) return { ok: false, problems };
  const deadline = explainDeadline(calendar, from, number);
  if (!deadline.ok) return { ok: false, problems: [{ field: "workingDays", message: "期限超出可以推算的范围（2199年）。" }] };
  const { on, provisional, days } = deadline.value;
  const answer: Answer = {
    ...NOTHING,
    name: "期限届满",
    on,
    isProvisional: provisional,
    asked: [
      { name: "起算日", value: inWords(from) },
      { name: "期限", value: `${number}个工作日` },
    ],
    remarks: provisional ? [PROVISIONAL] : [],
    because: reasons(["first-day", "working-day", ...(provisional ? ["assumed-holidays"] : [])]),
    ...show(from, on, days, (day, count) => (day.counts ? count : null)),
    json: `/api/v1/deadline?from=${from}&workingDays=${number}`,
  };
  return { ok: true, answer };
}

/** From a date, a limit of the law. */
export function workOutLimit({ from: typed, limit }: Asked, calendar: Calendar): Worked {
  const from = readDate(typed);
  const named = findNamedLimit(limit);
  const problems: Problem[] = [];
  if (named === undefined) problems.push({ field: "limit", message: "请选择是哪一种期限。" });
  if (from === undefined) problems.push({ field: "from", message: dateProblem(typed, "起算日") });
  if (named === undefined || from === undefined) return { ok: false, problems };
  const { rule } = named;
  if (rule.kind === "yearlyDate") return { ok: true, answer: workOutReport(named, yearOf(from), reportDueOn(rule, yearOf(from))) };
  const inWorkingDays = rule.length.unit === "workingDays";
  const ends = endOfLimit(rule, from, calendar);
  const on = named.isOfProceedings ? lastDayInTime(ends, calendar) : ends;
  const isUnsure = (inWorkingDays || on !== ends) && isProvisional(calendar, from, on);
  const days = listDays(calendar, from, on);
  const shown = inWorkingDays
    ? show(from, on, days, (day, count) => (day.counts ? count : null))
    : show(from, on, days, (day, _count, index) => (rule.length.unit === "days" && day.date <= ends ? index + 1 : null), ends);
  const answer: Answer = {
    ...NOTHING,
    name: named.label,
    on,
    isProvisional: isUnsure,
    asked: [
      { name: "期限", value: named.label },
      { name: startOf(named), value: inWords(from) },
    ],
    remarks: [
      ...(inWorkingDays ? [] : ["本期限按日历计算，不扣除节假日。"]),
      ...(on === ends ? [] : [`按日计算至${inWords(ends)}届满，当日休息，顺延至其后第一个工作日。`]),
      ...(isUnsure ? [PROVISIONAL] : []),
    ],
    because: reasons([
      rule.id,
      ...(inWorkingDays ? ["first-day", "working-day"] : []),
      ...(on === ends ? [] : ["last-day-off"]),
      ...(isUnsure ? ["assumed-holidays"] : []),
    ]),
    ...shown,
  };
  return { ok: true, answer };
}

function workOutReport({ rule, label }: NamedLimit, year: number, on: PlainDate): Answer {
  return {
    ...NOTHING,
    name: label,
    on,
    isProvisional: false,
    asked: [
      { name: "期限", value: label },
      { name: "报告年度", value: `${year}年` },
    ],
    remarks: [`${year}年度的报告应在${inWords(on)}前（含当日）公布；这是固定日期，遇休息日不顺延。`],
    because: reasons([rule.id]),
    days: [],
    isLong: false,
  };
}

export function reasons(ids: readonly string[]): readonly Reason[] {
  return ids.map((id) => {
    const { says, cites, confidence } = getRule(id);
    return { text: says, cites, confidence };
  });
}

/** The day it runs from, then each day to the last, numbered as `numberOf` says. Days past `ends` are those it is put off by. */
function show(
  from: PlainDate,
  on: PlainDate,
  days: readonly CountedDay[],
  numberOf: (day: CountedDay, count: number, index: number) => number | null,
  ends?: PlainDate,
): Pick<Answer, "days" | "listed" | "isLong"> {
  if (days.length > MOST_DAYS) return { days: [], isLong: true };
  let count = 0;
  const shown = days.map((day, index): ShownDay => {
    if (day.counts) count++;
    const byCalendar = ends !== undefined;
    const isPutOff = byCalendar && day.date > ends;
    const reason = byCalendar ? `${describeWeekday(day.date)}，${isPutOff ? "顺延" : "按日历计算"}` : describeDay(day);
    const mark = byCalendar ? (isPutOff && day.date !== on ? markOf(day) : "counted") : markOf(day);
    return {
      date: day.date,
      mark,
      isMakeUp: !byCalendar && day.kind === "makeUp",
      isAssumed: day.assumed && !byCalendar,
      number: numberOf(day, count, index),
      reason,
      isStart: false,
      isEnd: day.date === on,
    };
  });
  const all = [startDay(from), ...shown];
  if (ends === undefined) return { days: all, isLong: false };
  return { days: all, listed: all.filter(({ date, isStart }) => isStart || date >= ends), isLong: false };
}

/** The day a limit runs from: never counted. */
export function startDay(date: PlainDate): ShownDay {
  return {
    date,
    mark: "stopped",
    isMakeUp: false,
    isAssumed: false,
    number: null,
    reason: `${describeWeekday(date)}，起算日，当日不计`,
    isStart: true,
    isEnd: false,
  };
}

export function markOf(day: CountedDay): ShownDay["mark"] {
  if (day.counts) return "counted";
  if (day.works) return "paused";
  return day.kind === "holiday" ? "holiday" : "weekend";
}
