import type { PlainDate, Result } from "@gongkai/statute";
import { type ActServices, type Officer, performInTurn } from "../applications/index.ts";
import { type Ledger, type NewEvent, runCommand, type StoredEvent, type Turn } from "../ledger/index.ts";
import { mayHandle } from "./policy.ts";
import type { RemedyRefusal } from "./refusals.ts";
import { type DecideRemedy, type ReceiveCopy, type RemedyDone, type ReplyToRemedy, RESULT_DETAILS } from "./schema.ts";

export interface RemedyCall<Given> {
  readonly agencyId: number;
  readonly remedyId: string;
  readonly officer: Officer;
  readonly given: Given & { readonly version: number; readonly on?: PlainDate | undefined };
  readonly commandKey?: string | undefined;
}

/** The organ got its copy of the application or complaint: its own limit runs from the next day. */
export function receiveCopy(ledger: Ledger, call: RemedyCall<ReceiveCopy>): Promise<Result<RemedyDone, RemedyRefusal>> {
  return step(ledger, "remedy:receive-copy", call, async ({ history, on }) => {
    if (has(history, "copyReceived")) return { ok: false, refusal: "copy-received-already" };
    return { ok: true, value: [{ type: "copyReceived", on, payload: { isSimplified: call.given.isSimplified } }] };
  });
}

/** The organ handed in its reply and evidence. */
export function replyToRemedy(ledger: Ledger, call: RemedyCall<ReplyToRemedy>): Promise<Result<RemedyDone, RemedyRefusal>> {
  return step(ledger, "remedy:reply", call, async ({ history, on }) => {
    if (!has(history, "copyReceived")) return { ok: false, refusal: "copy-not-received" };
    return { ok: true, value: [{ type: "organReplied", on, documents: call.given.documents }] };
  });
}

/**
 * The decision or judgment. One that orders a new answer opens the application again, in the same transaction, with the
 * limit it sets.
 */
export function decideRemedy(
  ledger: Ledger,
  services: ActServices,
  call: RemedyCall<DecideRemedy>,
): Promise<Result<RemedyDone, RemedyRefusal>> {
  return step(ledger, "remedy:decide", call, async ({ turn, history, on }) => {
    const { result: detail, redo, redoDays, documents } = call.given;
    if (redo) {
      const application = history[0]?.payload["application"];
      if (typeof application !== "string") return { ok: false, refusal: "nothing-to-redo" };
      const { length: version } = await turn.history({ kind: "application", id: application });
      const given = { version, on, reason: `${detail}，责令重新答复`, ...(redoDays === undefined ? {} : { days: redoDays }) };
      // Ordered by the body above: whoever records it acts for the head of the office.
      const officer = { ...call.officer, roles: [...call.officer.roles, "officeHead" as const] };
      const reopened = await performInTurn(turn, services, { applicationId: application, act: "reopen", officer, given });
      if (!reopened.ok) return { ok: false, refusal: "cannot-reopen" };
    }
    const payload = { result: RESULT_DETAILS[detail], detail, redo, redoDays };
    return { ok: true, value: [{ type: "decided", on, payload, documents }] };
  });
}

interface Step {
  readonly turn: Turn;
  readonly history: readonly StoredEvent[];
  readonly on: PlainDate;
}

function step<Given>(
  ledger: Ledger,
  command: string,
  { agencyId, remedyId, officer, given, commandKey }: RemedyCall<Given>,
  decide: (step: Step) => Promise<Result<readonly NewEvent[], RemedyRefusal>>,
): Promise<Result<RemedyDone, RemedyRefusal>> {
  const request = { remedyId, given: JSON.parse(JSON.stringify(given)) as string }; // JSON by its schema
  return runCommand<RemedyDone, RemedyRefusal>(ledger, { command, agencyId, actor: officer.actor, commandKey, request }, async (turn) => {
    const stream = { kind: "remedy", id: remedyId };
    const history = await turn.history(stream);
    const [first] = history;
    if (first === undefined || history.at(-1)?.type === "importWithdrawn") return { ok: false, refusal: "not-found" };
    if (!mayHandle(officer)) return { ok: false, refusal: "not-allowed" };
    if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
    const on = given.on ?? turn.today;
    if (on > turn.today) return { ok: false, refusal: "in-the-future" };
    if (on < first.on) return { ok: false, refusal: "before-filing" };
    if (has(history, "decided")) return { ok: false, refusal: "decided-already" };
    const events = await decide({ turn, history, on });
    if (!events.ok) return events;
    const whole = await turn.append(stream, events.value);
    return { ok: true, value: { id: remedyId, version: whole.length } };
  });
}

function has(history: readonly StoredEvent[], type: string): boolean {
  return history.some((event) => event.type === type);
}
