import { type CellKey, EDITIONS, nameCell, type Report, type Sections, type Severity } from "@gongkai/annual-report";
import { useEffect, useRef, useState } from "preact/hooks";
import { CellDesk } from "../components/cell-desk/cell-desk.tsx";
import { DownloadMenu } from "../components/download-menu/download-menu.tsx";
import { DraftBar } from "../components/draft-bar/draft-bar.tsx";
import { FindingList } from "../components/finding-list/finding-list.tsx";
import { cellId, FormTable } from "../components/form-table/form-table.tsx";
import { HeadForm } from "../components/head-form/head-form.tsx";
import { HelpText } from "../components/help-text/help-text.tsx";
import { PreviousReport } from "../components/previous-report/previous-report.tsx";
import { ReportHead } from "../components/report-head/report-head.tsx";
import { passageId, ReportSection } from "../components/report-section/report-section.tsx";
import { SectionEditor } from "../components/section-editor/section-editor.tsx";
import { useKept } from "../components/use-kept.ts";
import { SourcePanel } from "../components/source-panel/source-panel.tsx";
import type { DraftAct } from "./draft/change-draft.ts";
import type { Draft } from "./draft/draft.ts";
import { type Counts, isOpen, type JudgedFinding, sayCounts } from "./draft/judge-findings.ts";
import type { Saving } from "./draft/use-drafts.ts";
import { listBlanks, workOutTotals } from "./draft/work-out-totals.ts";
import { findPassage } from "./find-passage.ts";
import { Legend } from "./legend.tsx";
import { NO_TABLES } from "./report-view.tsx";
import { downloadReport } from "./save-file.ts";
import { useEditor } from "./use-editor.ts";

export interface EditorProps {
  readonly draft: Draft;
  readonly saving: Saving;
  /** Keeps element names apart. */
  readonly name: string;
  readonly change: (act: DraftAct) => void;
  readonly onSettle: (choice: "mine" | "theirs") => void;
  readonly onPrevious: (file: File) => Promise<string | undefined>;
  readonly onCompare: (previous: Report, current: Report) => void;
  readonly onCounts: (counts: Counts) => void;
}

interface Selection {
  readonly cell?: CellKey;
  readonly finding?: JudgedFinding;
  /** Where the focus goes once this is shown; undefined leaves it where it is. */
  readonly focus?: "cell" | "panel" | "passage";
  readonly withHelp?: boolean;
}

