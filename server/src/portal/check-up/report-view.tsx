import { EDITIONS } from "@gongkai/annual-report";
import type { CheckedReport } from "../../reports/index.ts";
import { FindingList } from "../components/finding-list/finding-list.tsx";
import { FormTable } from "../components/form-table/form-table.tsx";
import { layOutTables } from "../components/form-table/lay-out-tables.ts";
import { ReportHead } from "../components/report-head/report-head.tsx";
import { ReportSection } from "../components/report-section/report-section.tsx";
import { countOpen, judgeFindings } from "./draft/judge-findings.ts";
import { groupByCell } from "./group-by-cell.ts";
import { Legend } from "./legend.tsx";

export interface ReportViewProps {
  readonly checked: CheckedReport;
  /** Keeps element names apart where a page shows several reports. */
  readonly name: string;
}

export const NO_TABLES = "这份文件里没有找到年度报告的三张表。请确认选对了文件；如果表格是图片，请换用文字版，或先做文字识别（OCR）。";

/** One checked report to be read without script: its head, what was found, the official form, the text; findings link to their cells. */
export function ReportView({ checked, name }: ReportViewProps) {
  const { report, findings, notes } = checked;
  const tables = report.edition === null ? [] : layOutTables(EDITIONS[report.edition]);
  const { sections } = EDITIONS[report.edition ?? "2021"]; // the headings of a document without a form are the newest ones
  const findingsByCell = groupByCell(findings);
  const judged = judgeFindings(findings, {});
  const headingId = `${name}-heading`;
  return (
    <article class="report-view" aria-labelledby={headingId}>
      <ReportHead report={report} counts={countOpen(judged)} notes={notes} headingId={headingId} />
      <div class="report-view__columns">
        <div class="report-view__side">
          <section class="report-view__findings" aria-labelledby={`${name}-findings`}>
            <h3 id={`${name}-findings`}>核对发现</h3>
            <FindingList judged={judged} name={name} />
          </section>
        </div>
        <div class="report-view__form">
          {tables.length === 0 ? <p class="report-view__none">{NO_TABLES}</p> : <Legend isEditable={false} />}
          {sections.map(({ id, heading }) => {
            if (id === "overview" || id === "problems" || id === "other")
              return <ReportSection report={report} section={id} heading={heading} findings={findings} name={name} />;
            const table = tables.find((one) => one.id === id);
            return table === undefined ? null : (
              <section>
                <h3 id={`${name}-${id}-heading`}>{heading}</h3>
                <FormTable table={table} report={report} name={name} findingsByCell={findingsByCell} />
              </section>
            );
          })}
        </div>
      </div>
    </article>
  );
}
