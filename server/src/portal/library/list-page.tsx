import type { KeyFigures, ListPageQuery, PublishedReport, ReportPage } from "../../library/index.ts";
import { DemoMark } from "./demo-mark.tsx";
import { FigureText } from "./figure-text.tsx";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";

type Query = ListPageQuery & { readonly order: "asc" | "desc" };
type Sort = Query["sort"];

export interface ListPageProps {
  readonly frame: PageFrame;
  readonly query: Query;
  readonly usualOrder: Readonly<Record<Sort, "asc" | "desc">>;
  readonly listed: ReportPage;
  readonly rows: readonly { readonly published: PublishedReport; readonly figures: KeyFigures; readonly title: string }[];
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
  readonly organCount: number;
  readonly reportCount: number;
}

/** The list of all published reports: filter, sort and page live in the address. */
export function ListPage(props: ListPageProps) {
  const { frame, query, listed, organCount, reportCount } = props;
  const isFiltered = [query.organ, query.region, query.level, query.year, query.edition].some((value) => value !== undefined);
  return (
    <LibraryLayout
      frame={frame}
      title={query.year === undefined ? "政府信息公开工作年度报告" : `${query.year}年政府信息公开工作年度报告`}
      description="各机关历年的政府信息公开工作年度报告：全文、下载、对比、时间序列和开放数据。"
      alternates={[{ type: "application/json", href: "/api/v1/reports", title: "报告列表（JSON）" }]}
    >
      <h1>年报库</h1>
      <p class="lead">
        {organCount} 个机关的 {reportCount} 份政府信息公开工作年度报告，可以查阅、下载、对比，数据开放使用。
      </p>
      <Filter {...props} />
      <h2 id="results-heading" class="results-heading">
        {isFiltered ? `符合条件的报告 ${listed.total} 份` : `全部报告 ${listed.total} 份`}
      </h2>
      {listed.total === 0 ? <NoReports reportCount={reportCount} /> : <Results {...props} />}
      <Pages query={query} listed={listed} />
    </LibraryLayout>
  );
}

function Filter({ query, years, regions, levels }: ListPageProps) {
  return (
    <form class="filter" method="get" action="/reports" role="search" aria-label="查找年度报告">
      <p class="filter__field filter__field--wide">
        <label for="filter-organ">机关名称</label>
        <input id="filter-organ" name="organ" type="search" maxLength={60} value={query.organ ?? ""} />
      </p>
      <Choice name="region" label="地区" chosen={query.region} choices={regions.map((region) => [region, region])} />
      <Choice name="level" label="层级" chosen={query.level} choices={Object.entries(levels)} />
      <Choice name="year" label="年度" chosen={query.year} choices={years.map((year) => [String(year), `${year}年`])} />
      <Choice
        name="edition"
        label="格式"
        chosen={query.edition}
        choices={[
          ["2021", "2021年版"],
          ["2019", "2019年版"],
        ]}
      />
      {query.sort === "year" ? null : <input type="hidden" name="sort" value={query.sort} />}
      <p class="filter__actions">
        <button class="button" type="submit">
          查找
        </button>
        <a href="/reports">清除条件</a>
      </p>
    </form>
  );
}

export interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | number | undefined;
  readonly choices: readonly (readonly [string, string])[];
  /** What nothing chosen means. */
  readonly none?: string | null;
}

