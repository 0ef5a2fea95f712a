import { z } from "zod";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { sendFile } from "./catalogue-answers.ts";
import { CATALOGUE_REFUSALS } from "./catalogue-refusals.ts";
import { findItemFile } from "./queries.ts";
import { ItemAgency } from "./schema.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;

/** Files of items as the office sees them, drafts' among them. */
export function itemFileRoutes(app: App, { ledger, files }: Pick<Dependencies, "ledger" | "files">): void {
  const { db } = ledger;

  app.get(
    `${BASE}/item-files/:sha256`,
    {
      ...READ,
      schema: { tags: TAGS, summary: "信息的附件（内部）", params: ItemAgency.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
    },
    async (request, reply) => {
      const row = await findItemFile(db, officerOf(request).agencyId, request.params.sha256);
      const bytes = row === undefined ? undefined : await files.find(row.sha256);
      if (row === undefined || bytes === undefined) return answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]);
      return sendFile(reply, bytes, row.media_type, row.sha256);
    },
  );
}
