import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { figuresQuery } from "../api/figures.ts";
import { countOutcomes, handlerChart, monthChart, onTimeChart, outcomeChart, shareOnTime } from "../chart-options.ts";
import { Chart } from "../components/Chart.tsx";
import type { ChartOption } from "../components/draw-chart.ts";
import { SmallTable } from "../components/SmallTable.tsx";
import { YearBar } from "../components/YearBar.tsx";
import { YearQuery } from "../year-query.ts";
import "../figures.css";

/** 年度统计: charts of a year, each with its figures beside it. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(YearQuery);
  const year = query.year ?? Number(today().slice(0, 4));
  const { data: figures } = useSuspenseQuery(figuresQuery(useHttp(), organ.code, year));
  const { byMonth, onTime, byHandler } = figures;
  const outcomes = useMemo(() => countOutcomes(figures), [figures]);
  const options = useMemo(
    () => ({
      months: monthChart(byMonth),
      outcomes: outcomeChart(outcomes),
      onTime: onTimeChart(onTime),
      handlers: handlerChart(byHandler),
    }),
    [byMonth, outcomes, onTime, byHandler],
  );
  const share = shareOnTime(onTime);
  return (
    <PageShell title="年度统计" lead={`${year}年收到和答复的申请。`}>
      <YearBar agency={organ.code} year={year} here="figures/statistics" onYear={(chosen) => change({ year: chosen })} />
      <Charted title="各月收到和答复" option={options.months}>
        <SmallTable
          caption="各月收到和答复"
          rows={byMonth}
          keyOf={({ month }) => String(month)}
          columns={[
            { key: "month", title: "月份", show: ({ month }) => `${month}月` },
            { key: "received", title: "收到", show: ({ received }) => received },
            { key: "answered", title: "答复", show: ({ answered }) => answered },
          ]}
          empty={null}
        />
      </Charted>
      <Charted title="答复的结果" option={outcomes.length === 0 ? undefined : options.outcomes}>
        <SmallTable
          caption="答复的结果"
          rows={outcomes}
          keyOf={({ row }) => row}
          columns={[
            { key: "label", title: "结果", show: ({ label }) => label },
            { key: "count", title: "件数", show: ({ count }) => count },
          ]}
          empty={<p>这一年还没有答复的申请。</p>}
        />
      </Charted>
      <Charted title="是否按期" option={onTime.answered === 0 ? undefined : options.onTime}>
        <dl className="facts">
          <dt>答复</dt>
          <dd>{onTime.answered} 件</dd>
          <dt>逾期答复</dt>
          <dd>{onTime.late} 件</dd>
          <dt>按期率</dt>
          <dd>{share === undefined ? "—" : `${share}%`}</dd>
          <dt>平均用时</dt>
          <dd>{onTime.averageDays === null ? "—" : `${onTime.averageDays} 天（自然日）`}</dd>
        </dl>
      </Charted>
      <Charted title="各承办人的办理情况" option={byHandler.length === 0 ? undefined : options.handlers} tall={byHandler.length}>
        <SmallTable
          caption="各承办人的办理情况"
          rows={byHandler}
          keyOf={({ id }) => id ?? "nobody"}
          columns={[
            { key: "name", title: "承办人", show: ({ name }) => name },
            { key: "open", title: "现在未答复", show: ({ open, overdue }) => (overdue === 0 ? open : `${open}（逾期 ${overdue}）`) },
            { key: "received", title: "本年收到", show: ({ received }) => received },
            { key: "answered", title: "本年答复", show: ({ answered, late }) => (late === 0 ? answered : `${answered}（逾期 ${late}）`) },
            { key: "days", title: "平均用时（自然日）", show: ({ averageDays }) => averageDays ?? "—" },
          ]}
          empty={<p>这一年还没有交办的申请。</p>}
        />
      </Charted>
    </PageShell>
  );
}

function Charted({
  title,
  option,
  tall = 0,
  children,
}: {
  readonly title: string;
  readonly option: ChartOption | undefined;
  /** Rows of the chart, when it must grow with them. */
  readonly tall?: number;
  readonly children: ReactNode;
}) {
  return (
    <section className="panel charted">
      <h2>{title}</h2>
      {option === undefined ? null : <Chart option={option} rows={tall} />}
      <div>{children}</div>
    </section>
  );
}
