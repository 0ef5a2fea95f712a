import { createDocBuilder, type Doc } from "@gongkai/document";
import type { BatchRow } from "./report-file.ts";

const HEADS = ["文件", "状态", "机关", "年度", "版式", "错误", "警告", "提示", "待定单元格", "说明"];

/** Every file of a batch with what was found in it, as a sheet to be handed round; figures are numbers. */
export function composeBatch(rows: readonly BatchRow[]): Doc {
  const title = "年报核对结果";
  const builder = createDocBuilder("xlsx");
  builder.heading(1, title);
  builder.paragraph(`共${rows.length}份。核对结果供工作参考，不替代人工审核。`);
  builder.table([
    HEADS.map((text) => ({ text, header: true })),
    ...rows.map(({ file, state, agency, year, edition, counts, reason }) =>
      [
        file,
        state,
        agency,
        year,
        edition === undefined ? "" : `${edition}年版`,
        counts?.error,
        counts?.warning,
        counts?.notice,
        counts?.unsettled,
        reason,
      ].map((value) => ({ text: String(value ?? "") })),
    ),
  ]);
  return builder.build(title, "zh-CN");
}
