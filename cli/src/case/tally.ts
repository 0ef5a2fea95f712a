import { type CaseFile, type Edition, editionOfYear, tallyCases } from "@gongkai/statute";
import { CALENDAR_OPTION, readCalendar } from "../calendar-option.ts";
import { type Command, type ExitCode, worse } from "../command.ts";
import { loadCases } from "./load-cases.ts";
import { printTally } from "./print-tally.ts";

export const tallyCommand: Command = {
  name: "case tally",
  summary: "由案件汇总年度报告表三、表四",
  arguments: [{ form: "<文件...>", does: "案件文件：一件、多件（数组），或者每行一件（.jsonl）" }],
  options: [
    { form: "--year <年度>", does: "报告年度，例如 2025" },
    { form: "--edition <版式>", does: "2019 或 2021；默认按年度：2020年及以前为2019版" },
    CALENDAR_OPTION,
    { form: "--json", does: "输出 JSON：年度、版式和每个单元格" },
  ],
  notes: `本年新收按收到申请之日；结转按上年末、本年末尚未办结；办理结果每件只计一次，跨年重新答复的不再计入。
表四计入本年审结的和年末尚未审结的。有文件未能读取时，其余照常汇总并以退出码 2 结束，合计不完整。
退出码：0 正常；2 有文件未能读取或命令有误。`,
  examples: [{ line: "gongkai case tally 案件.jsonl --year 2025", does: "2025年的表三、表四" }],
  async run(given, io) {
    const year = Number(given.options["year"]);
    const edition = String(given.options["edition"] ?? editionOfYear(year));
    const calendar = await readCalendar(given);
    const problems: string[] = [];
    if (!/^\d{4}$/.test(String(given.options["year"])) || year < 1900 || year > 2199) problems.push("--year 应为四位年度，例如 2025。");
    if (!isEdition(edition)) problems.push("--edition 应为 2019 或 2021。");
    if ("problem" in calendar) problems.push(calendar.problem);
    if (problems.length > 0 || !isEdition(edition) || "problem" in calendar) {
      for (const problem of problems) io.remark(problem);
      return 2;
    }
    let end: ExitCode = 0;
    const cases: CaseFile[] = [];
    for (const file of given.arguments) {
      const loaded = await loadCases(file);
      if ("error" in loaded) {
        end = worse(end, 2);
        io.remark(`${file}：未能读取，没有计入。${loaded.error.message}`);
      } else cases.push(...loaded.cases);
    }
    for (const number of findRepeated(cases)) io.remark(`编号 ${number} 出现不止一次，请核对是否重复计数。`);
    const tally = tallyCases(cases, year, edition, { calendar });
    await io.result(given.options["json"] === true ? `${JSON.stringify(tally)}\n` : printTally(tally));
    return end;
  },
};

function isEdition(text: string): text is Edition {
  return text === "2019" || text === "2021";
}

/** Numbers that one organ gave to several cases of a kind. */
function findRepeated(cases: readonly CaseFile[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { kind, agency = "", number } of cases) {
    if (number === undefined) continue;
    const key = `${kind} ${agency} ${number}`;
    if (seen.has(key)) repeated.add(number);
    seen.add(key);
  }
  return [...repeated];
}
