import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { APPLICANT_KINDS, CHANNELS, plainDate } from "@gongkai/statute";
import type { Command, Given } from "../command.ts";
import { inOrgan, refuse, SYSTEM } from "../db/open-organ.ts";
import { inDigits, SETTINGS_NOTE } from "../db/open-workplace.ts";

export const importCommand: Command = {
  name: "case import",
  summary: "导入案件文件或者台账",
  arguments: [{ form: "<文件>", does: "案件文件（JSON：一件、多件或者每行一件），或者有标题行的台账（xlsx 等）" }],
  options: [
    { form: "--agency <代码>", does: "导入到哪个机关" },
    { form: "--applicant-kind <类型>", does: `台账没有申请人类型时采用：${APPLICANT_KINDS.join(" ")}` },
    { form: "--channel <方式>", does: `台账没有申请方式时采用：${CHANNELS.join(" ")}` },
    { form: "--dry-run", does: "只核对，不导入" },
    { form: "--json", does: "输出 JSON：导入件数和逐行的问题" },
  ],
  notes: `事件按各自的日期记入机关的账本，登记编号照原样保留，以后的编号接着往上编；申请人信息加密保存。
有问题的行不导入，逐行说明原因；编号已有的、同一文件导入过的，不会重复导入。导入后可以在管理后台整体撤销。
${SETTINGS_NOTE}
退出码：0 全部导入；1 有的行没有导入；2 文件不能读取、没有可以导入的行或者命令有误。`,
  examples: [
    { line: "gongkai case import 台账.xlsx --agency yunxi-jiaoyu --dry-run", does: "核对台账，逐行列出问题" },
    { line: "gongkai case import 案件.jsonl --agency yunxi-jiaoyu", does: "导入案件文件" },
  ],
  run: async (given, io) => {
    const [path = ""] = given.arguments;
    const problem = findProblem(given);
    if (problem !== undefined) return refuse(io, problem);
    return inOrgan(io, String(given.options["agency"]), async ({ organ, ledger, workplace, maintenance }) => {
      const { createImport, readRegister, REGISTER_REFUSALS, runImport, startImport, systemClock, tryImport } = maintenance;
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes === undefined) return refuse(io, `不能打开文件 ${path}。`);
      const read = await readRegister({ read: readDocument }, { name: basename(path), bytes });
      if (!read.ok) return refuse(io, REGISTER_REFUSALS[read.refusal].message);
      const { agencyId, calendar } = organ;
      const today = plainDate(systemClock.today());
      const call = { agencyId, bytes, content: read.value, mapping: chosen(given) };
      const rows = await tryImport({ ledger }, { ...call, today, calendar });
      const bad = rows.filter(({ taken }) => taken === undefined);
      const isDry = given.options["dryRun"] === true;
      const asJson = given.options["json"] === true;
      if (!asJson)
        for (const { row, problems } of bad)
          for (const { at, message } of problems) io.remark(`第${row}行${at === "" ? "" : ` ${at}`}：${message}`);
      let imported = 0;
      if (!isDry && bad.length < rows.length) {
        const stores = { ledger, files: workplace.files };
        const made = await createImport(stores, { ...call, officer: SYSTEM, name: basename(path) });
        if (!made.ok) return refuse(io, REGISTER_REFUSALS[made.refusal].message);
        const run = { agencyId, importId: made.value.id, officer: SYSTEM, calendar };
        const begun = await startImport(stores, { ...run, today, version: 1, queued: false });
        if (!begun.ok) return refuse(io, REGISTER_REFUSALS[begun.refusal].message);
        const done = await runImport(stores, {
          ...run,
          onProgress: (now, of) => io.progress(`导入中：${inDigits(now)} / ${inDigits(of)}`),
        });
        io.progress("");
        if (!done.ok) return refuse(io, REGISTER_REFUSALS[done.refusal].message);
        imported = done.value.imported;
      }
      const good = rows.length - bad.length;
      const problems = bad.map(({ row, problems: found }) => ({ row, problems: found }));
      if (asJson)
        await io.result(`${JSON.stringify({ agency: organ.name, rows: rows.length, good, imported, dryRun: isDry, problems })}\n`);
      else
        await io.result(
          `${organ.name}：共${inDigits(rows.length)}件，${isDry ? `可以导入${inDigits(good)}件` : `导入${inDigits(imported)}件`}，${inDigits(bad.length)}件有问题。\n`,
        );
      if (good === 0) return 2;
      return bad.length === 0 ? 0 : 1;
    });
  },
};

function findProblem({ options }: Given): string | undefined {
  if (typeof options["agency"] !== "string") return "请用 --agency 写明导入到哪个机关。";
  const { applicantKind, channel } = options;
  if (applicantKind !== undefined && !APPLICANT_KINDS.some((kind) => kind === applicantKind))
    return `--applicant-kind 应为 ${APPLICANT_KINDS.join("、")} 之一。`;
  if (channel !== undefined && !CHANNELS.some((one) => one === channel)) return `--channel 应为 ${CHANNELS.join("、")} 之一。`;
  return undefined;
}

function chosen({ options }: Given) {
  const applicantKind = APPLICANT_KINDS.find((kind) => kind === options["applicantKind"]);
  const channel = CHANNELS.find((one) => one === options["channel"]);
  return { ...(applicantKind === undefined ? {} : { applicantKind }), ...(channel === undefined ? {} : { channel }) };
}
