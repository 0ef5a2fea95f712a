import { type Command, type ExitCode, worse } from "../command.ts";
import { printReport } from "./print-report.ts";
import { errorLine, visitReports } from "./visit-reports.ts";

export const readCommand: Command = {
  name: "report read",
  summary: "读取年度报告，列出三张表的每个数据及其出处",
  arguments: [{ form: "<文件...>", does: "报告文件或文件夹（docx、doc、wps、pdf、html、mht、eml、md、txt、csv、xlsx）" }],
  options: [{ form: "--json", does: "输出 JSON，每份报告一行，顺序与输入一致" }],
  notes: `文件夹会逐级查找其中的报告，按名称自然顺序处理。读不出来的不猜：空白为“空”，文件中没有为“缺”，
有内容但无法确定为“？”并列出可能的读法。一个文件出错不影响其余文件，--json 时该行为
{"file":…,"error":{"refusal":…,"message":…}}。结果写到标准输出，说明和进度写到标准错误。
退出码：0 全部读取；2 有文件未能读取或命令有误。`,
  examples: [
    { line: "gongkai report read 2024年度报告.docx", does: "在屏幕上显示三张表" },
    { line: "gongkai report read 各部门报告/ --json > 报告.jsonl", does: "把整个文件夹的报告存为数据，每行一份" },
  ],
  async run(given, io) {
    const json = given.options["json"] === true;
    let end: ExitCode = 0;
    let printed = 0;
    await visitReports(given.arguments, { json: false, io }, async (loaded) => {
      if ("error" in loaded) {
        end = worse(end, 2);
        if (json) await io.result(errorLine(loaded));
        else io.remark(`${loaded.file}：未能读取。${loaded.error.message}`);
      } else if (json) await io.result(`${JSON.stringify(loaded.report)}\n`);
      else await io.result(`${printed++ > 0 ? `\n${"=".repeat(72)}\n` : ""}${printReport(loaded.report)}`);
    });
    return end;
  },
};
