import { plainDate } from "@gongkai/statute";
import { listAllAgencies } from "../agencies/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { type Job, JobFailed } from "../platform/jobs/index.ts";
import { lapseDocuments } from "./change-validity.ts";
import { publishDue } from "./publish-item.ts";
import { expireItems } from "./withdraw-item.ts";

export interface DisclosureJobNeeds {
  readonly ledger: Ledger;
}

export const DISCLOSURE_JOBS: readonly Job<DisclosureJobNeeds>[] = [
  {
    name: "disclosures:publish",
    title: "发布到时的信息",
    schedule: { every: "minute" },
    atStart: true,
    run: async (_payload, { ledger }, { signal }) => {
      const { failed } = await publishDue(ledger, signal);
      if (failed.length > 0) throw new JobFailed(`有${failed.length}条定时发布的信息不再符合发布条件，没有发布。`);
    },
  },
  {
    name: "disclosures:expire",
    title: "结束公开期满的信息，登记到期失效的文件",
    schedule: { every: "day", at: "00:10" },
    atStart: true,
    run: async (_payload, { ledger }, { signal }) => {
      await expireItems(ledger, plainDate(ledger.clock.today()), signal);
      for (const { agency_id: agencyId } of await listAllAgencies(ledger.db)) {
        if (signal.aborted) return;
        if (agencyId > 0) await lapseDocuments(ledger, agencyId);
      }
    },
  },
];
