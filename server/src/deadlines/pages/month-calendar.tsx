import type { ShownDay } from "../answer.ts";
import type { GridDay, Month } from "../month-grid.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;

/** A month on the wall: every day of the limit bears a word and a pattern, so that nobody depends on its colour. */
export function MonthCalendar({ month: { name, isAssumed, weeks } }: { month: Month }) {
  return (
    <table class="month">
      <caption>
        {name}
        {isAssumed ? <span class="deadline-tag">暂定：放假安排未公布</span> : null}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th scope="col">
              <span class="visually-hidden">周</span>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <Day day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { day: GridDay | null }) {
  if (day === null) return <td class="month__day month__day--none" />;
  const { shown } = day;
  if (shown === undefined)
    return (
      <td class="month__day month__day--outside">
        <span class="month__number">{day.day}</span>
      </td>
    );
  const classes = ["month__day", `mark--${shown.mark}`];
  if (shown.isStart) classes.push("mark--start");
  if (shown.isEnd) classes.push("mark--end");
  if (shown.isMakeUp) classes.push("mark--make-up");
  return (
    <td class={classes.join(" ")}>
      <span class="month__number">{day.day}</span>
      <span class="month__mark">{wordOf(shown)}</span>
      {shown.isEnd ? <span class="month__mark">届满</span> : null}
      {shown.isMakeUp ? <span class="month__mark">调班</span> : null}
    </td>
  );
}

const WORDS = { counted: "计", weekend: "休", holiday: "放假", paused: "征询", stopped: "停" } as const satisfies Record<
  ShownDay["mark"],
  string
>;

function wordOf({ mark, isStart, number }: ShownDay): string {
  if (isStart) return "起";
  return mark === "counted" && number !== null ? `第${number}` : WORDS[mark];
}

const MEANINGS = [
  ["start", "起", "起算日，当日不计"],
  ["counted", "第1", "计入期限的第几日"],
  ["make-up", "调班", "调休上班的周六、周日，计入"],
  ["weekend", "休", "周六、周日，不计"],
  ["holiday", "放假", "节假日，不计"],
  ["paused", "征询", "征求意见期间，不计"],
  ["stopped", "停", "期限停止，不计"],
  ["end", "届满", "期限的最后一日"],
] as const;

/** The marks that occur, with their meaning. */
export function Legend({ days }: { days: readonly ShownDay[] }) {
  const occurs = (mark: string): boolean =>
    days.some(({ mark: own, isStart, isEnd, isMakeUp }) => {
      if (mark === "start") return isStart;
      if (mark === "end") return isEnd;
      return mark === "make-up" ? isMakeUp : own === mark && !isStart;
    });
  return (
    <ul class="deadline-legend">
      {MEANINGS.filter(([mark]) => occurs(mark)).map(([mark, word, meaning]) => (
        <li>
          <span class={`deadline-legend__mark mark--${mark}`} aria-hidden="true">
            {word}
          </span>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