export function Choice({ name, label, chosen, choices, none = "全部" }: ChoiceProps) {
  return (
    <p class="filter__field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        {none === null ? null : <option value="">{none}</option>}
        {choices.map(([value, text]) => (
          <option value={value} selected={String(chosen ?? "") === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

function NoReports({ reportCount }: { reportCount: number }) {
  if (reportCount === 0) return <p class="empty">年报库里还没有报告。报告发布后会出现在这里。</p>;
  return (
    <div class="empty">
      <p>没有符合条件的报告。可以：</p>
      <ul>
        <li>减少条件，例如只填机关名称中的两三个字；</li>
        <li>
          <a href="/reports">清除全部条件</a>，从列表中查找。
        </li>
      </ul>
    </div>
  );
}

const COLUMNS: readonly (readonly [Sort | undefined, string])[] = [
  ["organ", "机关"],
  ["year", "年度"],
  [undefined, "地区"],
  [undefined, "格式"],
  ["received", "新收申请"],
  [undefined, "办结"],
  ["published", "发布日期"],
];

const NUMBERS: readonly string[] = ["新收申请", "办结"];

function Results({ rows, query, usualOrder }: ListPageProps) {
  return (
    <>
      <nav class="sorts" aria-label="排序">
        <span>排序：</span>
        {COLUMNS.map(([sort, name]) =>
          sort === undefined ? null : <SortLink sort={sort} name={name} query={query} usualOrder={usualOrder} />,
        )}
      </nav>
      {/* Roles said aloud: on a phone rows are laid out as cards, and a browser then forgets that this is a table. */}
      <table class="list" role="table" aria-labelledby="results-heading">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map(([sort, name]) => (
              <th
                role="columnheader"
                scope="col"
                class={NUMBERS.includes(name) ? "number" : undefined}
                aria-sort={sort === query.sort ? (query.order === "asc" ? "ascending" : "descending") : undefined}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ published, figures, title }) => (
            <tr role="row">
              <th role="rowheader" scope="row" class="list__organ">
                <a href={`/reports/${published.organ.slug}/${published.report.year}`} title={title}>
                  {published.organ.name}
                  <span class="visually-hidden">{published.report.year}年报告</span>
                </a>{" "}
                <DemoMark demo={published.demo} />
                <a class="list__all" href={`/reports/${published.organ.slug}`}>
                  历年<span class="visually-hidden">：{published.organ.name}</span>
                </a>
              </th>
              <td role="cell" data-label="年度">
                {published.report.year}
              </td>
              <td role="cell" data-label="地区">
                {published.organ.regions.at(-1)}
              </td>
              <td role="cell" data-label="格式">
                {published.report.edition}年版
              </td>
              <td role="cell" data-label="新收申请" class="number">
                <FigureText value={figures.received} />
              </td>
              <td role="cell" data-label="办结" class="number">
                <FigureText value={figures.handled} />
              </td>
              <td role="cell" data-label="发布日期">
                <time dateTime={published.publishedOn}>{published.publishedOn}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function SortLink({ sort, name, query, usualOrder }: { sort: Sort; name: string } & Pick<ListPageProps, "query" | "usualOrder">) {
  const isChosen = query.sort === sort;
  const order = isChosen ? (query.order === "asc" ? "desc" : "asc") : usualOrder[sort];
  return (
    <a
      class={isChosen ? "sorts__chosen" : ""}
      href={addressOf({ ...query, sort, order, page: 1 })}
      aria-current={isChosen ? "true" : undefined}
    >
      {name}
      {isChosen ? (
        <>
          <span aria-hidden="true">{query.order === "asc" ? " ↑" : " ↓"}</span>
          <span class="visually-hidden">，现为{query.order === "asc" ? "升序" : "降序"}</span>
        </>
      ) : null}
    </a>
  );
}

function Pages({ query, listed: { page, pages } }: Pick<ListPageProps, "query" | "listed">) {
  if (pages <= 1) return null;
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return (
    <nav class="pages" aria-label="分页">
      {page > 1 ? (
        <a rel="prev" href={addressOf({ ...query, page: page - 1 })}>
          上一页
        </a>
      ) : null}
      {numbers.map((one, index) => (
        <>
          {index > 0 && one - (numbers[index - 1] ?? 0) > 1 ? <span>…</span> : null}
          <a href={addressOf({ ...query, page: one })} aria-current={one === page ? "page" : undefined}>
            <span class="visually-hidden">第</span>
            {one}
            <span class="visually-hidden">页</span>
          </a>
        </>
      ))}
      {page < pages ? (
        <a rel="next" href={addressOf({ ...query, page: page + 1 })}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}

function addressOf({ page, sort, order, ...filter }: Query): string {
  const values = Object.entries({ ...filter, sort, order, page }).flatMap(([name, value]) =>
    value === undefined || (name === "page" && value === 1) ? [] : [[name, String(value)]],
  );
  return `/reports?${new URLSearchParams(values).toString()}`;
}
