import {
  type CaseFile,
  type CaseStatus,
  describeIrregularity,
  describeRemedy,
  foldCase,
  foldRemedy,
  listActs,
  listCaseDays,
  parsePlainDate,
  tellDays,
  type Calendar,
  type PlainDate,
} from "@gongkai/statute";
import { CALENDAR_OPTION, readCalendar } from "../calendar-option.ts";
import type { Command, ExitCode } from "../command.ts";
import { worse } from "../command.ts";
import { printDays } from "../print-days.ts";
import { todayInShanghai } from "../today.ts";
import { loadCases } from "./load-cases.ts";
import { printActs, printStatus } from "./print-status.ts";

export const statusCommand: Command = {
  name: "case status",
  summary: "案件的状态、答复期限和下一步",
  arguments: [{ form: "<文件>", does: "案件文件：一件（JSON）、多件（数组），或者每行一件（.jsonl）" }],
  options: [
    { form: "--on <日期>", does: "按哪一天计算，格式 2026-03-20；默认今天（北京时间）" },
    { form: "--acts", does: "列出可以办理的事项：由谁办理、对期限的影响和依据" },
    { form: "--days", does: "逐日列出期限中计与不计的日子" },
    CALENDAR_OPTION,
    { form: "--json", does: "输出 JSON，每件一行，按文件中的顺序" },
  ],
  notes: `只计入当天及以前的事项，期限由事项推算，不取文件中写明的日期。依法不能成立的事项（如第二次延期）不影响期限，并逐条说明。
退出码：0 正常；1 有依法不能成立或者不合规的事项；2 文件未能读取或命令有误。`,
  examples: [
    { line: "gongkai case status 案件.json", does: "这件申请到了哪一步，还剩几天" },
    { line: "gongkai case status 案件.json --on 2026-03-20 --days", does: "按3月20日计算，并逐日说明" },
  ],
  async run(given, io) {
    const [path = ""] = given.arguments;
    const today = parsePlainDate(String(given.options["on"] ?? todayInShanghai()));
    const calendar = await readCalendar(given);
    if (!today.ok) io.remark("--on 应为 1900 至 2199 年间的日期，格式如 2026-03-20。");
    if ("problem" in calendar) io.remark(calendar.problem);
    if (!today.ok || "problem" in calendar) return 2;
    const loaded = await loadCases(path);
    if ("error" in loaded) {
      if (given.options["json"] === true) await io.result(`${JSON.stringify(loaded)}\n`);
      else io.remark(`${loaded.file}：${loaded.error.message}`);
      return 2;
    }
    let end: ExitCode = 0;
    for (const [index, file] of loaded.cases.entries()) {
      const told = tell(
        file,
        { today: today.value, calendar },
        { withDays: given.options["days"] === true, withActs: given.options["acts"] === true },
      );
      for (const irregularity of told.irregularities) {
        end = worse(end, 1);
        const which = loaded.cases.length > 1 ? `第${index + 1}件，` : "";
        io.remark(`${which}${irregularity.on} ${describeIrregularity(irregularity)}`);
      }
      await io.result(given.options["json"] === true ? `${JSON.stringify(told.json)}\n` : told.text);
    }
    return end;
  },
};

interface Told {
  readonly json: object;
  readonly text: string;
  readonly irregularities: CaseStatus["irregularities"];
}

function tell(
  file: CaseFile,
  on: { today: PlainDate; calendar: Calendar },
  { withDays, withActs }: { withDays: boolean; withActs: boolean },
): Told {
  const title = `${file.number ?? "（无编号）"}${file.agency === undefined ? "" : ` ${file.agency}`}`;
  if (file.kind === "remedy") {
    const status = foldRemedy(file, on.today);
    const { state, filedOn, result } = status;
    const next = state === "draft" ? ["filed"] : state === "pending" ? ["decided"] : [];
    const json = {
      state,
      receivedOn: filedOn,
      dueOn: null,
      provisional: false,
      usedDays: 0,
      leftDays: null,
      overdue: false,
      outcome: result,
      row: null,
      next,
      because: [],
    };
    return { json, text: `${title}\n状态：${describeRemedy(status)}\n`, irregularities: [] };
  }
  const { openConsultations: _open, irregularities, ...status } = foldCase(file, on);
  const days = withDays ? listCaseDays(file, on) : [];
  const acts = withActs ? listActs(file, on) : [];
  return {
    json: { ...status, ...(withDays ? { days: tellDays(days) } : {}), ...(withActs ? { acts } : {}) },
    text: `${title}\n${printStatus(status)}${withActs ? printActs(acts) : ""}${withDays ? `逐日计算：\n${printDays(days)}` : ""}\n`,
    irregularities,
  };
}
