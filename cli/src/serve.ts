import type { Command, ExitCode } from "./command.ts";
import type { Io } from "./io.ts";

/** Starts the server with these settings over those of the environment. */
async function start(io: Io, over: Readonly<Record<string, string>> = {}): Promise<ExitCode> {
  // Asked for only now: the other commands need nothing of the server and start faster without it.
  const { readSettings, serve } = await import("@gongkai/server");
  const read = readSettings({ ...process.env, ...over });
  if (!read.ok) {
    io.remark(read.message);
    return 2;
  }
  const code = await serve(read.settings);
  return code === 0 || code === 1 ? code : 2;
}

export const demoCommand: Command = {
  name: "demo",
  summary: "以演示模式启动服务：虚构的区域、人员和今天到期的案件",
  arguments: [],
  options: [],
  notes: `与 DEMO=on gongkai serve 相同。演示数据单独存放在 DATA_DIR 的 demo 文件夹，每页都标明“演示数据”，不会与正式数据混在一起。
后台（/console）的登录页列出演示岗位，点选即可进入，不需要密码。退出码同 gongkai serve。`,
  examples: [{ line: "gongkai demo", does: "在 http://127.0.0.1:8080 查看演示" }],
  run: (_given, io) => start(io, { DEMO: "on" }),
};

export const serveCommand: Command = {
  name: "serve",
  summary: "启动服务（网页和接口）",
  arguments: [],
  options: [],
  notes: `供正式使用；试用请执行 gongkai demo。设置用环境变量，例如 PORT（端口，默认 8080）、HOST（地址，默认 127.0.0.1），全部设置见 docs/operations.md。
按 Ctrl+C 停止，正在处理的请求会先完成。退出码：0 正常停止；1 停止时有请求被中断；2 设置有误或无法启动。`,
  examples: [{ line: "PORT=9000 gongkai serve", does: "在 http://127.0.0.1:9000 提供服务" }],
  run: (_given, io) => start(io),
};
