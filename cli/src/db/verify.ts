import type { Command } from "../command.ts";
import { inDigits, inWorkplace, SETTINGS_NOTE } from "./open-workplace.ts";
import { presentVerification, printVerification } from "./print-verification.ts";

const UNITS = { events: "个事件", files: "个文件", streams: "个事项（重算查询表）" } as const;

export const verifyCommand: Command = {
  name: "db verify",
  summary: "核验账本：事件、编号、文件和密钥有没有被改动、删除或丢失",
  arguments: [],
  options: [
    { form: "--projections", does: "再由事件重算全部查询表并逐行比对（较慢）" },
    { form: "--json", does: "输出 JSON：机关数、事件数、文件数、各机关链尾、全部问题" },
  ],
  notes: `逐个机关核对：
  · 每个事件的内容与其散列值相符，前后相接，没有缺失、调换或截断；每个事项的步骤连续；
  · 各编号系列没有缺号、重号，每个号码与事件中记载的一致；
  · 文件库中每个文件都在且内容未变，已清除的确已不在，事件所附的文件都有登记；
  · 个人信息所用的密钥都在密钥文件夹中。
可以在服务运行时执行，核验的是开始那一刻的状态，不影响写入；不改动任何内容，重算的查询表只放在临时表中。
散列链能发现对数据库的零星改动；能改写整条链的人（掌握数据库管理员权限）只能靠外部留存发现：--json 输出的各机关链尾（heads）请定期另行保存，备份文件中也有一份。
${SETTINGS_NOTE}
退出码：0 全部相符；1 发现问题；2 设置有误、连不上数据库或版本不配套。`,
  examples: [
    { line: "gongkai db verify", does: "每个问题一行，写明机关、事件和情况" },
    { line: "gongkai db verify --projections --json > 核验.json", does: "连同查询表一起核验，结果存档" },
  ],
  run: (given, io) =>
    inWorkplace(io, async (workplace, { regionAgencyNames, verifyEverything }) => {
      const verification = await verifyEverything(workplace, {
        projections: given.options["projections"] === true,
        onProgress: (what, count) => io.progress(`核验中：${inDigits(count)}${UNITS[what]}`),
      });
      const names = await regionAgencyNames(workplace.database);
      io.progress("");
      await io.result(
        given.options["json"] === true
          ? `${JSON.stringify(presentVerification(verification, names))}\n`
          : printVerification(verification, names),
      );
      return verification.faults.length === 0 ? 0 : 1;
    }),
};
