import { type Crosswalk, crosswalkTo2021, type Report } from "@gongkai/annual-report";
import { type Command, type ExitCode, worse } from "../command.ts";
import { describeLosses } from "./describe-losses.ts";
import type { NotLoaded } from "./loaded.ts";
import { outputPath, writeOutput } from "./output-file.ts";
import { chooseFormat, type OutputFormat, renderReport } from "./output-format.ts";
import { errorLine, visitReports } from "./visit-reports.ts";

export const convertCommand: Command = {
  name: "report convert",
  summary: "把多份年度报告转成另一种格式，也可以转成2021年版表格",
  arguments: [{ form: "<文件...>", does: "报告文件或文件夹，也可以是 report read --json 的输出（.json、.jsonl）" }],
  options: [
    { form: "--to <格式>", does: "docx、pdf、html、xlsx、md、txt 或 json" },
    { form: "--out-dir <文件夹>", does: "写到这个文件夹；不写则放在各原文件旁边（数据文件必须写明）" },
    { form: "--edition <版式>", does: "2021：把2019年版报告转成2021年版表格" },
    { form: "--force", does: "已有同名文件时覆盖" },
    { form: "--json", does: "每份报告输出一行 JSON：写到哪里，哪些带入、哪些没有带入、哪些留空" },
  ],
  notes: `转成2021年版时，含义相同的格逐格带入，空白仍为空白；没有对应栏目的数据不带入，“（六）其他处理”不代为拆分
（原数为 0 时三行均为 0），新增的格留空。没有带入的数据逐项列出，绝不推算。
一个文件出错不影响其余文件。退出码：0 全部转换；1 有数据没有带入、未能确定，或有文件没有写出；2 有文件未能读取或命令有误。`,
  examples: [
    { line: "gongkai report convert 各部门报告/ --to pdf --out-dir 公开版/", does: "把整个文件夹的报告统一成 PDF" },
    { line: "gongkai report convert 2020年度报告.docx --to xlsx --edition 2021", does: "换成2021年版表格，并说明哪些数据没有带入" },
  ],
  async run(given, io) {
    const chosen = chooseFormat(given.options["to"]);
    const edition = given.options["edition"];
    if ("message" in chosen || (edition !== undefined && edition !== "2021")) {
      io.remark("message" in chosen ? chosen.message : `只能转成2021年版表格（--edition 2021），不能转成“${String(edition)}”。`);
      return 2;
    }
    const json = given.options["json"] === true;
    const folder = typeof given.options["outDir"] === "string" ? given.options["outDir"] : undefined;
    // A report in a data file says where it was once read from, which is no place to write to unasked.
    if (folder === undefined && given.arguments.some((path) => /\.(?:json|jsonl|ndjson)$/iu.test(path))) {
      io.remark("由数据文件转换时，请用 --out-dir 写明写到哪个文件夹；只转一份可用 gongkai report write。");
      return 2;
    }
    const settings: Settings = {
      format: chosen.format,
      isTo2021: edition === "2021",
      force: given.options["force"] === true,
      ...(folder === undefined ? {} : { folder }),
    };
    const written = new Set<string>();
    let end: ExitCode = 0;
    await visitReports(given.arguments, { json: true, io }, async (loaded) => {
      const outcome = "error" in loaded ? loaded : await convert(loaded.file, loaded.report, settings, written);
      if ("error" in outcome) {
        end = worse(end, "error" in loaded ? 2 : 1);
        if (json) await io.result(errorLine(outcome));
        else io.remark(`${outcome.file}：${"error" in loaded ? "未能读取。" : "没有写出。"}${outcome.error.message}`);
        return;
      }
      if (outcome.isIncomplete) end = worse(end, 1);
      for (const remark of outcome.remarks) io.remark(`${outcome.file}：${remark}`);
      const { isIncomplete: _, ...line } = outcome;
      await io.result(json ? `${JSON.stringify(line)}\n` : `${outcome.output}\n`);
    });
    return end;
  },
};

interface Settings {
  readonly format: OutputFormat;
  readonly isTo2021: boolean;
  readonly force: boolean;
  readonly folder?: string;
}

interface Converted {
  readonly file: string;
  readonly output: string;
  readonly ambiguous: readonly string[];
  readonly absent: readonly string[];
  readonly crosswalk?: Pick<Crosswalk, "carried" | "renamed" | "left" | "missing">;
  readonly remarks: readonly string[];
  /** Something that stands in the source does not stand in the output. */
  readonly isIncomplete: boolean;
}

async function convert(file: string, report: Report, settings: Settings, written: Set<string>): Promise<Converted | NotLoaded> {
  const { format, isTo2021, force, folder } = settings;
  if (report.edition === null) return { file, error: { refusal: "no-tables", message: "没有找到年度报告的表格。" } };
  const crosswalk = isTo2021 && report.edition === "2019" ? crosswalkTo2021(report) : undefined;
  if (crosswalk?.ok === false) return { file, error: { refusal: crosswalk.refusal, message: crosswalk.message } };
  const output = outputPath(file, format, folder);
  // Two inputs of one name must not become one file, whatever --force says of files that were there before.
  if (written.has(output)) return { file, error: { refusal: "exists", message: `这次已写出过 ${output}，同名文件请分开转换。` } };
  const content = await renderReport(crosswalk?.report ?? report, format);
  const error = await writeOutput(output, content, { force });
  if (error !== undefined) return { file, error };
  written.add(output);
  const losses = describeLosses(report);
  return {
    file,
    output,
    ambiguous: losses.ambiguous,
    absent: losses.absent,
    ...(crosswalk === undefined
      ? {}
      : { crosswalk: { carried: crosswalk.carried, renamed: crosswalk.renamed, left: crosswalk.left, missing: crosswalk.missing } }),
    remarks: [...losses.remarks, ...(crosswalk?.remarks ?? [])],
    isIncomplete: losses.ambiguous.length > 0 || (crosswalk?.left.length ?? 0) > 0,
  };
}
