import type { Channel, Result } from "@gongkai/statute";
import { type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import type { Officer } from "./officer.ts";
import { type ActRefusal, type ActServices, performInTurn } from "./perform-act.ts";
import type { ActDone } from "./page-schema.ts";
import type { RegisterApplication } from "./schema.ts";
import { areKnown } from "./known-documents.ts";
import { submitApplication, type SubmissionRefusal } from "./submit-application.ts";

export interface Registration {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly given: RegisterApplication;
  readonly commandKey?: string | undefined;
}

/** Channels that reach the office on paper or by word of mouth; the rest are sent by the applicant, but may be entered too. */
const NEEDS_CONFIRMATION: ReadonlySet<Channel> = new Set(["internet", "fax", "postOrdinary"]);

/**
 * Enters an application that came on paper, by fax or by word of mouth: takes it in, confirms it where its channel asks for
 * that and the day is given, and registers it with a number. Arts. 29, 31, 45.
 */
export function registerApplication(
  ledger: Ledger,
  services: ActServices,
  { agencyId, officer, given, commandKey }: Registration,
): Promise<Result<ActDone, ActRefusal | SubmissionRefusal | CommonRefusal>> {
  return runCommand(
    ledger,
    // Who applies stays out of the comparison's trail: only its hash is kept.
    { command: "application:register", agencyId, actor: officer.actor, commandKey, request: JSON.parse(JSON.stringify(given)) },
    async (turn): Promise<Result<ActDone, ActRefusal | SubmissionRefusal>> => {
      if (!officer.roles.includes("registrar")) return { ok: false, refusal: "not-allowed" };
      if (!(await areKnown(turn, given.documents))) return { ok: false, refusal: "document-unknown" };
      const submitted = await submitApplication(turn, ledger.keys.current, given);
      if (!submitted.ok) return submitted;
      const { id } = submitted.value;
      const history = await turn.history({ kind: "application", id });
      const isWaiting = NEEDS_CONFIRMATION.has(given.channel) && given.confirmedOn === undefined;
      if (isWaiting) {
        return {
          ok: true,
          value: { id, version: history.length, number: null, state: "submitted", dueOn: null, warnings: [], letters: [] },
        };
      }
      return performInTurn(turn, services, { applicationId: id, act: "register", officer, given: { version: history.length } });
    },
  );
}
