import { EDITIONS, type Report } from "@gongkai/annual-report";
import type { ComponentChildren } from "preact";
import type { Counts } from "../../check-up/draft/judge-findings.ts";
import { SEVERITY_NAMES } from "../form-table/describe-cell.ts";
import { countUnsettled } from "./count-unsettled.ts";
import { SEVERITIES } from "../finding-list/finding-list.tsx";

export interface ReportHeadProps {
  readonly report: Report;
  /** Open findings by severity. */
  readonly counts: Counts;
  readonly notes: readonly string[];
  readonly headingId: string;
  /** What can be done with organ and year. */
  readonly children?: ComponentChildren;
}

/** Whose report it is, in which form, and how it stands at a glance. */
export function ReportHead({ report, counts, notes, headingId, children }: ReportHeadProps) {
  const edition = report.edition === null ? undefined : EDITIONS[report.edition];
  const unsettled = countUnsettled(report);
  return (
    <header class="report-head">
      <h2 class="report-head__title" id={headingId} tabIndex={-1}>
        {report.title ?? report.file ?? "未命名报告"}
      </h2>
      <dl class="report-head__facts">
        <div>
          <dt>机关</dt>
          <dd>{report.agency ?? "未读出"}</dd>
        </div>
        <div>
          <dt>年度</dt>
          <dd>{report.year === null ? "未读出" : `${report.year} 年`}</dd>
        </div>
        <div>
          <dt>版式</dt>
          <dd>{edition === undefined ? "没有找到年度报告表格" : `${edition.id} 年版（${edition.instrument}）`}</dd>
        </div>
        {report.file === undefined ? null : (
          <div>
            <dt>文件</dt>
            <dd class="report-head__file">{report.file}</dd>
          </div>
        )}
      </dl>
      {children}
      <p class="report-head__counts">
        {SEVERITIES.map((severity) => (
          <span class={`count count--${severity}`}>
            {SEVERITY_NAMES[severity]} <strong>{counts[severity]}</strong>
          </span>
        ))}
        <span class="count">
          待定单元格 <strong>{unsettled}</strong>
        </span>
      </p>
      {notes.map((note) => (
        <p class="report-head__note">{note}</p>
      ))}
    </header>
  );
}
