import { useSuspenseQuery } from "@tanstack/react-query";
import { today } from "../../../lib/browser-clock.ts";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { reportQuery } from "../api/figures.ts";
import { FindingTable } from "../components/FindingTable.tsx";
import { ReportDownloads } from "../components/ReportDownloads.tsx";
import { YearBar } from "../components/YearBar.tsx";
import { YearQuery } from "../year-query.ts";
import "../figures.css";

/** 年度报告草稿: what the ledger already knows of the report, and what its rules say to that. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(YearQuery);
  const year = query.year ?? Number(today().slice(0, 4));
  const { data: report } = useSuspenseQuery(reportQuery(useHttp(), organ.code, year));
  const errors = report.findings.filter(({ severity }) => severity === "error").length;
  return (
    <PageShell
      title={report.title === "" ? `${year}年度报告草稿` : report.title}
      lead="表三、表四由案件推算，表二中规章和行政规范性文件的件数由登记簿推算，其余部分在年报体检中填写。草稿不保存，每次打开都按最新的案件重新生成。"
    >
      <YearBar agency={organ.code} year={year} here="figures/report" onYear={(chosen) => change({ year: chosen })} />
      <ReportDownloads report={report} />
      <h2>
        核对发现（{report.findings.length} 条，其中错误 {errors} 条）
      </h2>
      <FindingTable findings={report.findings} />
    </PageShell>
  );
}
