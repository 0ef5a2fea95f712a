import { createRequire } from "node:module";
import type { ExitCode } from "./command.ts";
import type { Io } from "./io.ts";
import { runProgram } from "./program.ts";
import { checkCommand } from "./report/check.ts";
import { compareCommand } from "./report/compare.ts";
import { mergeCommand } from "./report/merge.ts";
import { readCommand } from "./report/read.ts";
import { serveCommand } from "./serve.ts";

const commands = [readCommand, checkCommand, compareCommand, mergeCommand, serveCommand];
const groups = [{ name: "report", summary: "年度报告：读取、核对、比对、汇总" }];

/** Runs one line of the `gongkai` command; `words` are those after the command's name. */
export function runGongkai(words: readonly string[], io: Io): Promise<ExitCode> {
  const { version } = createRequire(import.meta.url)("../package.json") as { version: string }; // our own file
  return runProgram(words, { commands, groups, version, io });
}
