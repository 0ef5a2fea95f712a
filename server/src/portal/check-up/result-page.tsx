import type { CheckFilesResult } from "../../reports/index.ts";
import { type AssetAddresses, PageLayout } from "../components/page-layout/page-layout.tsx";
import { countUnsettled } from "../components/report-head/count-unsettled.ts";
import { ReportView } from "./report-view.tsx";

export interface NamedResult {
  readonly file: string;
  readonly result: CheckFilesResult;
}

export interface ResultPageProps {
  readonly assets: AssetAddresses;
  readonly results: readonly NamedResult[];
  /** A sentence about the files as a whole, e.g. that some were too many. */
  readonly remark?: string | undefined;
}

/** What a browser without script gets back: the list of files, then every report with its findings as links. */
export function ResultPage({ assets, results, remark }: ResultPageProps) {
  return (
    <PageLayout
      title="核对结果 - 年报体检 - 公开"
      description="年度报告核对结果"
      assets={assets}
      withScript={false}
      section="check-up"
      footer={<p>核对结果供工作参考，不替代人工审核。</p>}
      trail={[{ name: "年报体检", href: "/check-up" }]}
      isPassing
    >
      <h1>核对结果</h1>
      {remark === undefined ? null : (
        <p class="problem" role="alert">
          {remark}
        </p>
      )}
      {results.length === 0 ? null : (
        <ul class="file-list__items">
          {results.map(({ file, result }, index) => (
            <li class={`file-item file-item--${result.ok ? "done" : "failed"}`}>
              <span class={`state state--${result.ok ? "done" : "failed"}`}>{result.ok ? "完成" : "失败"}</span>
              <span class="file-item__name">{result.ok ? <a href={`#report-${index + 1}-heading`}>{file}</a> : file}</span>
              {result.ok ? (
                <span class="file-item__counts">
                  错误 <strong>{result.checked.findings.filter((finding) => finding.severity === "error").length}</strong>　警告{" "}
                  <strong>{result.checked.findings.filter((finding) => finding.severity === "warning").length}</strong>　待定{" "}
                  <strong>{countUnsettled(result.checked.report)}</strong>
                </span>
              ) : (
                <span class="file-item__reason">
                  {result.part === "previous" ? "上年报告：" : ""}
                  {result.message}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {results.map(({ result }, index) => (result.ok ? <ReportView checked={result.checked} name={`report-${index + 1}`} /> : null))}
    </PageLayout>
  );
}
