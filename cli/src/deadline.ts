import { explainDeadline, LONGEST_LIMIT, parsePlainDate, tellDays } from "@gongkai/statute";
import { CALENDAR_OPTION, readCalendar } from "./calendar-option.ts";
import type { Command } from "./command.ts";
import { printDays } from "./print-days.ts";

const REFUSALS = {
  "not-a-length": `--working-days 应为 1 到 ${LONGEST_LIMIT} 之间的整数。`,
  "beyond-calendar": "期限超出可以推算的范围（2199年）。",
} as const;

export const deadlineCommand: Command = {
  name: "deadline",
  summary: "计算工作日期限，逐日说明计或不计",
  arguments: [],
  options: [
    { form: "--from <日期>", does: "起算之日（如收到申请之日），格式 2026-03-02；当日不计，次一工作日为第1日" },
    { form: "--working-days <天数>", does: "期限的工作日数，例如 20" },
    CALENDAR_OPTION,
    { form: "--json", does: "输出 JSON" },
  ],
  notes: `工作日按国务院办公厅历年放假通知计算，含调休上班的周六、周日。期限跨入放假安排尚未公布的年份时，结果标明为暂定。
退出码：0 正常；2 命令有误。`,
  examples: [{ line: "gongkai deadline --from 2026-03-02 --working-days 20", does: "2026年3月2日收到的申请，最迟哪天答复" }],
  async run(given, io) {
    const from = parsePlainDate(String(given.options["from"] ?? ""));
    const length = String(given.options["workingDays"] ?? "");
    const calendar = await readCalendar(given);
    const problems: string[] = [];
    if (!from.ok) problems.push("--from 应为 1900 至 2199 年间的日期，格式如 2026-03-02。");
    if (!/^\d{1,6}$/.test(length)) problems.push(REFUSALS["not-a-length"]);
    if ("problem" in calendar) problems.push(calendar.problem);
    if (!from.ok || problems.length > 0 || "problem" in calendar) {
      for (const problem of problems) io.remark(problem);
      return 2;
    }
    const deadline = explainDeadline(calendar, from.value, Number(length));
    if (!deadline.ok) {
      io.remark(REFUSALS[deadline.refusal]);
      return 2;
    }
    const { workingDays, on, provisional, days } = deadline.value;
    if (given.options["json"] === true) {
      await io.result(`${JSON.stringify({ from: from.value, workingDays, on, provisional, days: tellDays(days) })}\n`);
      return 0;
    }
    const unsure = provisional ? "（暂定：跨入放假安排尚未公布的年份，通知公布后请重新计算）" : "";
    await io.result(`${from.value} 起 ${workingDays} 个工作日，期限届满：${on}${unsure}\n${printDays(days)}`);
    return 0;
  },
};
