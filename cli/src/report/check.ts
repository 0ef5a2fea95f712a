import { checkReport, type Report, type Severity } from "@gongkai/annual-report";
import { type Command, type ExitCode, worse } from "../command.ts";
import { findPrevious, loadPrevious } from "./previous-reports.ts";
import { printFindings } from "./print-findings.ts";
import { describeReport } from "./print-report.ts";
import { errorLine, visitReports } from "./visit-reports.ts";

export const checkCommand: Command = {
  name: "report check",
  summary: "核对年度报告：勾稽关系、表述与数据、与上年衔接",
  arguments: [{ form: "<文件...>", does: "报告文件或文件夹，也可以是 report read --json 的输出（.json、.jsonl）" }],
  options: [
    { form: "--previous <文件>", does: "上一年度的报告（文件、文件夹或 .jsonl），用于核对上年结转等跨年关系" },
    { form: "--strict", does: "警告也计入退出码" },
    { form: "--json", does: "输出 JSON，每份报告一行，findings 中为全部发现" },
  ],
  notes: `发现分三级：错误（违反表格规定的勾稽关系或算术关系）、警告（数据可疑或表述与表格不一致）、提示（请人工看一眼）。
每条注明规则编号、单元格、两边的数值和处理建议。核对多份报告时，--previous 中的报告按机关名称和年度配对；一份对一份时直接使用。
退出码：0 没有错误；1 有错误（加 --strict 时警告也算）；2 有文件未能读取或命令有误。`,
  examples: [
    { line: "gongkai report check 2024年度报告.docx --previous 2023年度报告.docx", does: "核对一份报告，并与上年衔接" },
    { line: "gongkai report check 各部门报告/ --json > 核对结果.jsonl", does: "批量核对，一个文件出错不影响其余文件" },
  ],
  async run(given, io) {
    const json = given.options["json"] === true;
    const counted: readonly Severity[] = given.options["strict"] === true ? ["error", "warning"] : ["error"];
    const tally = { reports: 0, error: 0, warning: 0, notice: 0, unreadable: 0 };
    const previousPath = given.options["previous"];
    const previous = typeof previousPath === "string" ? await loadPrevious(previousPath, io) : [];
    let end: ExitCode = previous === "unreadable" ? 2 : 0;
    await visitReports(given.arguments, { json: true, io }, async (loaded, files) => {
      if ("error" in loaded) {
        tally.unreadable++;
        end = worse(end, 2);
        if (json) await io.result(errorLine(loaded));
        else io.remark(`${loaded.file}：未能读取。${loaded.error.message}`);
        return;
      }
      const { report, file } = loaded;
      const earlier = previous === "unreadable" ? undefined : findPrevious(report, previous, files);
      if (earlier === undefined && Array.isArray(previous) && previous.length > 0)
        io.remark(`${file}：没有找到与之对应的上年报告，未核对跨年关系。`);
      const findings = [...report.findings, ...checkReport(report, earlier === undefined ? {} : { previous: earlier })];
      const checked: Report = { ...report, findings };
      tally.reports++;
      for (const finding of findings) tally[finding.severity]++;
      if (findings.some((finding) => counted.includes(finding.severity))) end = worse(end, 1);
      if (json) await io.result(`${JSON.stringify(checked)}\n`);
      else await io.result(`${file}\n${describeReport(report)}\n${printFindings(report, findings)}\n`);
    });
    const summary = `合计：${tally.reports} 份，错误 ${tally.error}，警告 ${tally.warning}，提示 ${tally.notice}，未能读取 ${tally.unreadable}`;
    // In --json mode standard output holds reports and nothing else.
    if (json) io.remark(summary);
    else await io.result(`${summary}\n`);
    return end;
  },
};
