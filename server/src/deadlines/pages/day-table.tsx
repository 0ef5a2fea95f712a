import type { ShownDay } from "../answer.ts";

/** Every day in a line: its date, whether it counts, and why. */
export function DayTable({ days }: { days: readonly ShownDay[] }) {
  return (
    <table class="day-table" aria-labelledby="day-list-heading">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">计入</th>
          <th scope="col">原因</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, mark, number, reason, isEnd }) => (
          <tr class={mark === "counted" ? "" : "day-table__skipped"}>
            <th scope="row">{date}</th>
            <td>{mark === "counted" ? (number === null ? "计" : `第${number}日`) : "不计"}</td>
            <td>
              {reason}
              {isEnd ? <strong>，期限届满</strong> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
