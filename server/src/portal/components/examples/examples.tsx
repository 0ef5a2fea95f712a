import { checkReport, EDITIONS, type Report } from "@gongkai/annual-report";
import { aReport } from "@gongkai/annual-report/testing";
import type { ComponentChild } from "preact";
import { draftOfFile } from "../../check-up/draft/draft.ts";
import { judgeFindings } from "../../check-up/draft/judge-findings.ts";
import { groupByCell } from "../../check-up/group-by-cell.ts";
import { emptyWorkList } from "../../check-up/work-list.ts";
import { BarChart } from "../bar-chart/bar-chart.tsx";
import { BatchTable } from "../batch-table/batch-table.tsx";
import { CellDesk } from "../cell-desk/cell-desk.tsx";
import { CompareView } from "../compare-view/compare-view.tsx";
import { DownloadMenu } from "../download-menu/download-menu.tsx";
import { DraftBar } from "../draft-bar/draft-bar.tsx";
import { DraftList } from "../draft-list/draft-list.tsx";
import { FilePicker } from "../file-picker/file-picker.tsx";
import { FindingList } from "../finding-list/finding-list.tsx";
import { FormTable } from "../form-table/form-table.tsx";
import { layOutTables } from "../form-table/lay-out-tables.ts";
import { HeadForm } from "../head-form/head-form.tsx";
import { HelpText } from "../help-text/help-text.tsx";
import { PreviousReport } from "../previous-report/previous-report.tsx";
import { ReportHead } from "../report-head/report-head.tsx";
import { ReportSection } from "../report-section/report-section.tsx";
import { SectionEditor } from "../section-editor/section-editor.tsx";
import { StartForm } from "../start-form/start-form.tsx";

/** A named case of a component: what the review shows and the tests render. */
export interface Example {
  readonly name: string;
  readonly shows: ComponentChild;
}

const nothing = () => {};
const key = "t3.granted.total";
const wrong = aReport({ cells: { [key]: 7 } });
const unsettled = aReport({ states: { [key]: "ambiguous" }, sources: { [key]: { raw: "1 2", start: 0, end: 3, candidates: [12, null] } } });
const prose = aReport({ sections: { overview: "全年新收政府信息公开申请38件，上年结转2件。" } });
const findings = checkReport(wrong);
const judged = judgeFindings(findings, {});
const dismissed = judged.map((one) => ({
  ...one,
  verdict: { decision: "dismissed" as const, reason: "机构合并", message: one.finding.message },
}));
const draftOf = (report: Report) => draftOfFile("one", { report, findings: [], passages: [], notes: [] });
const edited = {
  ...draftOf(wrong),
  work: {
    ...draftOf(wrong).work,
    cells: {
      [key]: {
        typed: "7件",
        value: null,
        state: "ambiguous" as const,
        problem: "只填数字，不带“件”。已照原样保留，请改正。",
        how: "typed" as const,
      },
      "t3.new.total": { typed: "1", value: 1, state: "seen" as const, how: "carried" as const },
    },
    previous: aReport({ year: 2023 }),
  },
};
const [, table3] = layOutTables(EDITIONS["2021"]);
const files = (["done", "failed", "waiting", "reading", "cancelled"] as const).map((state, index) => ({
  id: index + 1,
  file: new File(["x"], `报告${index + 1}.docx`),
  progress:
    state === "done"
      ? { state, checked: { report: wrong, findings, passages: [], notes: [] } }
      : state === "failed"
        ? { state, reason: "文件有密码，请去掉密码后再传。" }
        : { state },
}));
const bar = { change: nothing, onSettle: nothing };

