import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { plainDate } from "@gongkai/statute";
import type { Command } from "../command.ts";
import { inOrgan, refuse, SYSTEM } from "../db/open-organ.ts";
import { inDigits, SETTINGS_NOTE } from "../db/open-workplace.ts";

export const itemImportCommand: Command = {
  name: "item import",
  summary: "上传原网站已经公开的信息清单，供负责人移入",
  arguments: [{ form: "<文件>", does: "有标题行的清单（xlsx、csv），或者装有清单、正文文件和附件的压缩包（zip）" }],
  options: [
    { form: "--agency <代码>", does: "移入哪个机关" },
    { form: "--dry-run", does: "只核对，不上传" },
    { form: "--json", does: "输出 JSON：行数和逐行的问题" },
  ],
  notes: `逐行核对后作为“待核对”的移入留在管理后台，不直接公开：由政府信息公开工作机构负责人在后台确认原来的审查情况，开始移入。
适合超过上传上限的压缩包。有问题的行逐行说明原因，移入时不会移入。
${SETTINGS_NOTE}
退出码：0 全部可以移入；1 有的行有问题；2 文件不能读取、没有可以移入的行或者命令有误。`,
  examples: [
    { line: "gongkai item import 清单.xlsx --agency yunxi-jiaoyu --dry-run", does: "核对清单，逐行列出问题" },
    { line: "gongkai item import 旧网站.zip --agency yunxi-jiaoyu", does: "上传清单和文件，供负责人在后台移入" },
  ],
  run: async (given, io) => {
    const [path = ""] = given.arguments;
    const { agency, dryRun, json } = given.options;
    if (typeof agency !== "string") return refuse(io, "请用 --agency 写明移入哪个机关。");
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) return refuse(io, `不能打开文件 ${path}。`);
    return inOrgan(io, agency, async ({ organ, ledger, workplace: { files }, maintenance }) => {
      const { createItemImport, ITEM_IMPORT_REFUSALS, readHandedIn, systemClock, tryItemImport } = maintenance;
      const name = basename(path);
      const read = await readHandedIn({ read: readDocument }, { name, bytes });
      if (!read.ok) return refuse(io, ITEM_IMPORT_REFUSALS[read.refusal].message);
      const { agencyId } = organ;
      const today = plainDate(systemClock.today());
      const { rows } = await tryItemImport({ ledger }, { agencyId, bytes, content: read.value.content, today });
      const bad = rows.filter(({ item }) => item === undefined);
      if (json !== true)
        for (const { row, problems } of bad)
          for (const { at, message } of problems) io.remark(`第${row}行${at === "" ? "" : ` ${at}`}：${message}`);
      let id: string | null = null;
      if (dryRun !== true) {
        const made = await createItemImport({ ledger, files }, { agencyId, officer: SYSTEM, name, bytes, ...read.value });
        if (!made.ok) return refuse(io, ITEM_IMPORT_REFUSALS[made.refusal].message);
        ({ id } = made.value);
      }
      const good = rows.length - bad.length;
      const problems = bad.map(({ row, problems: found }) => ({ row, problems: found }));
      if (json === true) await io.result(`${JSON.stringify({ agency: organ.name, rows: rows.length, good, import: id, problems })}\n`);
      else
        await io.result(
          `${organ.name}：共${inDigits(rows.length)}行，可以移入${inDigits(good)}条，${inDigits(bad.length)}行有问题。${
            id === null ? "" : "已上传，请负责人在管理后台“移入已公开信息”中核对并移入。"
          }\n`,
        );
      if (good === 0) return 2;
      return bad.length === 0 ? 0 : 1;
    });
  },
};
