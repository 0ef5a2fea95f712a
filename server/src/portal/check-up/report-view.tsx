import { type CellKey, EDITIONS, type Finding, type Severity } from "@gongkai/annual-report";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CheckedReport } from "../../reports/index.ts";
import { FindingList } from "../components/finding-list/finding-list.tsx";
import { cellId, FormTable } from "../components/form-table/form-table.tsx";
import { layOutTables } from "../components/form-table/lay-out-tables.ts";
import { ReportHead } from "../components/report-head/report-head.tsx";
import { passageId, ReportSection } from "../components/report-section/report-section.tsx";
import { SourcePanel } from "../components/source-panel/source-panel.tsx";
import { findPassage } from "./find-passage.ts";
import { Legend } from "./legend.tsx";

export interface ReportViewProps {
  readonly checked: CheckedReport;
  /** Keeps element names apart where a page shows several reports. */
  readonly name: string;
  /** False where no script runs: links instead of buttons, no panel. */
  readonly interactive: boolean;
}

interface Selection {
  readonly cell?: CellKey;
  readonly finding?: Finding;
  /** Where the focus goes once this is shown. */
  readonly focus: "cell" | "panel" | "passage";
}

/** One checked report: its head, what was found, the official form, the text; each finding leads to its cells and their source. */
export function ReportView({ checked, name, interactive }: ReportViewProps) {
  const { report, findings, passages, notes } = checked;
  const tables = useMemo(() => (report.edition === null ? [] : layOutTables(EDITIONS[report.edition])), [report.edition]);
  const { sections } = EDITIONS[report.edition ?? "2021"]; // the headings of a document without a form are the newest ones
  const findingsByCell = useMemo(() => groupByCell(findings), [findings]);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [selection, setSelection] = useState<Selection | undefined>(undefined);
  const panelHeading = useRef<HTMLHeadingElement>(null);
  const cell = selection?.cell;

  useEffect(() => {
    if (selection === undefined) return;
    if (selection.focus === "panel") panelHeading.current?.focus();
    else if (selection.cell !== undefined) focusElement(cellId(name, selection.cell));
    else if (selection.finding?.passage !== undefined) focusElement(passageId(name, selection.finding.passage));
  }, [selection]);

  useEffect(() => {
    if (cell === undefined) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", closeOnEscape);
    // Room at the end of the page, so that the panel of a phone never covers the cell it speaks of.
    document.documentElement.classList.add("has-source-panel");
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.documentElement.classList.remove("has-source-panel");
    };
  }, [cell]);

  function close(): void {
    setSelection(undefined);
    if (cell !== undefined) focusElement(cellId(name, cell));
  }

  function openFinding(finding: Finding, key = finding.cells[0]): void {
    setSelection(key === undefined ? { finding, focus: "passage" } : { finding, cell: key, focus: "cell" });
  }

  function filter(severity: Severity, show: boolean): void {
    const next = new Set(hidden);
    if (show) next.delete(severity);
    else next.add(severity);
    setHidden(next);
  }

  const source = cell === undefined ? undefined : report.sources[cell];
  const headingId = `${name}-heading`;
  return (
    <article class="report-view" aria-labelledby={headingId}>
      <ReportHead report={report} findings={findings} notes={notes} headingId={headingId} />
      <div class="report-view__columns">
        <div class="report-view__side">
          <section class="report-view__findings" aria-labelledby={`${name}-findings`}>
            <h3 id={`${name}-findings`}>核对发现</h3>
            <FindingList
              findings={findings}
              name={name}
              hidden={hidden}
              selected={selection?.finding}
              onFilter={interactive ? filter : undefined}
              onOpen={interactive ? openFinding : undefined}
            />
          </section>
          {cell === undefined ? null : (
            <SourcePanel
              report={report}
              cell={cell}
              findings={findingsByCell.get(cell) ?? []}
              passage={source === undefined ? undefined : findPassage(passages, source)}
              headingRef={panelHeading}
              onClose={close}
            />
          )}
        </div>
        <div class="report-view__form">
          {tables.length === 0 ? (
            <p class="report-view__none">
              这份文件里没有找到年度报告的三张表。请确认选对了文件；如果表格是图片，请换用文字版，或先做文字识别（OCR）。
            </p>
          ) : (
            <Legend interactive={interactive} />
          )}
          {sections.map(({ id, heading }) => {
            if (id === "overview" || id === "problems" || id === "other")
              return (
                <ReportSection
                  report={report}
                  section={id}
                  heading={heading}
                  findings={findings}
                  name={name}
                  selected={selection?.finding}
                />
              );
            const table = tables.find((one) => one.id === id);
            return table === undefined ? null : (
              <section>
                <h3 id={`${name}-${id}-heading`}>{heading}</h3>
                <FormTable
                  table={table}
                  report={report}
                  name={name}
                  findingsByCell={findingsByCell}
                  selected={cell}
                  related={selection?.finding === undefined ? undefined : new Set(selection.finding.cells)}
                  onOpen={interactive ? (key) => setSelection({ cell: key, focus: "panel" }) : undefined}
                />
              </section>
            );
          })}
        </div>
      </div>
    </article>
  );
}

function groupByCell(findings: readonly Finding[]): ReadonlyMap<CellKey, readonly Finding[]> {
  const byCell = new Map<CellKey, Finding[]>();
  for (const finding of findings)
    for (const key of finding.cells) {
      const known = byCell.get(key);
      if (known === undefined) byCell.set(key, [finding]);
      else known.push(finding);
    }
  return byCell;
}

function focusElement(id: string): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center", inline: "center" });
}