/** A report on the desk: findings beside the official form, every figure and text to be corrected, the rules run at every change. */
export function Editor({ draft, saving, name, change, onSettle, onPrevious, onCompare, onCounts }: EditorProps) {
  const { report, tables, judged, open, openByCell, counts } = useEditor(draft, change);
  const { base, work, passages, notes } = draft;
  const { sections } = EDITIONS[report.edition ?? "2021"]; // the headings of a document without a form are the newest ones
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [selection, setSelection] = useState<Selection | undefined>(undefined);
  const [writing, setWriting] = useState<keyof Sections | undefined>(undefined);
  const keep = useKept();
  const panelHeading = useRef<HTMLHeadingElement>(null);
  const cell = selection?.cell;
  const finding = selection?.finding?.finding;

  useEffect(() => onCounts(counts), [counts.error, counts.warning, counts.notice]);
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
  useEffect(() => {
    if (selection?.focus === "panel") panelHeading.current?.focus();
    else if (selection?.focus === "cell" && selection.cell !== undefined) focusElement(cellId(name, selection.cell));
    else if (selection?.focus === "passage" && finding?.passage !== undefined) focusElement(passageId(name, finding.passage));
  }, [selection]);

  function close(): void {
    setSelection(undefined);
    if (cell !== undefined) focusElement(cellId(name, cell));
  }

  function openFinding(one: JudgedFinding, key = one.finding.cells[0]): void {
    setWriting(undefined);
    setSelection(key === undefined ? { finding: one, focus: "passage" } : { finding: one, cell: key, focus: "cell" });
  }

  function filter(severity: Severity, show: boolean): void {
    const next = new Set(hidden);
    if (show) next.delete(severity);
    else next.add(severity);
    setHidden(next);
  }

  function closeSection(section: keyof Sections): void {
    setWriting(undefined);
    requestAnimationFrame(() => document.getElementById(`${name}-${section}-write`)?.focus());
  }

  const source = cell === undefined ? undefined : base.sources[cell];
  const help =
    report.edition === null || cell === undefined ? null : (
      <HelpText key={cell} edition={report.edition} cell={cell} isOpen={selection?.withHelp === true} />
    );
  const unreadable = Object.entries(work.cells).find(([, edit]) => edit.problem !== undefined);
  const status = `${sayCounts(counts)}${unreadable === undefined ? "" : `${nameCell(unreadable[0])}：${unreadable[1].problem}`}`;
  const headingId = `${name}-heading`;
  const totals = workOutTotals(report);
  const blanks = listBlanks(report);
  const decided = judged.map((one) => ({
    ...one.finding,
    ...(one.verdict === undefined || (isOpen(one) && one.isOutdated) ? {} : { decision: one.verdict.decision, reason: one.verdict.reason }),
  }));
  return (
    <article class="report-view" aria-labelledby={headingId}>
      <ReportHead report={report} counts={counts} notes={notes} headingId={headingId}>
        <HeadForm key={`${report.agency} ${report.year}`} name={name} head={report} onName={(head) => change({ type: "name", head })} />
      </ReportHead>
      <DraftBar draft={draft} saving={saving} status={status} isFine={open.length === 0} change={change} onSettle={onSettle}>
        {Object.keys(totals).length === 0 ? null : (
          <button type="button" class="button button--quiet" onClick={() => change({ type: "fill", cells: totals, how: "sum" })}>
            补算合计（{Object.keys(totals).length} 格）
          </button>
        )}
        {blanks.length === 0 ? null : (
          <button
            type="button"
            class="button button--quiet"
            onClick={() => change({ type: "fill", cells: Object.fromEntries(blanks.map((key) => [key, 0])), how: "zero" })}
          >
            空格填 0（{blanks.length} 格）
          </button>
        )}
        <DownloadMenu download={(format) => downloadReport(format, report, decided)} />
      </DraftBar>
      <div class="report-view__columns">
        <div class="report-view__side">
          <section class="report-view__findings" aria-labelledby={`${name}-findings`}>
            <h3 id={`${name}-findings`}>核对发现</h3>
            <FindingList
              judged={judged}
              name={name}
              hidden={hidden}
              selected={selection?.finding?.id}
              onFilter={filter}
              onOpen={openFinding}
              onJudge={(id, verdict) => change({ type: "judge", id, verdict })}
            />
          </section>
          {cell === undefined ? null : (
            <SourcePanel
              report={report}
              cell={cell}
              findings={openByCell.get(cell) ?? []}
              source={source}
              passage={source === undefined ? undefined : findPassage(passages, source)}
              headingRef={panelHeading}
              onClose={close}
              // Help that was asked for comes first; otherwise it waits, folded, below.
              desk={[selection?.withHelp === true ? help : null, <CellDesk draft={draft} report={report} cell={cell} change={change} />]}
              help={selection?.withHelp === true ? null : help}
            />
          )}
        </div>
        <div class="report-view__form">
          {tables.length === 0 ? <p class="report-view__none">{NO_TABLES}</p> : keep("legend", [], () => <Legend isEditable />)}
          {sections.map(({ id, heading }) => {
            if (id === "overview" || id === "problems" || id === "other") {
              if (writing === id)
                return (
                  <SectionEditor
                    key={id}
                    report={report}
                    previous={work.previous?.sections[id]}
                    section={id}
                    heading={heading}
                    name={name}
                    findings={open}
                    onWrite={(text) => change({ type: "write", section: id, text })}
                    onClose={() => closeSection(id)}
                  />
                );
              const marks = open.filter(({ passage }) => passage?.section === id);
              const marked = marks.map(({ severity, passage }) => `${severity} ${passage?.start} ${passage?.end}`).join();
              const isSelected = finding?.passage?.section === id ? finding : undefined;
              return keep(id, [report.sections[id], marked, isSelected], () => (
                <ReportSection key={id} report={report} section={id} heading={heading} findings={marks} name={name} selected={isSelected}>
                  <button
                    id={`${name}-${id}-write`}
                    type="button"
                    class="button button--quiet report-section__write"
                    onClick={() => setWriting(id)}
                  >
                    修改文字<span class="visually-hidden">：{heading}</span>
                  </button>
                </ReportSection>
              ));
            }
            const table = tables.find((one) => one.id === id);
            return table === undefined ? null : (
              <section key={id}>
                <h3 id={`${name}-${id}-heading`}>{heading}</h3>
                <FormTable
                  table={table}
                  report={report}
                  name={name}
                  findingsByCell={openByCell}
                  selected={cell}
                  related={finding === undefined ? undefined : new Set(finding.cells)}
                  onOpen={(key, byKeyboard) => setSelection(byKeyboard ? { cell: key, focus: "panel" } : { cell: key })}
                  onHelp={(key) => setSelection({ cell: key, focus: "panel", withHelp: true })}
                  editing={{
                    edits: work.cells,
                    base,
                    before: beforeOf(work.previous, report),
                    onType: (key, typed) => change({ type: "type", key, typed }),
                  }}
                />
              </section>
            );
          })}
        </div>
      </div>
      {keep("previous", [work.previous, work.previous === undefined ? undefined : report], () => (
        <PreviousReport
          previous={work.previous}
          name={name}
          onFile={onPrevious}
          onRemove={() => change({ type: "compareWith", previous: undefined })}
          onCompare={() => work.previous !== undefined && onCompare(work.previous, report)}
        />
      ))}
    </article>
  );
}

/** Last year's figures, as a bare map; a form of another edition is matched by the keys it shares. */
function beforeOf(previous: Report | undefined, report: Report): Report["cells"] | undefined {
  return previous?.edition === null || report.edition === null ? undefined : previous?.cells;
}

function focusElement(id: string): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center", inline: "center" });
}
