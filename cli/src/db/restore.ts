import { existsSync, statSync } from "node:fs";
import type { Command } from "../command.ts";
import { inDigits, inMegabytes, inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";
import { presentVerification, printVerification } from "./print-verification.ts";

export const restoreCommand: Command = {
  name: "db restore",
  summary: "把备份恢复到空的数据库，并当场核验",
  arguments: [{ form: "<文件>", does: "gongkai db backup 写出的备份文件" }],
  options: [{ form: "--json", does: "输出 JSON：备份时间、升级了哪些迁移文件、核验结果" }],
  notes: `只恢复到空的数据库，不覆盖任何已有内容：请先把 DATA_DIR 设为新的文件夹（内置数据库），或新建一个数据库（DATABASE_URL），不要先启动服务。
先把备份从头到尾读一遍并核对校验值，损坏、截断或不是本系统的文件在动手之前就被拒绝；数据在一个事务中写入，中断后数据库仍是空的，可以重来。
备份来自较早的版本时，恢复后自动升级到本程序的版本并重建查询表。完成后核验全部事件、编号、文件和密钥。
备份不含密钥时，请把当时另行保存的 keys 文件夹放回数据文件夹，否则读不到申请人的个人信息（核验会指出）。
恢复后所有人须重新登录。
${SETTINGS_NOTE}
退出码：0 已恢复且核验无误；1 未恢复（数据库不空、版本不配套），或已恢复但核验发现问题；2 备份不可读，或设置有误、连不上数据库。`,
  examples: [{ line: "DATA_DIR=/srv/gongkai-new gongkai db restore 备份.tar.zst", does: "恢复到新的数据文件夹" }],
  run: async (given, io) => {
    const [path = ""] = given.arguments;
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
      io.remark(existsSync(path) ? `${path} 不是文件。` : `没有 ${path} 这个文件。`);
      return 2;
    }
    const size = statSync(path).size;
    return inWorkplace(
      io,
      async (workplace, { readProjections, regionAgencyNames, restoreBackup, verifyEverything }) => {
        const percent = (bytes: number) => `${size === 0 ? 100 : Math.floor((100 * bytes) / size)}%`;
        const restored = await restoreBackup({
          ...workplace,
          path,
          projections: readProjections,
          onProgress: (phase, bytes) =>
            io.progress(`${phase === "checking" ? "核对备份" : "恢复"}：${percent(bytes)}，共${inMegabytes(size)}`),
        });
        io.progress("");
        if (!restored.ok) {
          io.remark(`${path}：${restored.message}`);
          return restored.isUnreadable ? 2 : 1;
        }
        const { manifest, end, migrated } = restored.value;
        const verification = await verifyEverything(workplace, {
          projections: true,
          onProgress: (_what, count) => io.progress(`核验中：${inDigits(count)}`),
        });
        const names = await regionAgencyNames(workplace.database);
        io.progress("");
        if (given.options["json"] === true) {
          const { createdAt, isDemo } = manifest;
          await io.result(
            `${JSON.stringify({ createdAt, isDemo, migrated, missing: end.missing, verification: presentVerification(verification, names) })}\n`,
          );
        } else {
          const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
          const newer = migrated.length === 0 ? "" : `，并升级了${migrated.length}个迁移文件`;
          await io.result(
            `已恢复备份（备份时刻 ${manifest.createdAt.slice(0, 16).replace("T", " ")}，协调世界时）：${inDigits(rows)}行、${inDigits(end.files)}个文件${newer}。\n${printVerification(verification, names)}`,
          );
        }
        if (!manifest.hasKeys) io.remark(`备份不含密钥：启动服务之前，请把当时保存的 keys 文件夹放到 ${workplace.keysFolder}。`);
        return verification.faults.length === 0 ? 0 : 1;
      },
      { mayBeOutdated: true },
    );
  },
};
