import { plainDate, type Result } from "@gongkai/statute";
import { requestKey, submitApplication } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { findRecipients, notify } from "../messages/index.ts";
import { addMinutes } from "../platform/instant.ts";
import { checkDraft, toSubmission } from "./check-draft.ts";
import { type Draft, lockDraft, openDraft, RECEIPT_MINUTES } from "./draft-store.ts";
import { listDraftFiles } from "./keep-file.ts";
import { codeOfDraft, grouped, hashCode, makeReceiptNumber } from "./query-code.ts";
import { listSuspicions } from "./suspect.ts";
import type { Suspicion } from "./suspicion-words.ts";

export type SubmitRefusal = "draft-gone" | "draft-changed" | "draft-incomplete" | "too-many" | CommonRefusal;

export interface Submitted {
  readonly applicationId: string;
  readonly receiptNumber: string;
}

export interface SubmitCall {
  readonly draft: Draft;
  /** The secret of the browser. */
  readonly owner: string;
  /** The version the preview showed. */
  readonly version: number;
  readonly address: string;
  readonly hasAnswered: boolean;
}

/**
 * Turns a draft into an application. The draft's id is the idempotency key: a double click, a retry after a broken line, the
 * back button make one case, and each of them gets its receipt. What is returned is committed.
 */
export async function submitDraft(ledger: Ledger, call: SubmitCall): Promise<Result<Submitted, SubmitRefusal>> {
  const { draft, owner, version } = call;
  const { agencyId, id } = draft;
  const again = await findSubmitted(ledger, draft);
  if (again !== undefined) return { ok: true, value: again };
  const suspicions = await weigh(ledger, call);
  if (suspicions === undefined) return { ok: false, refusal: "too-many" };
  const done = await runCommand<{ readonly applicationId: string; readonly receiptNumber: string }, SubmitRefusal>(
    ledger,
    { command: "citizen:submit", agencyId, actor: { kind: "citizen" }, commandKey: `draft:${id}`, request: { draft: id } },
    async (turn) => {
      const row = await lockDraft(turn.tx, agencyId, id);
      if (row === undefined || row.content === null) return { ok: false, refusal: "draft-gone" };
      const { content, version: current } = openDraft(ledger.keys, row);
      if (current !== version) return { ok: false, refusal: "draft-changed" };
      if (checkDraft(content, ["request", "applicant", "supply"]).length > 0) return { ok: false, refusal: "draft-incomplete" };
      const files = await listDraftFiles(turn.tx, agencyId, id);
      const submission = toSubmission(content);
      const submitted = await submitApplication(turn, ledger.keys.current, {
        channel: "internet",
        ...submission,
        submittedOn: plainDate(turn.today),
        summary: maskNumbers(submission.request.title).slice(0, 100),
        documents: files.map(({ sha256 }) => sha256),
      });
      if (!submitted.ok) return { ok: false, refusal: "draft-incomplete" };
      const applicationId = submitted.value.id;
      const receiptNumber = await giveAccess(turn, ledger, {
        applicationId,
        code: codeOfDraft(ledger.keys, id, owner),
        wants: { mail: (content.notify ?? "") !== "", sms: (content.notifySms ?? "") !== "" },
        suspicions,
      });
      await closeDraft(turn, id, applicationId);
      await tellOffice(turn, { applicationId, receiptNumber, isSuspected: suspicions.length > 0 });
      return { ok: true, value: { applicationId, receiptNumber } };
    },
  );
  return done;
}

/** The receipt of a draft that was submitted before. */
export async function findSubmitted(
  { db }: Pick<Ledger, "db">,
  { agencyId, applicationId }: Pick<Draft, "agencyId" | "applicationId">,
): Promise<Submitted | undefined> {
  if (applicationId === null) return undefined;
  const row = await db
    .selectFrom("application_access")
    .select("receipt_number")
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  return row === undefined ? undefined : { applicationId, receiptNumber: row.receipt_number };
}

/** Gives a case its receipt number and query code; the code is kept as a keyed hash alone. One it had before is good no longer. */
export async function giveAccess(
  turn: Turn,
  { keys }: Pick<Ledger, "keys">,
  {
    applicationId,
    code,
    wants = { mail: false, sms: false },
    suspicions = [],
  }: {
    readonly applicationId: string;
    readonly code: string;
    /** The ways by which the applicant asked to be told of news. */
    readonly wants?: { readonly mail: boolean; readonly sms: boolean };
    readonly suspicions?: readonly Suspicion[];
  },
): Promise<string> {
  const { tx, agencyId, at } = turn;
  const receiptNumber = await makeReceiptNumber(tx, agencyId, turn.today);
  const row = await tx
    .insertInto("application_access")
    .values({
      agency_id: agencyId,
      application_id: applicationId,
      receipt_number: receiptNumber,
      code_hash: hashCode(keys, agencyId, applicationId, code),
      wants_mail: wants.mail,
      wants_sms: wants.sms,
      suspicions: [...suspicions],
      issued_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["agency_id", "application_id"])
        .doUpdateSet({ code_hash: hashCode(keys, agencyId, applicationId, code), issued_at: at }),
    )
    .returning("receipt_number")
    .executeTakeFirstOrThrow();
  return row.receipt_number;
}

async function closeDraft({ tx, agencyId, at }: Turn, draftId: string, applicationId: string): Promise<void> {
  await tx
    .updateTable("application_draft")
    .set({ content: null, application_id: applicationId, changed_at: at, expires_at: addMinutes(at, RECEIPT_MINUTES) })
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", draftId)
    .execute();
  await tx
    .updateTable("citizen_file")
    .set({ application_id: applicationId })
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", draftId)
    .execute();
}

/** Internet applications count from the day both sides confirm (Art. 31): the registrars must know at once. */
async function tellOffice(
  { tx, agencyId, today, at }: Turn,
  {
    applicationId,
    receiptNumber,
    isSuspected,
  }: { readonly applicationId: string; readonly receiptNumber: string; readonly isSuspected: boolean },
): Promise<void> {
  const to = await findRecipients(tx, { agencyId, today, to: { roles: ["registrar"] } });
  await notify(tx, {
    agencyId,
    at,
    to,
    kind: "notice",
    title: `收到网上申请，请与申请人确认${isSuspected ? "（可疑）" : ""}`,
    body: `回执号 ${grouped(receiptNumber)}。网上提交的，以双方确认之日为收到申请之日（条例第三十一条）。`,
    subject: { kind: "application", id: applicationId },
    onceKey: `citizen-submitted:${applicationId}`,
  });
}

async function weigh(ledger: Ledger, { draft, address, hasAnswered }: SubmitCall): Promise<readonly Suspicion[] | undefined> {
  const { content, createdAt, agencyId } = draft;
  const at = ledger.clock.instant();
  const asked = {
    title: content.title ?? "",
    documentNumber: content.documentNumber ?? "",
    description: content.description ?? "",
    carrier: "paper",
    delivery: "post",
  } as const;
  const { count } = await ledger.db
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("agency_id", "=", agencyId)
    .where("request_key", "=", requestKey(asked))
    .where("channel", "=", "internet")
    .where("submitted_on", "=", ledger.clock.today())
    .executeTakeFirstOrThrow();
  return listSuspicions(ledger.db, { content, address, hasAnswered, createdAt, at, isRepeated: count >= 3 });
}

/** Summaries stand in lists and messages, which must not hold identity or telephone numbers somebody wrote into the title. */
function maskNumbers(title: string): string {
  return title.replaceAll(/(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/g, "＊＊＊");
}
