import type { Command } from "./command.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "启动服务（网页和接口）",
  arguments: [],
  options: [],
  notes: `设置用环境变量，例如 PORT（端口，默认 8080）、HOST（地址，默认 127.0.0.1），全部设置见 docs/operations.md。
按 Ctrl+C 停止，正在处理的请求会先完成。退出码：0 正常停止；1 停止时有请求被中断；2 设置有误或无法启动。`,
  examples: [{ line: "PORT=9000 gongkai serve", does: "在 http://127.0.0.1:9000 打开年报体检" }],
  async run(_given, io) {
    // Asked for only now: the other commands need nothing of the server and start faster without it.
    const { readSettings, serve } = await import("@gongkai/server");
    const read = readSettings(process.env);
    if (!read.ok) {
      io.remark(read.message);
      return 2;
    }
    const code = await serve(read.settings);
    return code === 0 || code === 1 ? code : 2;
  },
};
