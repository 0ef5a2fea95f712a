import { MOST_OWN_RECORD_DAYS, settingsOf } from "../agencies/index.ts";
import { randomUUID } from "node:crypto";
import { type Result, yearOf } from "@gongkai/statute";
import { applicantKey, maskName, type Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { OwnRecordRefusal } from "./refusals.ts";
import type { OwnRecordDone, ReceiveOwnRecord } from "./schema.ts";

/** Years that the papers of a request are kept, as those of an application. */
const KEPT_YEARS = 10;

/** Puts a request to correct one's own record on record, with a number of its own series. */
export function receiveOwnRecord(
  ledger: Ledger,
  {
    agencyId,
    officer,
    given,
    commandKey,
  }: { readonly agencyId: number; readonly officer: Officer; readonly given: ReceiveOwnRecord; readonly commandKey?: string | undefined },
): Promise<Result<OwnRecordDone, OwnRecordRefusal>> {
  const request = JSON.parse(JSON.stringify(given)) as string; // JSON by its schema; only its hash is kept
  return runCommand<OwnRecordDone, OwnRecordRefusal>(
    ledger,
    { command: "own-record:receive", agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      if (!officer.roles.includes("registrar")) return { ok: false, refusal: "not-allowed" };
      const { applicant, channel, receivedOn, documents, summary, record, wrong, right, proof } = given;
      if (receivedOn > turn.today) return { ok: false, refusal: "in-the-future" };
      if ((applicant.idNumber ?? "") === "" && (applicant.creditCode ?? "") === "") return { ok: false, refusal: "identity-missing" };
      const { settings } = await turn.tx
        .selectFrom("agency")
        .select("settings")
        .where("agency_id", "=", agencyId)
        .executeTakeFirstOrThrow();
      const id = randomUUID();
      const stream = { kind: "ownRecord", id };
      const year = yearOf(receivedOn);
      const eraseOn = `${year + KEPT_YEARS}-12-31`;
      const number = await turn.issueNumber({
        series: "ownRecord",
        year,
        stream,
        print: (serial) => `更正${year}-${String(serial).padStart(4, "0")}`,
      });
      const content = await turn.seal({ purpose: "own-record", content: { applicant, record, wrong, right, proof }, eraseOn });
      const payload = {
        number,
        channel,
        content,
        applicantKind: applicant.kind,
        applicantName: maskName(applicant),
        applicantKey: applicantKey(ledger.keys.current, applicant),
        summary,
        days: settingsOf(settings).ownRecordDays ?? MOST_OWN_RECORD_DAYS,
      };
      const history = await turn.append(stream, [{ type: "requested", on: receivedOn, payload, documents }]);
      return { ok: true, value: { id, number, state: "received", version: history.length } };
    },
  );
}
