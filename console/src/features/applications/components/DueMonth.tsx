import type { ListedApplication } from "@gongkai/server/contract";
import { describeWeekday, type PlainDate } from "@gongkai/statute";
import { Link } from "@tanstack/react-router";
import { organPath } from "../../../lib/feature.ts";
import type { MonthDay } from "../month.ts";
import { UrgencyMark } from "./UrgencyMark.tsx";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

interface DueMonthProps {
  readonly agency: string;
  readonly month: string;
  readonly today: string;
  readonly weeks: readonly (readonly MonthDay<ListedApplication>[])[];
}

/** A month with what is due on its days; on a narrow screen only the days that have something, as a list. */
export function DueMonth({ agency, month, today, weeks }: DueMonthProps) {
  return (
    <table className="month">
      <caption className="visually-hidden">{month} 到期的申请</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              周{day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map(({ date, isInMonth, isWorkingDay, items }) => (
              <td key={date} className={classOf({ isInMonth, isWorkingDay, isToday: date === today, isEmpty: items.length === 0 })}>
                <p className="month-day">
                  <time dateTime={date}>{Number(date.slice(8))}</time>
                  <span className="month-weekday">{describeDate(date)}</span>
                  {isWorkingDay ? null : <small>休</small>}
                  {date === today ? <small>今天</small> : null}
                </p>
                <ul className="plain">
                  {items.map((item) => (
                    <li key={item.id}>
                      <Link to={organPath(agency, `applications/${item.id}`)}>{item.summary}</Link>
                      <UrgencyMark application={item} />
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeDate(date: PlainDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${describeWeekday(date)}`;
}

function classOf(day: Readonly<Record<string, boolean>>): string {
  const names = [
    [day["isInMonth"] !== true, "month-other"],
    [day["isWorkingDay"] !== true, "month-off"],
    [day["isToday"] === true, "month-today"],
    [day["isEmpty"] === true, "month-empty"],
  ] as const;
  return names
    .filter(([is]) => is)
    .map(([, name]) => name)
    .join(" ");
}
