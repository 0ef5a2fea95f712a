import { createRequire } from "node:module";
import { statusCommand } from "./case/status.ts";
import { tallyCommand } from "./case/tally.ts";
import type { ExitCode } from "./command.ts";
import { deadlineCommand } from "./deadline.ts";
import type { Io } from "./io.ts";
import { runProgram } from "./program.ts";
import { checkCommand } from "./report/check.ts";
import { compareCommand } from "./report/compare.ts";
import { convertCommand } from "./report/convert.ts";
import { mergeCommand } from "./report/merge.ts";
import { readCommand } from "./report/read.ts";
import { writeCommand } from "./report/write.ts";
import { serveCommand } from "./serve.ts";

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
  serveCommand,
];
const groups = [
  { name: "report", summary: "年度报告：读取、核对、写出、转换、比对、汇总" },
  { name: "case", summary: "申请、复议和诉讼案件：状态和期限、汇总年报表三表四" },
];

/** Runs one line of the `gongkai` command; `words` are those after the command's name. */
export function runGongkai(words: readonly string[], io: Io): Promise<ExitCode> {
  const { version } = createRequire(import.meta.url)("../package.json") as { version: string }; // our own file
  return runProgram(words, { commands, groups, version, io });
}
