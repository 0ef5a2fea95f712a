import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "../command.ts";
import { inDigits, inMegabytes, inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";

export const backupCommand: Command = {
  name: "db backup",
  summary: "把数据库和文件备份为一个文件",
  arguments: [{ form: "[文件]", does: "备份文件名，或存放备份的文件夹；默认为当前文件夹下 gongkai-日期-时刻.tar.zst" }],
  options: [
    { form: "--with-keys", does: "把密钥也放进备份（默认不放）" },
    { form: "--json", does: "输出 JSON：文件名、大小、各表行数、文件数、各机关链尾" },
  ],
  notes: `可以在服务运行时执行：备份的是开始那一刻的状态，不影响登记和办理；占用内存不随数据量增长。
备份是一个 zstd 压缩的 tar 文件，内有各表数据、文件库、年报库公布的报告和校验值，不含登录会话和限流计数。
密钥（DATA_DIR/keys）默认不在备份中：得到备份的人读不到申请人的个人信息；但没有密钥，您自己也读不到。
请另行保存 keys 文件夹，且不要与备份放在一起。备份文件本身也应妥善保管。已有的文件不会被覆盖。
${SETTINGS_NOTE}
退出码：0 已备份；1 已备份，但文件库中缺少文件；2 设置有误、连不上数据库、不能写入或文件已存在。`,
  examples: [
    { line: "gongkai db backup /backup/", does: "在 /backup 文件夹中写一个以时刻命名的备份" },
    { line: "gongkai db backup 备份.tar.zst --with-keys", does: "连同密钥备份为一个文件（如整机迁移）" },
  ],
  run: (given, io) =>
    inWorkplace(io, async (workplace, { systemClock, writeBackup }) => {
      const at = systemClock.instant();
      const path = choosePath(given.arguments[0], at);
      if (existsSync(path)) {
        io.remark(`${path} 已存在，没有备份：请换一个文件名。`);
        return 2;
      }
      const withKeys = given.options["withKeys"] === true;
      try {
        mkdirSync(dirname(path), { recursive: true });
        const summary = await writeBackup({
          ...workplace,
          keysFolder: withKeys ? workplace.keysFolder : undefined,
          path,
          at,
          onProgress: ({ part, bytes }) => io.progress(`备份中：${part}，已读${inMegabytes(bytes)}`),
        });
        io.progress("");
        const rows = summary.tables.reduce((sum, table) => sum + table.rows, 0);
        if (given.options["json"] === true) await io.result(`${JSON.stringify(summary)}\n`);
        else {
          await io.result(
            `已备份到 ${path}（${inMegabytes(summary.bytes)}）：${inDigits(summary.tables.length)}个表${inDigits(rows)}行、${inDigits(summary.files)}个文件（${inMegabytes(summary.fileBytes)}）、${inDigits(summary.reports)}份年报。\n`,
          );
        }
        if (withKeys) io.remark("备份中含有密钥：得到这个文件的人可以读取申请人的个人信息，请严加保管。");
        else io.remark(`备份不含密钥：请另行保存 ${workplace.keysFolder}，没有它就无法读取申请人的个人信息。`);
        for (const sha256 of summary.missing) io.remark(`文件 ${sha256} 在文件库中不存在，备份中也没有。`);
        return summary.missing.length === 0 ? 0 : 1;
      } catch (fault) {
        const why = explainFault(fault);
        if (why === undefined) throw fault;
        io.progress("");
        io.remark(`不能写入 ${path}，没有备份：${why}。`);
        return 2;
      }
    }),
};

function choosePath(given: string | undefined, at: string): string {
  const name = `gongkai-${at.slice(0, 19).replaceAll(":", "").replace("T", "-")}Z.tar.zst`;
  if (given === undefined) return resolve(name);
  const isFolder = /[/\\]$/.test(given) || statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(resolve(given), name) : resolve(given);
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: "没有写入权限",
  EPERM: "没有写入权限",
  EROFS: "该位置只读",
  ENOSPC: "磁盘空间不足",
  ENOTDIR: "路径中有不是文件夹的部分",
  EEXIST: "路径中有不是文件夹的部分",
  ENAMETOOLONG: "文件名过长",
};

function explainFault(fault: unknown): string | undefined {
  return WHY[(fault as { code?: string }).code ?? ""];
}
