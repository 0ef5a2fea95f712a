import type { Command } from "../command.ts";
import { inDigits, inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";

export const rebuildCommand: Command = {
  name: "db rebuild",
  summary: "由事件重建全部查询表",
  arguments: [],
  options: [{ form: "--json", does: "输出 JSON：{ streams }" }],
  notes: `查询表（列表、检索所用）完全由事件推算而来，可以随时重建；事件本身不受影响。
在 gongkai db verify --projections 发现不符，或升级说明要求时使用。在一个事务中完成，中断后保持原样；
重建期间服务可以查阅，登记和办理须等待重建完成。
${SETTINGS_NOTE}
退出码：0 已重建；2 设置有误、连不上数据库或版本不配套。`,
  examples: [{ line: "gongkai db rebuild", does: "重建后说明涉及多少个事项" }],
  run: (given, io) =>
    inWorkplace(io, async ({ database }, { readProjections, rebuildProjections }) => {
      const { streams } = await rebuildProjections(database.db, await readProjections(database), (count) =>
        io.progress(`重建中：${inDigits(count)}个事项`),
      );
      io.progress("");
      await io.result(
        given.options["json"] === true ? `${JSON.stringify({ streams })}\n` : `已由${inDigits(streams)}个事项的事件重建全部查询表。\n`,
      );
      return 0;
    }),
};
