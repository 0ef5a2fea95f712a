import { composeTitle, nameCell, type Severity } from "@gongkai/annual-report";
import { createDocBuilder, type Doc } from "@gongkai/document";
import type { DecidedFinding, FileRequest } from "./report-file.ts";

const SEVERITIES = { error: "错误", warning: "警告", notice: "提示" } as const satisfies Record<Severity, string>;
const HEADS = ["序号", "级别", "规则", "位置", "问题", "建议", "处理意见"];
const MOST_CELLS_NAMED = 3;

/** The findings as a sheet to be handed round: one line each, with what to do and what was decided. */
export function composeFindings({ report, findings }: Pick<FileRequest, "report" | "findings">): Doc {
  const title = `${composeTitle(report)}核对发现`;
  const builder = createDocBuilder("docx");
  builder.heading(1, title);
  const open = findings.filter((finding) => finding.decision !== "dismissed");
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  builder.paragraph(
    `共${findings.length}条，其中待处理：错误${count("error")}条、警告${count("warning")}条、提示${count("notice")}条。核对结果供工作参考，不替代人工审核。`,
  );
  if (findings.length > 0)
    builder.table([
      HEADS.map((text) => ({ text, header: true })),
      ...findings.map((finding, index) =>
        [
          String(index + 1),
          SEVERITIES[finding.severity],
          finding.rule,
          sayPlace(finding),
          finding.message,
          finding.advice,
          sayDecision(finding),
        ].map((text) => ({ text })),
      ),
    ]);
  return builder.build(title, "zh-CN");
}

function sayPlace({ cells, passage }: DecidedFinding): string {
  const named = cells.slice(0, MOST_CELLS_NAMED).map(nameCell).join("\n");
  const more = cells.length > MOST_CELLS_NAMED ? `\n等${cells.length}格` : "";
  return cells.length === 0 ? (passage === undefined ? "全文" : `文字部分“${passage.text.slice(0, 40)}”`) : `${named}${more}`;
}

function sayDecision({ decision, reason = "" }: DecidedFinding): string {
  if (decision === undefined) return "待处理";
  return `${decision === "dismissed" ? "不采纳" : "采纳"}${reason.trim() === "" ? "" : `：${reason.trim()}`}`;
}
