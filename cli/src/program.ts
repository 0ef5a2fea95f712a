import { Command as Parser, CommanderError } from "commander";
import type { Command, ExitCode } from "./command.ts";
import type { Io } from "./io.ts";
import { measureWidth } from "./report/text-grid.ts";

interface Group {
  readonly name: string;
  readonly summary: string;
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
};

/** Parses the line, runs the command it names and gives the exit code. Text of the parser is ours, in Chinese. */
export async function runProgram(
  words: readonly string[],
  { commands, groups, version, io }: { commands: readonly Command[]; groups: readonly Group[]; version: string; io: Io },
): Promise<ExitCode> {
  let end: ExitCode = 0;
  const written: string[] = [];
  const root = dress(new Parser("gongkai"), written)
    .usage("<命令> …")
    .description("公开：政府信息公开工作的读取、核对、汇总与比对工具")
    .version(version, "-V, --version", "显示版本号")
    .addHelpText("after", "\n各命令的详细说明：gongkai <命令> --help，例如 gongkai report check --help");
  const parents = new Map<string, Parser>();
  for (const group of groups) {
    const parser = dress(root.command(group.name), written).usage("<命令> …").description(group.summary);
    parents.set(group.name, parser);
  }
  for (const command of commands) {
    const words = command.name.split(" ");
    const parent = parents.get(words.slice(0, -1).join(" ")) ?? root;
    const parser = dress(parent.command(words.at(-1) ?? command.name), written).description(command.summary);
    parser.usage([...command.arguments.map((argument) => argument.form), "[选项]"].join(" "));
    for (const argument of command.arguments) parser.argument(argument.form, argument.does);
    for (const option of command.options) parser.option(option.form, option.does);
    const examples = command.examples.map(({ line, does }) => `  ${line}\n      ${does}`).join("\n");
    parser.addHelpText("after", `\n${command.notes}\n\n示例：\n${examples}`);
    parser.action(async () => {
      end = await command.run({ arguments: parser.args, options: parser.opts() }, io);
    });
  }
  try {
    await root.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that was asked for is a result; help that answers a line without a command is bad use.
    if (error.exitCode === 0) await io.result(written.join(""));
    else if (error.code === "commander.help") io.remark(written.join("").trimEnd());
    else io.remark(`${explain(error)}\n使用 gongkai --help 查看用法。`);
    return error.exitCode === 0 ? 0 : 2;
  }
  return end;
}

function dress(parser: Parser, written: string[]): Parser {
  return parser
    .helpOption("-h, --help", "显示帮助")
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, subcommandTerm: (sub) => sub.name(), displayWidth: measureWidth })
    .configureOutput({
      writeOut: (text) => void written.push(text),
      writeErr: (text) => void written.push(text),
      outputError: () => {}, // said by explain() in Chinese
    });
}

/** The parser's complaint in Chinese; what it names stands in quotes in its English sentence. */
function explain(error: CommanderError): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption":
      return `没有“${named}”这个选项。`;
    case "commander.unknownCommand":
      return `没有“${named}”这个命令。`;
    case "commander.missingArgument":
      return `缺少参数：${named.replace("...", "")}。`;
    case "commander.optionMissingArgument":
      return `选项“${named}”后面缺少内容。`;
    case "commander.excessArguments":
      return "参数过多，请检查命令是否写对。";
    default:
      return `命令有误：${error.message}`;
  }
}
