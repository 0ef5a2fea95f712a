import type { ApplicationPage } from "@gongkai/server/contract";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";

type Clock = ApplicationPage["clock"];

const DAYS: readonly Column<Clock["days"][number]>[] = [
  { key: "date", title: "日期", narrow: true, show: ({ date }) => date },
  { key: "counts", title: "计入", narrow: true, show: ({ counts }) => (counts ? "计入" : "不计") },
  { key: "reason", title: "原因", show: ({ reason }) => reason },
];

/** Why the answer is due on that day: the rules with their articles, and every day on request. */
export function CaseClock({
  clock,
  dueOn,
  isDecided,
}: {
  readonly clock: Clock;
  readonly dueOn: string | null;
  readonly isDecided: boolean;
}) {
  return (
    <section className="panel">
      <h2>期限是怎样算的</h2>
      <p>
        已用 {clock.usedDays} 个工作日
        {isDecided ? "，已经答复。" : dueOn === null ? "，现在没有期限在走。" : `，${dueOn} 到期。`}
      </p>
      <ul className="because">
        {clock.because.map(({ rule, text, cites }) => (
          <li key={`${rule}-${text}`}>
            {text}
            <small>{cites}</small>
          </li>
        ))}
      </ul>
      {clock.irregularities.map((sentence) => (
        <p key={sentence} className="outlook-warning">
          {sentence}
        </p>
      ))}
      {clock.days.length === 0 ? null : (
        <details>
          <summary>逐日说明（{clock.days.length} 天）</summary>
          <div className="scroll-list tall" tabIndex={0} role="region" aria-label="逐日说明">
            <ListTable caption="期限内的每一天" columns={DAYS} rows={clock.days} keyOf={({ date }) => date} empty={null} />
          </div>
        </details>
      )}
    </section>
  );
}
