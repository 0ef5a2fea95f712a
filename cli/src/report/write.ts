import { type ComposeOptions, type Report, usualHead } from "@gongkai/annual-report";
import type { Command, Given } from "../command.ts";
import { describeLosses } from "./describe-losses.ts";
import type { Loaded } from "./loaded.ts";
import { outputPath, writeOutput } from "./output-file.ts";
import { chooseFormat, renderReport } from "./output-format.ts";
import { errorLine, visitReports } from "./visit-reports.ts";

export const writeCommand: Command = {
  name: "report write",
  summary: "按统一格式写出一份年度报告",
  arguments: [{ form: "<文件>", does: "报告数据（report read --json 的输出，可手工修改），或任何能读取的报告文件" }],
  options: [
    { form: "--to <格式>", does: "docx、pdf、html、xlsx、md、txt 或 json" },
    { form: "-o, --output <文件>", does: "写到哪里；不写则放在原文件旁边，- 为标准输出" },
    { form: "--force", does: "已有同名文件时覆盖" },
    { form: "--head", does: "在标题下写编制依据和统计期限" },
    { form: "--address <地址>", does: "联系地址，以下几项连同编制依据写在标题下" },
    { form: "--postcode <邮编>", does: "邮政编码" },
    { form: "--telephone <电话>", does: "联系电话" },
    { form: "--email <邮箱>", does: "电子邮箱" },
    { form: "--date <日期>", does: "报告日期，连同机关名称写在标题下，例如 2025年1月20日" },
    { form: "--json", does: "输出一行 JSON：写到哪里，哪些格留空" },
  ],
  notes: `表头、行次、合并单元格和文字以该版表格为准；空白的格仍空白，未能确定和原文没有的格留空并逐一说明。
写出的文件再读回来，标题、机关、年度、文字和每一格都不变。xlsx 中合计与各项之和一致的格写成公式。
不覆盖已有文件，除非加 --force。退出码：0 已写出；1 已写出，但有未能确定的格，或没有写出；2 未能读取或命令有误。`,
  examples: [
    { line: "gongkai report write 报告.json --to docx", does: "在旁边写出 报告.docx" },
    { line: "gongkai report write 2024年度报告.pdf --to xlsx -o 表格.xlsx", does: "把 PDF 报告转成可编辑的表格" },
    { line: "gongkai report write 报告.json --to html -o - > 报告.html", does: "写到标准输出" },
  ],
  async run(given, io) {
    const chosen = chooseFormat(given.options["to"]);
    if ("message" in chosen) {
      io.remark(chosen.message);
      return 2;
    }
    const json = given.options["json"] === true;
    const loaded: Loaded[] = [];
    await visitReports(given.arguments, { json: true, io }, (one) => void loaded.push(one));
    const [one] = loaded;
    if (one === undefined || loaded.length > 1) {
      io.remark("这里一次写一份报告；多份请用 gongkai report convert。");
      return 2;
    }
    if ("error" in one) {
      if (json) await io.result(errorLine(one));
      else io.remark(`${one.file}：未能读取。${one.error.message}`);
      return 2;
    }
    const { report } = one;
    if (report.edition === null) {
      io.remark(`${one.file}：没有找到年度报告的表格，没有写出。`);
      return 1;
    }
    const { format } = chosen;
    const content = await renderReport(report, format, headOf(given, report));
    const losses = describeLosses(report);
    for (const remark of losses.remarks) io.remark(`${one.file}：${remark}`);
    const output = textOption(given, "output");
    if (output === "-") await io.result(content);
    else {
      const path = output ?? outputPath(given.arguments[0] ?? one.file, format);
      const refused = await writeOutput(path, content, { force: given.options["force"] === true });
      if (refused !== undefined) {
        if (json) await io.result(errorLine({ file: one.file, error: refused }));
        else io.remark(refused.message);
        return 1;
      }
      const { ambiguous, absent, remarks } = losses;
      await io.result(json ? `${JSON.stringify({ file: one.file, to: format, output: path, ambiguous, absent, remarks })}\n` : `${path}\n`);
    }
    return losses.ambiguous.length > 0 ? 1 : 0;
  },
};

function headOf(given: Given, report: Report): ComposeOptions {
  const contact: { [name in "address" | "postcode" | "telephone" | "email"]?: string } = {};
  for (const name of ["address", "postcode", "telephone", "email"] as const) {
    const value = textOption(given, name);
    if (value !== undefined) contact[name] = value;
  }
  const date = textOption(given, "date");
  const isWanted = given.options["head"] === true || Object.keys(contact).length > 0;
  return {
    ...(isWanted ? { head: { ...usualHead(report), ...contact } } : {}),
    ...(date === undefined ? {} : { signature: { ...(report.agency === null ? {} : { agency: report.agency }), date } }),
  };
}

function textOption({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
