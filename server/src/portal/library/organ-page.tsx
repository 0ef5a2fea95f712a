import type { KeyFigureId, KeyFigures, Organ, PublishedReport, ShelvedOrgan } from "../../library/index.ts";
import { DemoMark } from "./demo-mark.tsx";
import { Change, FigureText } from "./figure-text.tsx";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";
import { LineChart } from "./line-chart.tsx";
import { StackedChart } from "./stacked-chart.tsx";

export interface OrganYear {
  readonly published: PublishedReport;
  readonly figures: KeyFigures;
  readonly title: string;
}

export interface OrganPageProps {
  readonly frame: PageFrame;
  readonly found: ShelvedOrgan;
  readonly levels: Readonly<Record<Organ["level"], string>>;
  readonly keyFigures: readonly { readonly id: KeyFigureId; readonly name: string }[];
  /** Oldest first. */
  readonly years: readonly OrganYear[];
}

/** An organ through the years: its reports, its key figures as charts and as a table, the change from year to year. */
export function OrganPage({ frame, found, levels, keyFigures, years }: OrganPageProps) {
  const { organ } = found;
  const demo = found.reports[0]?.demo;
  return (
    <LibraryLayout
      frame={frame}
      title={`${organ.name}历年年度报告`}
      description={`${organ.name}历年的政府信息公开工作年度报告和主要数据。`}
      trail={[{ name: "年报库", href: "/reports" }]}
      alternates={[
        { type: "application/json", href: `/api/v1/reports/${organ.slug}/series.json`, title: "历年数据（JSON）" },
        { type: "text/csv", href: `/api/v1/reports/${organ.slug}/series.csv`, title: "历年数据（CSV）" },
      ]}
    >
      <h1>
        {organ.name} <DemoMark demo={demo} />
      </h1>
      <dl class="facts">
        <div>
          <dt>层级</dt>
          <dd>{levels[organ.level]}</dd>
        </div>
        <div>
          <dt>地区</dt>
          <dd>{organ.regions.join(" ")}</dd>
        </div>
        <div>
          <dt>报告</dt>
          <dd>{years.length} 份</dd>
        </div>
      </dl>
      <h2>各年度报告</h2>
      <ul class="report-list">
        {years.toReversed().map(({ published, title }) => (
          <li>
            <a href={`/reports/${organ.slug}/${published.report.year}`}>{title}</a>
            <span class="report-list__facts">
              {published.report.edition}年版，{published.publishedOn} 发布
            </span>
          </li>
        ))}
      </ul>
      {years.length > 1 ? <Charts years={years} /> : null}
      <h2 id="figures-heading">主要数据</h2>
      <FiguresTable years={years} keyFigures={keyFigures} organ={organ} />
      <p>
        全部单元格的历年数据：<a href={`/api/v1/reports/${organ.slug}/series.csv`}>CSV</a>、
        <a href={`/api/v1/reports/${organ.slug}/series.json`}>JSON</a>。
      </p>
    </LibraryLayout>
  );
}

const RESULTS = [
  { name: "予以公开、部分公开", ids: ["granted", "partial"] },
  { name: "不予公开", ids: ["denied"] },
  { name: "无法提供", ids: ["unavailable"] },
  { name: "不予处理、其他处理", ids: ["unhandled", "otherHandling"] },
] as const satisfies readonly { name: string; ids: readonly KeyFigureId[] }[];

function Charts({ years }: Pick<OrganPageProps, "years">) {
  const labels = years.map(({ published }) => String(published.report.year));
  const valuesOf = (id: KeyFigureId) => years.map(({ figures }) => figures[id]);
  const received = valuesOf("received");
  const from = received[0] ?? null;
  const to = received.at(-1) ?? null;
  const direction = from === null || to === null ? "" : to > from ? "，总体上升" : to < from ? "，总体下降" : "，首尾持平";
  return (
    <>
      <h2>历年变化</h2>
      <div class="charts">
        <LineChart
          id="applications"
          title="新收申请和结转下年（件）"
          summary={`新收申请从${labels[0]}年的${from ?? "不明"}件到${labels.at(-1)}年的${to ?? "不明"}件${direction}。各年数据见下方“主要数据”表。`}
          labels={labels}
          series={[
            { name: "新收申请", values: received },
            { name: "结转下年", values: valuesOf("carriedOut") },
          ]}
        />
        <StackedChart
          id="results"
          title="办理结果（件）"
          summary="各年办结的申请按结果分段。各年数据见下方“主要数据”表。"
          labels={labels}
          series={RESULTS.map(({ name, ids }) => ({
            name,
            values: years.map(({ figures }) => ids.reduce<number | null>((sum, id) => add(sum, figures[id]), 0)),
          }))}
        />
      </div>
    </>
  );
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function FiguresTable({ years, keyFigures, organ }: Pick<OrganPageProps, "years" | "keyFigures"> & { organ: Organ }) {
  const [before, latest] = years.length < 2 ? [undefined, undefined] : years.slice(-2);
  return (
    <>
      <div class="table-scroll" role="region" aria-labelledby="figures-heading" tabIndex={0}>
        <table class="data data--figures">
          <caption class="visually-hidden">{organ.name}历年主要数据，单位：件</caption>
          <thead>
            <tr>
              <th scope="col">项目（件）</th>
              {years.map(({ published }) => (
                <th scope="col">
                  <a href={`/reports/${organ.slug}/${published.report.year}`}>{published.report.year}</a>
                </th>
              ))}
              {latest === undefined ? null : <th scope="col">比上年</th>}
            </tr>
          </thead>
          <tbody>
            {keyFigures.map(({ id, name }) => (
              <tr>
                <th scope="row">{name}</th>
                {years.map(({ figures }) => (
                  <td class="number">
                    <FigureText value={figures[id]} />
                  </td>
                ))}
                {latest === undefined || before === undefined ? null : (
                  <td class="number">
                    <Change from={before.figures[id]} to={latest.figures[id]} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {latest === undefined || before === undefined ? null : (
        <p>
          “比上年”为{latest.published.report.year}年与{before.published.report.year}年相比；
          <a href={`/reports/compare?a=${organ.slug}/${before.published.report.year}&b=${organ.slug}/${latest.published.report.year}`}>
            逐格对比这两年的报告
          </a>
          。
        </p>
      )}
    </>
  );
}
