import { type Finding, nameCell, type Report, type Severity } from "@gongkai/annual-report";

export const SEVERITIES = ["error", "warning", "notice"] as const satisfies readonly Severity[];

export const SEVERITY_NAMES = { error: "错误", warning: "警告", notice: "提示" } as const satisfies Record<Severity, string>;

/** The findings of a report for the person at the terminal, errors first, each with its place and what to do about it. */
export function printFindings(report: Report, findings: readonly Finding[]): string {
  if (findings.length === 0) return "未发现问题。\n";
  return SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return "";
    return `${SEVERITY_NAMES[severity]}（${found.length}）\n${found.map((finding, index) => printFinding(report, finding, index + 1)).join("")}`;
  }).join("");
}

function printFinding(report: Report, { rule, cells, message, advice, passage }: Finding, number: number): string {
  const lines = [`  ${number}. [${rule}] ${message}`];
  const first = cells[0];
  const source = first === undefined ? undefined : report.sources[first];
  if (first !== undefined) {
    const where =
      source?.page !== undefined ? `第${source.page}页` : source?.line !== undefined ? `第${source.line}行` : (source?.reference ?? "");
    lines.push(`     位置：${nameCell(first)}${cells.length > 1 ? `等${cells.length}格` : ""}${where === "" ? "" : `，${where}`}`);
  }
  if (passage !== undefined) lines.push(`     原文：${passage.text.replace(/\s+/g, " ")}`);
  if (advice !== "") lines.push(`     建议：${advice}`);
  return `${lines.join("\n")}\n`;
}
