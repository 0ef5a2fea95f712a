import type * as maintenanceModule from "@gongkai/server/maintenance";
import type { Settings, Workplace } from "@gongkai/server/maintenance";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";

export type Maintenance = typeof maintenanceModule;

/** Said in the help of every command on the database. */
export const SETTINGS_NOTE = `使用与服务相同的设置（环境变量 DATABASE_URL、DATA_DIR、DEMO，见 docs/operations.md）；未设 DATABASE_URL 时用数据文件夹中的内置数据库，服务没有运行时临时启动它。`;

/**
 * Opens the database the settings name, does the work, and closes it again. The server's code is asked for only now: the other
 * commands need nothing of it and start faster without.
 */
export async function inWorkplace(
  io: Io,
  work: (workplace: Workplace, maintenance: Maintenance, settings: Settings) => Promise<ExitCode>,
  { mayBeOutdated = false }: { readonly mayBeOutdated?: boolean } = {},
): Promise<ExitCode> {
  const maintenance = await import("@gongkai/server/maintenance");
  const read = maintenance.readSettings(process.env);
  if (!read.ok) return refuse(io, read.message);
  const opened = await maintenance.openWorkplace(read.settings);
  if (!opened.ok) return refuse(io, opened.message);
  try {
    const outdated = mayBeOutdated ? undefined : await maintenance.refuseOutdated(opened.value.database);
    return outdated === undefined ? await work(opened.value, maintenance, read.settings) : refuse(io, outdated);
  } finally {
    io.progress("");
    await opened.value.database.close();
  }
}

function refuse(io: Io, message: string): ExitCode {
  io.remark(message);
  return 2;
}

/** `12,345,678` bytes as `11.8 MB`; less than one as `KB`. */
export function inMegabytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toLocaleString("zh-CN", { maximumFractionDigits: 1 })} MB`;
}

/** `1,234,567`. */
export function inDigits(count: number): string {
  return count.toLocaleString("zh-CN");
}
