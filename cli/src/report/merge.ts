import { mergeReports, type Report } from "@gongkai/annual-report";
import { type Command, type ExitCode, worse } from "../command.ts";
import type { NotLoaded } from "./loaded.ts";
import { printReport } from "./print-report.ts";
import { visitReports } from "./visit-reports.ts";

export const mergeCommand: Command = {
  name: "report merge",
  summary: "汇总同一版式的多份报告，逐格相加",
  arguments: [{ form: "<文件...>", does: "报告文件或文件夹，也可以是 report read --json 的输出（.json、.jsonl）" }],
  options: [{ form: "--json", does: "输出一行 JSON：汇总后的报告，added 为逐份清单，unreadable 为未能读取的文件" }],
  notes: `只把印出来的数字相加：空白、缺失、无法确定的单元格不计入，也不当作 0，逐份列在清单里。
两种版式的报告不能混在一起汇总。有文件未能读取时，其余照常汇总，并列出缺了哪些。
退出码：0 全部汇总；1 不能汇总（如版式不同）；2 有文件未能读取或命令有误。`,
  examples: [
    { line: "gongkai report merge 各部门报告/", does: "显示汇总后的三张表和逐份清单" },
    { line: "gongkai report merge 报告.jsonl --json > 汇总.json", does: "汇总已读出的数据，结果可再交给 report check 核对" },
  ],
  async run(given, io) {
    const json = given.options["json"] === true;
    const reports: Report[] = [];
    const unreadable: NotLoaded[] = [];
    await visitReports(given.arguments, { json: true, io }, (loaded) => {
      if ("error" in loaded) {
        unreadable.push(loaded);
        io.remark(`${loaded.file}：未能读取，没有计入汇总。${loaded.error.message}`);
        // Only figures are added: the text and places of thousands of reports need not be held.
      } else reports.push({ ...loaded.report, sources: {}, findings: [], sections: { overview: null, problems: null, other: null } });
    });
    const end: ExitCode = unreadable.length > 0 ? 2 : 0;
    const result = mergeReports(reports);
    if (!result.ok) {
      if (json) await io.result(`${JSON.stringify({ error: { refusal: result.refusal, message: result.message }, unreadable })}\n`);
      else io.remark(result.message);
      return worse(end, 1);
    }
    const { merged, added } = result;
    if (json) {
      await io.result(`${JSON.stringify({ ...merged, added, unreadable })}\n`);
      return end;
    }
    await io.result(printReport({ ...merged, file: `${added.length}份报告汇总` }));
    await io.result(`\n汇总清单（${added.length}份）\n`);
    for (const [index, { file, agency, year, leftOut }] of added.entries()) {
      const missing = [`空白${leftOut.blank.length}格`, `缺${leftOut.absent.length}格`, `待定${leftOut.ambiguous.length}格`].filter(
        (part) => !/\D0格/.test(part),
      );
      const rest = missing.length === 0 ? "" : `　未计入：${missing.join("、")}`;
      await io.result(
        `${index + 1}. ${agency ?? "机关名称未读出"}　${year === null ? "年度未读出" : `${year}年度`}　${file ?? ""}${rest}\n`,
      );
    }
    for (const finding of merged.findings) await io.result(`注意：${finding.message}${finding.advice}\n`);
    return end;
  },
};