/** Every component of the check-up page in the states a person meets. */
export const EXAMPLES: readonly Example[] = [
  {
    name: "a table to be read, with a wrong total",
    shows: table3 && <FormTable table={table3} report={wrong} name="a" findingsByCell={groupByCell(findings)} />,
  },
  {
    name: "a table to be corrected: an unreadable figure, one brought forward, last year's beside",
    shows: table3 && (
      <FormTable
        table={table3}
        report={wrong}
        name="a"
        findingsByCell={groupByCell(findings)}
        selected={key}
        onOpen={nothing}
        onHelp={nothing}
        editing={{ edits: edited.work.cells, base: wrong, before: edited.work.previous.cells, onType: nothing }}
      />
    ),
  },
  { name: "findings to be decided", shows: <FindingList judged={judged} name="a" onOpen={nothing} onFilter={nothing} onJudge={nothing} /> },
  {
    name: "findings dismissed with a reason",
    shows: <FindingList judged={dismissed} name="a" onOpen={nothing} onFilter={nothing} onJudge={nothing} />,
  },
  {
    name: "a decision the figures have overtaken",
    shows: <FindingList judged={dismissed.map((one) => ({ ...one, isOutdated: true }))} name="a" onOpen={nothing} onJudge={nothing} />,
  },
  { name: "findings as links, without script", shows: <FindingList judged={judged} name="a" /> },
  { name: "no findings", shows: <FindingList judged={[]} name="a" /> },
  { name: "a cell with two readings", shows: <CellDesk draft={draftOf(unsettled)} report={unsettled} cell={key} change={nothing} /> },
  { name: "a cell with what is no figure", shows: <CellDesk draft={edited} report={wrong} cell={key} change={nothing} /> },
  { name: "the help of a row", shows: <HelpText edition="2021" cell={key} isOpen /> },
  {
    name: "a draft as it was read",
    shows: <DraftBar draft={draftOf(wrong)} saving="untouched" status="还有2处错误。" isFine={false} {...bar} />,
  },
  {
    name: "a draft another tab changed",
    shows: <DraftBar draft={edited} saving="changed-elsewhere" status="没有待处理的问题。" isFine {...bar} />,
  },
  {
    name: "a draft the browser does not keep",
    shows: <DraftBar draft={edited} saving="unavailable" status="还有1处警告。" isFine={false} {...bar} />,
  },
  { name: "the downloads", shows: <DownloadMenu download={async () => ({ ok: true, name: "a.docx" })} /> },
  {
    name: "kept drafts",
    shows: (
      <DraftList
        kept={[{ id: "one", title: "云溪县统计局2025年报告", savedAt: 0, revision: 1, draft: edited }]}
        shown="two"
        onTake={nothing}
        onForget={nothing}
      />
    ),
  },
  { name: "beginning a report", shows: <StartForm year={2025} onBlank={nothing} onPrevious={async () => undefined} /> },
  { name: "choosing files", shows: <FilePicker onFiles={nothing} onSample={nothing} /> },
  {
    name: "a batch in every state",
    shows: <BatchTable list={{ ...emptyWorkList, items: files, shown: 1 }} change={nothing} onShow={nothing} onCompare={nothing} />,
  },
  {
    name: "a batch of many pages",
    shows: (
      <BatchTable
        list={{
          ...emptyWorkList,
          items: Array.from({ length: 120 }, (_, index) => ({
            id: index,
            file: new File(["x"], `${index}.docx`),
            progress: { state: "waiting" },
          })),
        }}
        change={nothing}
        onShow={nothing}
        onCompare={nothing}
      />
    ),
  },
  { name: "two years compared", shows: <CompareView a={aReport({ year: 2023, cells: { [key]: 4 } })} b={wrong} onClose={nothing} /> },
  { name: "two forms compared", shows: <CompareView a={aReport({ edition: "2019" })} b={wrong} onClose={nothing} /> },
  {
    name: "a chart with a gap",
    shows: <BarChart id="c" title="申请" unit="件" names={{ a: "2023 年", b: "2024 年" }} rows={[{ label: "新收", a: 3, b: null }]} />,
  },
  {
    name: "the head of a report",
    shows: <ReportHead report={wrong} counts={{ error: 1, warning: 0, notice: 0 }} notes={["文件含有修订痕迹。"]} headingId="h" />,
  },
  { name: "organ and year to be put right", shows: <HeadForm head={{ agency: null, year: null }} name="a" onName={nothing} /> },
  {
    name: "a section with a figure that disagrees",
    shows: <ReportSection report={prose} section="overview" heading="一、总体情况" findings={checkReport(prose)} name="a" />,
  },
  {
    name: "a section being written",
    shows: (
      <SectionEditor
        report={prose}
        previous="上年文字。"
        section="overview"
        heading="一、总体情况"
        name="a"
        findings={checkReport(prose)}
        onWrite={nothing}
        onClose={nothing}
      />
    ),
  },
  {
    name: "last year's report, given",
    shows: <PreviousReport previous={wrong} name="a" onFile={async () => undefined} onRemove={nothing} onCompare={nothing} />,
  },
];
