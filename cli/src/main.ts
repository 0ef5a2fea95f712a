import { createProcessIo } from "./io.ts";
import { runGongkai } from "./run.ts";

const io = createProcessIo();
try {
  process.exitCode = await runGongkai(process.argv.slice(2), io);
} catch (error) {
  io.progress("");
  io.remark(`程序出错，未能完成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 2;
}
