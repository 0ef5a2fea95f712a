import { EDITIONS, type Finding, nameCell, type Report, type Sections, type Severity } from "@gongkai/annual-report";
import type { Organ, PublishedReport } from "../../library/index.ts";
import { SEVERITY_MARKS, SEVERITY_NAMES } from "../components/form-table/describe-cell.ts";
import { DemoMark } from "./demo-mark.tsx";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";
import { cellAnchor, ReportTable } from "./report-tables.tsx";

export interface ReportPageProps {
  readonly frame: PageFrame;
  readonly published: PublishedReport;
  readonly report: Report;
  readonly title: string;
  /** `YYYY-MM-DD HH:MM` */
  readonly publishedAt: string;
  readonly levels: Readonly<Record<Organ["level"], string>>;
  readonly findings: readonly Finding[];
  readonly previous: PublishedReport | undefined;
  readonly next: PublishedReport | undefined;
  readonly downloads: readonly { readonly format: string; readonly name: string }[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

/** A published report as a page: its head, the six sections of the form, what the rules find, files to take along, its hash. */
export function ReportPage(props: ReportPageProps) {
  const { frame, published, report, title, publishedAt, findings, previous, next } = props;
  const { organ, demo, source, note } = published;
  const { year, edition } = published.report;
  const own = `/reports/${organ.slug}/${year}`;
  return (
    <LibraryLayout
      frame={frame}
      title={title}
      description={`${organ.name}${year}年政府信息公开工作年度报告全文、数据和下载。`}
      article={{ title, publishedAt, source, author: organ.name, keywords: `政府信息公开,年度报告,${organ.name},${year}年` }}
      trail={[
        { name: "年报库", href: "/reports" },
        { name: organ.name, href: `/reports/${organ.slug}` },
      ]}
      alternates={[{ type: "application/json", href: `/api/v1${own}`, title: "本报告（JSON）" }]}
    >
      <article aria-labelledby="report-title">
        <h1 id="report-title">
          {title} <DemoMark demo={demo} />
        </h1>
        <Facts {...props} />
        {note === undefined ? null : <p class="note">{note}</p>}
        <Downloads {...props} />
        <nav class="contents" aria-label="本页目录">
          <ol>
            {EDITIONS[edition].sections.map(({ id, heading }) => (
              <li>
                <a href={`#section-${id}`}>{heading}</a>
              </li>
            ))}
            <li>
              <a href="#findings">核对情况</a>
            </li>
          </ol>
        </nav>
        {EDITIONS[edition].sections.map(({ id, heading }) =>
          id === "overview" || id === "problems" || id === "other" ? (
            <TextSection id={id} heading={heading} text={report.sections[id]} />
          ) : (
            <section>
              <h2 id={`section-${id}`}>{heading}</h2>
              <ReportTable report={report} id={id} findings={findings} headingId={`section-${id}`} caption={heading} />
            </section>
          ),
        )}
      </article>
      <Findings findings={findings} hasPrevious={previous !== undefined} year={year} />
      <Authenticity {...props} />
      <nav class="neighbours" aria-label="该机关其他年度">
        {previous === undefined ? null : (
          <a rel="prev" href={`/reports/${organ.slug}/${previous.report.year}`}>
            ← {previous.report.year}年报告
          </a>
        )}
        {previous === undefined ? null : (
          <a href={`/reports/compare?a=${organ.slug}/${previous.report.year}&b=${organ.slug}/${year}`}>与上年逐格对比</a>
        )}
        <a href={`/reports/${organ.slug}`}>历年数据</a>
        {next === undefined ? null : (
          <a rel="next" href={`/reports/${organ.slug}/${next.report.year}`}>
            {next.report.year}年报告 →
          </a>
        )}
      </nav>
    </LibraryLayout>
  );
}

function Facts({ published, levels }: ReportPageProps) {
  const { organ, report, publishedOn, source } = published;
  return (
    <dl class="facts">
      <div>
        <dt>机关</dt>
        <dd>
          {organ.name}（{levels[organ.level]}，{organ.regions.join(" ")}）
        </dd>
      </div>
      <div>
        <dt>统计期限</dt>
        <dd>
          {report.year}年1月1日至{report.year}年12月31日
        </dd>
      </div>
      <div>
        <dt>格式</dt>
        <dd>
          {report.edition}年版（{EDITIONS[report.edition].instrument}）
        </dd>
      </div>
      <div>
        <dt>本库发布日期</dt>
        <dd>
          <time dateTime={publishedOn}>{publishedOn}</time>
        </dd>
      </div>
      <div>
        <dt>内容来源</dt>
        <dd>{source}</dd>
      </div>
    </dl>
  );
}

function Downloads({ published, downloads }: ReportPageProps) {
  const own = `/reports/${published.organ.slug}/${published.report.year}`;
  return (
    <section class="downloads" aria-labelledby="downloads-heading">
      <h2 id="downloads-heading">下载</h2>
      <ul>
        {downloads.map(({ format, name }) => (
          <li>
            <a href={`${own}/report.${format}`} download>
              {name}
              <span class="downloads__format">.{format}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TextSection({ id, heading, text }: { id: keyof Sections; heading: string; text: string | null }) {
  const paragraphs = (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    <section>
      <h2 id={`section-${id}`}>{heading}</h2>
      {paragraphs.length === 0 ? (
        <p class="nothing">（没有这一部分的内容）</p>
      ) : (
        <div class="prose">
          {paragraphs.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
    </section>
  );
}

function Findings({ findings, hasPrevious, year }: { findings: readonly Finding[]; hasPrevious: boolean; year: number }) {
  return (
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings">核对情况</h2>
      <p>
        由程序按表格勾稽关系{hasPrevious ? `并结合${year - 1}年报告` : ""}自动核对，不是报告的内容。
        {SEVERITIES.map((severity) => `${SEVERITY_NAMES[severity]} ${findings.filter((one) => one.severity === severity).length} 条`).join(
          "，",
        )}
        。
      </p>
      {findings.length === 0 ? null : (
        <ul>
          {findings.map((finding) => (
            <li>
              <span class={`severity severity--${finding.severity}`}>
                <span aria-hidden="true">{SEVERITY_MARKS[finding.severity]}</span> {SEVERITY_NAMES[finding.severity]}
              </span>{" "}
              {finding.message}
              <span class="findings__rule">规则 {finding.rule}</span>
              {finding.cells[0] === undefined ? null : (
                <a href={`#${cellAnchor(finding.cells[0])}`}>看单元格：{nameCell(finding.cells[0])}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Authenticity({ published }: ReportPageProps) {
  const own = `/reports/${published.organ.slug}/${published.report.year}`;
  return (
    <section class="authenticity" aria-labelledby="authenticity-heading">
      <h2 id="authenticity-heading">真伪核验</h2>
      <p>
        正文散列值（SHA-256）：<code class="hash">{published.hash}</code>
      </p>
      <p>
        <a href={`${own}/verify`}>核验本页</a>：重新计算散列值，并可与您手中的副本比对。
      </p>
    </section>
  );
}
