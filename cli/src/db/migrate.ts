import type { Command } from "../command.ts";
import { inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";

export const migrateCommand: Command = {
  name: "db migrate",
  summary: "把数据库的表结构升级到本程序的版本",
  arguments: [],
  options: [{ form: "--json", does: "输出 JSON：{ applied }" }],
  notes: `服务启动时会自动升级，一般不必单独执行；需要在停机窗口内先升级、后启动时使用。升级前请先执行 gongkai db backup。
每个迁移文件在一个事务中执行：失败时该文件不留下任何改动，已完成的不再重做。几个进程同时升级也只执行一次。
${SETTINGS_NOTE}
退出码：0 已是最新；1 数据库与本程序不配套；2 设置有误或连不上数据库。`,
  examples: [{ line: "gongkai db migrate", does: "升级表结构，列出执行了哪些迁移文件" }],
  run: (given, io) =>
    inWorkplace(
      io,
      async ({ database }, { bringUpToDate }) => {
        const migrated = await bringUpToDate(database);
        if (!migrated.ok) {
          io.remark(migrated.message);
          return 1;
        }
        const applied = migrated.value;
        if (given.options["json"] === true) await io.result(`${JSON.stringify({ applied })}\n`);
        else
          await io.result(
            applied.length === 0
              ? "表结构已是最新。\n"
              : `已执行${applied.length}个迁移文件：\n${applied.map((name) => `  ${name}\n`).join("")}`,
          );
        return 0;
      },
      { mayBeOutdated: true },
    ),
};
