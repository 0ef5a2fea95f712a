import type { Command } from "../command.ts";
import { inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";

export const distributeCommand: Command = {
  name: "db distribute",
  summary: "把各表分布到 Citus 集群",
  arguments: [],
  options: [{ form: "--json", does: "输出 JSON：{ reference, distributed, copiesLeft }" }],
  notes: `用于一台数据库服务器容纳不下的部署：DATABASE_URL 指向 Citus 集群的协调节点，并已启用扩展、加入工作节点。
机关、人员、日历等共用的表复制到每个节点；其余各表按机关（agency_id）分布，同一机关的数据在同一节点。
已分布的表保持不变；升级新增了表之后再执行一次即可。请在服务停止时执行，事先备份。
最好在空数据库上先分布、再恢复备份；已有的数据会复制到各节点，协调节点上的旧副本随后清除。
尚未在真正的 Citus 集群上运行过，正式使用前请先演练（docs/operations.md）。
单台服务器和内置数据库不需要执行。
${SETTINGS_NOTE}
退出码：0 已分布；1 数据库没有 Citus 扩展，或表结构不能分布；2 设置有误、连不上数据库或版本不配套。`,
  examples: [{ line: "DATABASE_URL=postgres://gongkai@coordinator/gongkai gongkai db distribute", does: "列出共用的表和分布的表" }],
  run: (given, io) =>
    inWorkplace(io, async ({ database }, { distributeTables }) => {
      const distributed = await distributeTables(database.pool, (table) => io.progress(`分布中：${table}`));
      io.progress("");
      if (!distributed.ok) {
        io.remark(distributed.message);
        return 1;
      }
      const { reference, distributed: tables, copiesLeft } = distributed.value;
      if (copiesLeft !== null) io.remark(`已分布，但协调节点上的旧副本没有清除（${copiesLeft}）；再执行一次本命令，或请数据库管理员处理。`);
      await io.result(
        given.options["json"] === true
          ? `${JSON.stringify(distributed.value)}\n`
          : `共用的表（每个节点一份）：${reference.join("、")}\n按机关分布的表：${tables.join("、")}\n`,
      );
      return 0;
    }),
};
