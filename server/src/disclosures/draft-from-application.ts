import { plainDate, type Result } from "@gongkai/statute";
import { findApplication } from "../applications/index.ts";
import type { Officer } from "../applications/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { escapeText } from "../screening/index.ts";
import { refused } from "./act-on-item.ts";
import { draftItem } from "./draft-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { type DraftFromApplication, type ItemDone, ItemDraft } from "./schema.ts";

/** Art. 44: makes a draft of what was disclosed on application, with the request's title. The text is for the drafter to fill in. */
export async function draftFromApplication(
  ledger: Ledger,
  files: FileStore,
  call: {
    readonly agencyId: number;
    readonly officer: Officer;
    readonly given: DraftFromApplication;
    readonly commandKey?: string | undefined;
  },
): Promise<Result<ItemDone, ItemRefusal>> {
  const { agencyId, officer, given, commandKey } = call;
  const application = await findApplication(ledger.db, agencyId, given.application);
  if (application === undefined) return refused("application-not-found");
  const isDisclosed = application.outcome === "granted" || application.outcome === "partial";
  if (!isDisclosed || application.decided_on === null) return refused("application-not-answered");
  const request = await ledger.db
    .selectFrom("application_request")
    .select(["title", "document_number", "erased_at"])
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", given.application)
    .executeTakeFirst();
  const title = (request?.erased_at === null ? request.title : application.summary).replaceAll(/\p{Cc}/gu, " ").slice(0, 300);
  const draft = ItemDraft.parse({
    title,
    genre: "other",
    entry: given.entry,
    documentNumber: request?.document_number?.slice(0, 80) ?? "",
    formedOn: plainDate(application.decided_on),
    html: `<p>${escapeText(title)}</p>`,
  });
  return draftItem(ledger, files, { agencyId, officer, given: draft, application: given.application, commandKey });
}
