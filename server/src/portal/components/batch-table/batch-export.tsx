import { useState } from "preact/hooks";
import { downloadBatch, saveFile } from "../../check-up/save-file.ts";
import { type BatchRow, toFileRows, writeBatchCsv } from "./list-rows.ts";

/** Rows the server writes into one workbook. */
const MOST_ROWS = 2000;

/** The table as shown, taken home: as a workbook, which the server writes and does not keep, or as CSV. */
export function BatchExport({ rows }: { readonly rows: readonly BatchRow[] }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function takeWorkbook(): Promise<void> {
    if (isBusy) return;
    if (rows.length === 0 || rows.length > MOST_ROWS)
      return setProblem(rows.length === 0 ? "没有可以导出的文件，请放宽筛选。" : `一次最多导出 ${MOST_ROWS} 份，请先筛选，或导出 CSV。`);
    setBusy(true);
    const downloaded = await downloadBatch(toFileRows(rows));
    setBusy(false);
    setProblem(downloaded.ok ? "" : downloaded.reason);
  }

  return (
    <>
      <button type="button" class="button button--quiet" aria-disabled={isBusy} onClick={() => void takeWorkbook()}>
        {isBusy ? "正在导出…" : "导出表格（Excel）"}
      </button>
      <button
        type="button"
        class="button button--quiet"
        onClick={() => saveFile(new Blob([writeBatchCsv(rows)], { type: "text/csv;charset=utf-8" }), "年报核对结果.csv")}
      >
        导出表格（CSV）
      </button>
      <span role="status" class="batch__problem">
        {problem}
      </span>
    </>
  );
}
