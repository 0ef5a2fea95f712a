import type { CalendarYearEntry } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Mark } from "../../../ui/Mark.tsx";
import { groupDays } from "./group-days.ts";

interface YearListProps {
  readonly years: readonly CalendarYearEntry[];
  /** Address of the page on which a year is changed; undefined: may not. */
  readonly edit: string | undefined;
}

/** The years whose days are known, each with the notices it rests on. */
export function YearList({ years, edit }: YearListProps) {
  return (
    <div className="years">
      {years.map((entry, index) => (
        <details key={entry.year} className="panel year" open={index === 0}>
          <summary>
            <h2>{entry.year} 年</h2>
            <Mark tone={entry.source === "official" ? "plain" : "notice"}>{entry.source === "official" ? "随程序提供" : "管理员录入"}</Mark>
          </summary>
          <Year entry={entry} />
          {edit === undefined ? null : (
            <Link to={edit} search={{ year: entry.year }}>
              修改 {entry.year} 年
            </Link>
          )}
        </details>
      ))}
    </div>
  );
}

function Year({ entry: { content } }: { readonly entry: CalendarYearEntry }) {
  const workDays = Object.entries(content.workDays).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return (
    <>
      <ul>
        {content.notices.map(({ title, number, publishedOn }) => (
          <li key={`${title}${number}`}>
            《{title}》{number === "" ? "" : `（${number}）`}，{publishedOn}
          </li>
        ))}
      </ul>
      <dl className="facts">
        <dt>放假</dt>
        <dd>
          <ul className="plain">
            {groupDays(content.holidays).map(({ name, from, until, days }) => (
              <li key={from}>
                {name}：{from === until ? from : `${from} 至 ${until}`}，{days} 天
              </li>
            ))}
          </ul>
        </dd>
        <dt>调休上班</dt>
        <dd>{workDays.length === 0 ? "无" : workDays.map(([date, name]) => `${date}（${name}）`).join("、")}</dd>
      </dl>
    </>
  );
}
