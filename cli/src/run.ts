import { createRequire } from "node:module";
import { exportCommand } from "./case/export.ts";
import { importCommand } from "./case/import.ts";
import { itemImportCommand } from "./item/import.ts";
import { statusCommand } from "./case/status.ts";
import { tallyCommand } from "./case/tally.ts";
import type { ExitCode } from "./command.ts";
import { backupCommand } from "./db/backup.ts";
import { distributeCommand } from "./db/distribute.ts";
import { migrateCommand } from "./db/migrate.ts";
import { rebuildCommand } from "./db/rebuild.ts";
import { restoreCommand } from "./db/restore.ts";
import { verifyCommand } from "./db/verify.ts";
import { deadlineCommand } from "./deadline.ts";
import type { Io } from "./io.ts";
import { runProgram } from "./program.ts";
import { checkCommand } from "./report/check.ts";
import { compareCommand } from "./report/compare.ts";
import { convertCommand } from "./report/convert.ts";
import { mergeCommand } from "./report/merge.ts";
import { readCommand } from "./report/read.ts";
import { writeCommand } from "./report/write.ts";
import { demoCommand, serveCommand } from "./serve.ts";
import { verifyCopyCommand } from "./verify.ts";

const commands = [
  readCommand,
  checkCommand,
  writeCommand,
  convertCommand,
  compareCommand,
  mergeCommand,
  deadlineCommand,
  statusCommand,
  tallyCommand,
  importCommand,
  itemImportCommand,
  exportCommand,
  verifyCopyCommand,
  serveCommand,
  demoCommand,
  migrateCommand,
  verifyCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  distributeCommand,
];
const groups = [
  { name: "report", summary: "年度报告：读取、核对、写出、转换、比对、汇总" },
  { name: "case", summary: "申请、复议和诉讼案件：状态和期限、汇总年报表三表四、导入导出" },
  { name: "item", summary: "主动公开信息：原网站信息的上传核对" },
  { name: "db", summary: "数据库：升级、核验、重建、备份、恢复、分布" },
];

/** Runs one line of the `gongkai` command; `words` are those after the command's name. */
export function runGongkai(words: readonly string[], io: Io): Promise<ExitCode> {
  const { version } = createRequire(import.meta.url)("../package.json") as { version: string }; // our own file
  return runProgram(words, { commands, groups, version, io });
}
