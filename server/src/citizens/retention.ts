import { addMonths, plainDate } from "@gongkai/statute";
import { sql } from "kysely";
import { eraseOfApplicant } from "../attachments/index.ts";
import { eraseSealed, type Ledger, runCommand } from "../ledger/index.ts";
import { eraseFrozen, eraseLetters } from "../letters/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { forgetFile, listCaseFiles, listDraftFiles, markErased } from "./keep-file.ts";

export interface RetentionNeeds {
  readonly ledger: Ledger;
  readonly files: FileStore;
}

export interface RetentionSettings {
  readonly settings: { readonly setAsideMonths: number };
}

/** States in which a case is over; an open one keeps its applicant whatever the schedule says. */
const OVER = ["closed", "abandoned", "withdrawn", "delivered", "decided"];

/**
 * Deletes drafts whose time is up with their files, and erases the personal data of cases whose schedule has come and of
 * submissions that have stayed set aside. Does no harm a second time.
 */
export async function keepRetention(
  { ledger, files, settings }: RetentionNeeds & RetentionSettings,
  signal?: AbortSignal,
): Promise<{ readonly drafts: number; readonly cases: number; readonly setAside: number }> {
  let drafts = 0;
  for (const draft of await regionListExpiredDrafts(ledger.db, ledger.clock.instant())) {
    if (signal?.aborted === true) break;
    await dropDraft({ ledger, files }, draft);
    drafts += 1;
  }
  let cases = 0;
  for (const one of await regionListCasesToErase(ledger.db, ledger.clock.today())) {
    if (signal?.aborted === true) break;
    if (await anonymise({ ledger, files }, one)) cases += 1;
  }
  let setAside = 0;
  const until = addMonths(plainDate(ledger.clock.today()), -settings.setAsideMonths);
  for (const one of await regionListSetAside(ledger.db, until)) {
    if (signal?.aborted === true) break;
    if (await anonymise({ ledger, files }, one)) setAside += 1;
  }
  return { drafts, cases, setAside };
}

interface Named {
  readonly agencyId: number;
  readonly id: string;
}

/** Drafts and used-up receipts whose time is up. Regional: one job serves all organs. */
async function regionListExpiredDrafts(db: Queryable, at: string): Promise<readonly Named[]> {
  const rows = await db
    .selectFrom("application_draft")
    .select(["agency_id", "draft_id"])
    .where("expires_at", "<=", at)
    .limit(10_000)
    .execute();
  return rows.map(({ agency_id, draft_id }) => ({ agencyId: agency_id, id: draft_id }));
}

async function dropDraft({ ledger, files }: RetentionNeeds, { agencyId, id }: Named): Promise<void> {
  const forgotten = await ledger.db.transaction().execute(async (tx) => {
    const row = await tx
      .deleteFrom("application_draft")
      .where("agency_id", "=", agencyId)
      .where("draft_id", "=", id)
      .where("expires_at", "<=", ledger.clock.instant()) // it may have been saved since
      .returning("application_id")
      .executeTakeFirst();
    if (row === undefined || row.application_id !== null) return []; // files of what was submitted belong to the case
    const rows = await listDraftFiles(tx, agencyId, id);
    for (const file of rows) await forgetFile(tx, file);
    return rows;
  });
  for (const { sha256 } of forgotten) await files.erase(sha256);
}

/** Cases that are over and whose applicant's data is due to be erased. Regional: one job serves all organs. */
async function regionListCasesToErase(db: Queryable, today: string): Promise<readonly Named[]> {
  const { rows } = await sql<{ agency_id: number; application_id: string }>`
    select application.agency_id, application.application_id
    from sealed_data as sealed
    join event on event.agency_id = sealed.agency_id and event.stream_kind = 'application' and event.type = 'submitted'
      and event.payload->>'applicant' = sealed.sealed_id::text
    join application on application.agency_id = event.agency_id and application.application_id = event.stream_id
    where sealed.purpose = 'applicant' and sealed.erased_at is null and sealed.erase_on <= ${today}
      and application.state in (${sql.join(OVER)})
    order by application.agency_id, event.sequence
    limit 10000`.execute(db);
  return rows.map(({ agency_id, application_id }) => ({ agencyId: agency_id, id: application_id }));
}

/** Submissions that are set aside now and have been since that day or longer. Regional: one job serves all organs. */
async function regionListSetAside(db: Queryable, until: string): Promise<readonly Named[]> {
  const { rows } = await sql<{ agency_id: number; application_id: string }>`
    select application.agency_id, application.application_id
    from application
    join application_request as request on request.agency_id = application.agency_id and request.application_id = application.application_id
    join event on event.agency_id = application.agency_id and event.stream_kind = 'application'
      and event.stream_id = application.application_id and event.type = 'setAside'
    where application.state = 'submitted' and application.waiting_role is null and request.erased_at is null
    group by application.agency_id, application.application_id
    having max(event.on_date) <= ${until}
    order by application.agency_id, application.application_id
    limit 10000`.execute(db);
  return rows.map(({ agency_id, application_id }) => ({ agencyId: agency_id, id: application_id }));
}

/** Erases who applied, what was said and handed in, and what the letters say; events, dates, numbers and hashes stay. */
export async function anonymise({ ledger, files }: RetentionNeeds, { agencyId, id }: Named): Promise<boolean> {
  const done = await runCommand<{ readonly bytes: readonly string[] }, "nothing-to-erase">(
    ledger,
    { command: "citizen:anonymise", agencyId, actor: { kind: "system" } },
    async (turn) => {
      const { tx, at } = turn;
      const stream = { kind: "application", id };
      const history = await turn.history(stream);
      const [first] = history;
      if (first === undefined || history.some(({ type }) => type === "anonymised")) return { ok: false, refusal: "nothing-to-erase" };
      const sealed = history
        .flatMap(({ payload }) => [payload["applicant"], payload["consulted"]])
        .filter((one) => typeof one === "string");
      const said = await tx
        .selectFrom("citizen_statement")
        .select("sealed_text")
        .where("agency_id", "=", agencyId)
        .where("application_id", "=", id)
        .execute();
      const told = await tx
        .selectFrom("third_party_link")
        .select("sealed_concern")
        .where("agency_id", "=", agencyId)
        .where("application_id", "=", id)
        .execute();
      for (const sealedId of [
        ...sealed,
        ...said.map(({ sealed_text }) => sealed_text),
        ...told.map(({ sealed_concern }) => sealed_concern),
      ])
        await eraseSealed(tx, agencyId, sealedId, at);
      await tx
        .updateTable("application_request")
        .set({ title: "", description: "", document_number: null, period: null, help: null, search: null, erased_at: at })
        .where("agency_id", "=", agencyId)
        .where("application_id", "=", id)
        .execute();
      const handedIn = (await listCaseFiles(tx, agencyId, id)).filter(({ erased_at }) => erased_at === null);
      for (const file of handedIn) await markErased(tx, file, at);
      await tx.deleteFrom("application_access").where("agency_id", "=", agencyId).where("application_id", "=", id).execute();
      await tx.deleteFrom("citizen_notice").where("agency_id", "=", agencyId).where("application_id", "=", id).execute();
      const letters = await eraseLetters(turn, id);
      const attached = await eraseOfApplicant(turn, history);
      const count = handedIn.length + attached.length;
      await turn.append(stream, [{ type: "anonymised", payload: { files: count, letters: letters.length } }]);
      return { ok: true, value: { bytes: [...handedIn.map(({ sha256 }) => sha256), ...attached, ...letters] } };
    },
  );
  if (!done.ok) return false;
  await eraseFrozen(files, done.value.bytes);
  return true;
}
