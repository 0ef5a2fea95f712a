import type { DraftReport } from "@gongkai/server/contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { sayProblem } from "../../../lib/problem.ts";
import { composeReportFile, type ReportFormat } from "../api/report-file.ts";
import { saveBlob } from "../../../lib/save-blob.ts";

const FORMATS = [
  ["docx", "下载 Word（docx）"],
  ["pdf", "下载 PDF"],
  ["json", "下载报告 JSON"],
] as const;

/** The draft as files, and the way on to where its text is written. */
export function ReportDownloads({ report }: { readonly report: DraftReport }) {
  const download = useMutation({
    mutationFn: async (format: ReportFormat) =>
      saveBlob(`${report.agency}${report.year}年政府信息公开工作年度报告（草稿）.${format}`, await composeReportFile(report, format)),
  });
  return (
    <section className="panel">
      <h2>继续编写</h2>
      <p>先下载报告文件，再打开“年报体检”并选择这个文件，即可填写文字部分、逐条处理核对发现。</p>
      <div className="form-buttons">
        {FORMATS.map(([format, label]) => (
          <Button key={format} loading={download.isPending && download.variables === format} onClick={() => download.mutate(format)}>
            {label}
          </Button>
        ))}
        <a className="button-link" href="/check-up" target="_blank" rel="noreferrer">
          在年报体检中继续编辑
        </a>
      </div>
      {download.isError ? <p role="alert">{sayProblem(download.error)}</p> : null}
    </section>
  );
}
