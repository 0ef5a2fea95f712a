import { createWriteStream, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { plainDate } from "@gongkai/statute";
import type { Command } from "../command.ts";
import { inOrgan, refuse, SYSTEM } from "../db/open-organ.ts";
import { inDigits, SETTINGS_NOTE } from "../db/open-workplace.ts";

export const exportCommand: Command = {
  name: "case export",
  summary: "导出一个机关的案件文件或者台账",
  arguments: [],
  options: [
    { form: "--agency <代码>", does: "导出哪个机关的案件" },
    { form: "--year <年度>", does: "只导出列入该年度报告的案件；默认全部" },
    { form: "-o, --output <文件>", does: "写入文件；扩展名为 .xlsx 的写为台账，其余为案件文件（每行一件）。默认写到标准输出" },
    { form: "--identities <理由>", does: "包括申请人的姓名、证件号码和联系方式，并记入机关的账本" },
  ],
  notes: `案件文件可以用 gongkai case import 导入另一处，状态和年报数字不变；台账是本机关登记簿的样式。
默认不含申请人信息：自然人的姓名隐去，没有证件号码和联系方式。已有的文件不会被覆盖。
${SETTINGS_NOTE}
退出码：0 已导出；2 没有这个机关、不能写入或者命令有误。`,
  examples: [
    { line: "gongkai case export --agency yunxi-jiaoyu -o 案件.jsonl", does: "导出全部案件文件" },
    { line: "gongkai case export --agency yunxi-jiaoyu --year 2025 -o 台账.xlsx", does: "导出2025年度的台账" },
  ],
  run: async (given, io) => {
    const { agency, year: yearText, output, identities } = given.options;
    if (typeof agency !== "string") return refuse(io, "请用 --agency 写明导出哪个机关的案件。");
    const year = yearText === undefined ? undefined : Number(yearText);
    if (year !== undefined && !/^(19|20|21)\d{2}$/.test(String(yearText))) return refuse(io, "--year 应为四位年度，例如 2025。");
    if (typeof output === "string" && existsSync(output)) return refuse(io, `${output} 已存在，没有导出：请换一个文件名。`);
    return inOrgan(io, agency, async ({ organ, ledger, maintenance }) => {
      const { exportCases, recordExport, REGISTER_REFUSALS, systemClock, writeRegister } = maintenance;
      const { agencyId, calendar } = organ;
      const reason = typeof identities === "string" ? identities : "";
      const allowed = await recordExport(ledger, { agencyId, officer: SYSTEM, year, withIdentities: reason !== "", reason });
      if (!allowed.ok) return refuse(io, REGISTER_REFUSALS[allowed.refusal].message);
      const call = { agencyId, year, withIdentities: reason !== "" };
      let count = 0;
      async function* lines(): AsyncGenerator<string> {
        for await (const one of exportCases(ledger, call)) {
          count += 1;
          yield `${JSON.stringify(one)}\n`;
        }
      }
      try {
        if (typeof output !== "string") for await (const line of lines()) await io.result(line);
        else if (output.toLowerCase().endsWith(".xlsx"))
          await writeFile(output, await writeRegister(ledger, { ...call, today: plainDate(systemClock.today()), calendar }), {
            flag: "wx",
          });
        else await pipeline(Readable.from(lines()), createWriteStream(output, { flags: "wx" }));
      } catch (fault) {
        if (typeof output !== "string" || (fault as { code?: string }).code === undefined) throw fault;
        return refuse(io, `不能写入 ${output}，没有导出。`);
      }
      io.remark(
        `${organ.name}：已导出${typeof output === "string" && output.endsWith(".xlsx") ? "台账" : `${inDigits(count)}件`}${typeof output === "string" ? `到 ${output}` : ""}。`,
      );
      return 0;
    });
  },
};
