import { foldCase, type Result } from "@gongkai/statute";
import { type ActHook, type ActServices, APPLICANT, findLast, findSetAside, performInTurn, toCase } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { findRecipients, notify } from "../messages/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { type KeptFile } from "./keep-file.ts";
import { writeStatement } from "./statement.ts";
import { STATEMENT_WORDS } from "./statement-words.ts";

export type ApplicantStatement = "correction" | "reasons" | "payment" | "material" | "withdrawal";
export type StatementRefusal = CommonRefusal | "not-found" | "not-now" | "text-missing";

export interface StatementCall {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly kind: ApplicantStatement;
  readonly text: string;
  readonly files: readonly KeptFile[];
  /** The version of the case the page showed; acts that move the clock are refused on another. */
  readonly version: number;
  /** Made with the form: the same form sent twice is taken once. */
  readonly formKey: string;
}

/** States in which an applicant may say what is not an act of its own: until the answer is given. */
const OPEN = new Set([
  "submitted",
  "received",
  "registered",
  "awaitingCorrection",
  "awaitingReasons",
  "awaitingFee",
  "consulting",
  "handling",
  "approval",
  "reopened",
]);
const ONLY_IN: Partial<Record<ApplicantStatement, string>> = { reasons: "awaitingReasons", payment: "awaitingFee" };

/**
 * What an applicant does in the own case: corrects, gives reasons, tells of a payment, adds material, withdraws. Corrections
 * and withdrawals are acts of the process; the rest is put on file for the office, which acts on it.
 */
export async function giveStatement(
  ledger: Ledger,
  { files: store, services }: { readonly files: FileStore; readonly services: () => ActServices },
  call: StatementCall,
): Promise<Result<null, StatementRefusal>> {
  const { agencyId, applicationId, kind, text, files, version, formKey } = call;
  const given = await runCommand<null, StatementRefusal>(
    ledger,
    // Files bear other hashes each time they are sealed: the form's key and the words tell a retry.
    {
      command: `citizen:${kind}`,
      agencyId,
      actor: APPLICANT.actor,
      commandKey: `statement:${applicationId}:${formKey}`,
      request: { kind, text },
    },
    async (turn) => {
      const stream = { kind: "application", id: applicationId };
      const history = await turn.history(stream);
      if (history.length === 0) return { ok: false, refusal: "not-found" };
      if (text === "" && kind !== "withdrawal" && files.length === 0) return { ok: false, refusal: "text-missing" };
      const { calendar } = services();
      const { state } = foldCase(toCase(history), { today: turn.today, calendar });
      if (!OPEN.has(state) || (ONLY_IN[kind] ?? state) !== state) return { ok: false, refusal: "not-now" };
      const statement = await writeStatement(turn, { applicationId, kind, text, files });
      const payload = { kind, statement: statement.id };
      if (kind === "correction" || kind === "withdrawal") {
        const note: ActHook = async () => ({ ok: true, value: { payload: { statement: statement.id } } });
        const act = kind === "correction" ? "recordCorrection" : "withdraw";
        const { hooks } = services();
        const done = await performInTurn(
          turn,
          { calendar, hooks: [...hooks, note] },
          { applicationId, act, officer: APPLICANT, given: { version, documents: [...statement.documents] } },
        );
        if (!done.ok) return { ok: false, refusal: done.refusal === "changed-meanwhile" ? "changed-meanwhile" : "not-now" };
      } else {
        // Whoever explains an application that was set aside has it looked at again.
        const again = findSetAside(history) === undefined ? [] : [{ type: "broughtBack", payload: {} }];
        await turn.append(stream, [{ type: "statementGiven", payload, documents: statement.documents }, ...again]);
      }
      await tellOffice(turn, {
        applicationId,
        kind,
        number: findLast(history, "registered")?.payload["number"],
        handler: findLast(history, "assigned")?.payload["handlerId"],
        statementId: statement.id,
      });
      return { ok: true, value: null };
    },
  );
  // Refused, or done before: nothing refers to these bytes.
  for (const { sha256 } of files) if (!(await isKnown(ledger, agencyId, sha256))) await store.erase(sha256);
  return given;
}

async function isKnown({ db }: Pick<Ledger, "db">, agencyId: number, sha256: string): Promise<boolean> {
  return (
    (await db
      .selectFrom("stored_file")
      .select("sha256")
      .where("agency_id", "=", agencyId)
      .where("sha256", "=", sha256)
      .executeTakeFirst()) !== undefined
  );
}

interface Told {
  readonly applicationId: string;
  readonly kind: ApplicantStatement;
  readonly number: unknown;
  readonly handler: unknown;
  readonly statementId: string;
}

async function tellOffice({ tx, agencyId, today, at }: Turn, { applicationId, kind, number, handler, statementId }: Told): Promise<void> {
  const persons = typeof handler === "string" ? [handler] : [];
  const to = await findRecipients(tx, {
    agencyId,
    today,
    to: { persons, roles: kind === "payment" ? ["cashier", "registrar"] : ["registrar"] },
  });
  await notify(tx, {
    agencyId,
    at,
    to,
    kind: "notice",
    title: `申请${typeof number === "string" ? number : ""}：申请人${kind === "withdrawal" ? "撤回申请" : `提交了${STATEMENT_WORDS[kind]}`}`,
    subject: { kind: "application", id: applicationId },
    onceKey: `citizen-statement:${statementId}`,
  });
}
