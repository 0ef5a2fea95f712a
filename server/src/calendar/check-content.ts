import {
  addDays,
  type CalendarRefusal,
  type CalendarYear,
  createCalendar,
  inWords,
  isPlainDate,
  parseCalendarYear,
  type PlainDate,
  plainDate,
  weekdayOf,
} from "@gongkai/statute";

/** What is wrong, where it stands in what was sent, in Chinese. */
export interface ContentIssue {
  readonly path: string;
  readonly message: string;
}

export type CheckedContent =
  | { readonly ok: true; readonly content: CalendarYear }
  | { readonly ok: false; readonly issues: readonly ContentIssue[] };

const REFUSALS = {
  "not-a-calendar": "不是一份放假安排：应有年份、通知、放假日和调休上班日。",
  "day-outside-year": "有日期不在这一年内。",
  "no-holidays": "没有填写放假日。",
  "no-notice": "没有填写所依据的通知。",
} as const satisfies Record<CalendarRefusal, string>;

/** Looks at a year's holidays before they are kept: everything that is wrong at once. */
export function checkContent(value: unknown, year: number): CheckedContent {
  const parsed = parseCalendarYear(value);
  const issues = [...listDayIssues(value, year)];
  if (!parsed.ok) {
    // Of a day that is wrong statute says no more than that; here it is said of which.
    const isTold = (parsed.refusal === "day-outside-year" || parsed.refusal === "not-a-calendar") && issues.length > 0;
    return { ok: false, issues: isTold ? issues : [{ path: "/content", message: REFUSALS[parsed.refusal] }, ...issues] };
  }
  if (parsed.value.year !== year)
    issues.unshift({ path: "/content/year", message: `内容是${parsed.value.year}年的，与所选的${year}年不符。` });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, content: parsed.value };
}

function listDayIssues(value: unknown, year: number): readonly ContentIssue[] {
  const { holidays, workDays } = (value ?? {}) as { holidays?: object; workDays?: object }; // the schema at the door saw to the shape
  const [off, worked] = [Object.keys(holidays ?? {}), Object.keys(workDays ?? {})];
  return [
    ...off.flatMap((day) => dayIssue(`/content/holidays/${day}`, day, year)),
    ...worked.flatMap((day) => {
      const path = `/content/workDays/${day}`;
      const issue = dayIssue(path, day, year);
      if (issue.length > 0 || !isPlainDate(day)) return issue;
      if (off.includes(day)) return [{ path, message: `${inWords(day)}既列为放假日，又列为上班日。` }];
      return weekdayOf(day) > 5 ? [] : [{ path, message: `${inWords(day)}不是周六、周日，不必列为调休上班日。` }];
    }),
  ];
}

function dayIssue(path: string, day: string, year: number): readonly ContentIssue[] {
  if (!isPlainDate(day)) return [{ path, message: `“${day}”不是日期，应如 ${year}-01-01。` }];
  return day.startsWith(`${year}-`) ? [] : [{ path, message: `${inWords(day)}不在${year}年内。` }];
}

/** What should be looked at once more: days the law itself makes holidays that are not off, few days off in a row of weekends worked. */
export function listWarnings(content: CalendarYear): readonly string[] {
  const byLaw = createCalendar([]);
  const missing: string[] = [];
  for (let day: PlainDate = plainDate(`${content.year}-01-01`); day.startsWith(String(content.year)); day = addDays(day, 1)) {
    const { kind, name = "" } = byLaw.describeDay(day);
    if (kind === "holiday" && content.holidays[day] === undefined) missing.push(`${inWords(day)}是法定节日（${name}），未列为放假日。`);
  }
  const noName = Object.entries(content.holidays).filter(([, name]) => name.trim() === "");
  return [...missing, ...(noName.length === 0 ? [] : [`有${noName.length}个放假日没有写明节日名称。`])];
}
