import type { Calendar } from "@gongkai/statute";
import { importJobs, type ImportStores } from "../imports/index.ts";
import type { Job } from "../platform/jobs/index.ts";
import { REGISTERS } from "./import-store.ts";
import { REGISTER_REFUSALS } from "./refusals.ts";
import { runImport } from "./run-import.ts";

export interface RegisterJobNeeds extends ImportStores {
  readonly calendar: () => Calendar;
}

export const REGISTER_JOBS: readonly Job<RegisterJobNeeds>[] = importJobs(REGISTERS, {
  role: "registrar",
  title: "导入或者撤销导入台账",
  tidyTitle: "清除放弃的台账导入，续做中断的导入",
  tidyAt: "01:40",
  refusals: REGISTER_REFUSALS,
  run: (needs, call) => runImport(needs, { ...call, calendar: needs.calendar() }),
});
