import type { Ledger, Workplace } from "@gongkai/server/maintenance";
import type { Calendar } from "@gongkai/statute";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { inWorkplace, type Maintenance } from "./open-workplace.ts";

/** The administrator at the machine acts as the system itself. */
export const SYSTEM = { actor: { kind: "system" }, roles: [], units: [] } as const;

/** An organ's ledger, opened for work on its cases or items. */
export interface OpenOrgan {
  readonly organ: { readonly agencyId: number; readonly name: string; readonly calendar: Calendar };
  readonly ledger: Ledger;
  readonly workplace: Workplace;
  readonly maintenance: Maintenance;
}

/** Opens the organ of a code; one that is not there, and keys that are missing, are told. */
export function inOrgan(io: Io, code: string, work: (open: OpenOrgan) => Promise<ExitCode>): Promise<ExitCode> {
  return inWorkplace(io, async (workplace, maintenance) => {
    const organ = await maintenance.findOrgan(workplace.database, code);
    if (organ === undefined) return refuse(io, `没有代码为“${code}”的机关。`);
    const ledger = await maintenance.workplaceLedger(workplace);
    if (ledger === undefined) return refuse(io, `没有找到密钥（${workplace.keysFolder}）：请检查 DATA_DIR 是否与服务所用的一致。`);
    return work({ organ, ledger, workplace, maintenance });
  });
}

/** Tells why nothing was done. */
export function refuse(io: Io, message: string): 2 {
  io.remark(message);
  return 2;
}
