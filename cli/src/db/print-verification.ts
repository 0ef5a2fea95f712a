import type { regionAgencyNames, WholeVerification } from "@gongkai/server/maintenance";
import { inDigits } from "./open-workplace.ts";

type Names = Awaited<ReturnType<typeof regionAgencyNames>>;

/** One line for each fault, with organ and event, and one that sums up. */
export function printVerification({ agencies, events, files, streams, faults }: WholeVerification, names: Names): string {
  const lines = faults.map(({ agencyId, sequence, message }) => {
    const organ = names.get(agencyId) ?? `机关${agencyId}`;
    return `${organ}（${agencyId}）${sequence === 0 ? "" : `第${sequence}号事件`}：${message}\n`;
  });
  const projected = streams === undefined ? "" : `，由${inDigits(streams)}个事项重算查询表`;
  const checked = `核验了${inDigits(agencies)}个机关的${inDigits(events)}个事件、${inDigits(files)}个文件${projected}`;
  return `${lines.join("")}${checked}：${faults.length === 0 ? "全部相符，未发现问题。" : `发现${inDigits(faults.length)}处问题。`}\n`;
}

/** The faults with the organ's name beside its number. */
export function presentVerification(verification: WholeVerification, names: Names) {
  return { ...verification, faults: verification.faults.map((fault) => ({ ...fault, agency: names.get(fault.agencyId) ?? null })) };
}
