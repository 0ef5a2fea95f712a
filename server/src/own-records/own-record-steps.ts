import type { Calendar, PlainDate, Result, Role } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Ledger, type NewEvent, runCommand, type Turn } from "../ledger/index.ts";
import type { OwnRecordRefusal } from "./refusals.ts";
import type { CheckOwnRecord, DecideOwnRecord, OwnRecordDone, TellOwnRecord } from "./schema.ts";
import { DECISION_OF, foldOwnRecord, type OwnRecordStanding } from "./standing.ts";

export interface OwnRecordCall<Given> {
  readonly agencyId: number;
  readonly recordId: string;
  readonly officer: Officer;
  readonly given: Given & { readonly version: number; readonly on?: PlainDate | undefined };
  readonly commandKey?: string | undefined;
}

type Done = Promise<Result<OwnRecordDone, OwnRecordRefusal>>;

/** The record was compared with the proof. */
export function checkOwnRecord(ledger: Ledger, calendar: Calendar, call: OwnRecordCall<CheckOwnRecord>): Done {
  return step(ledger, calendar, "own-record:check", ["handler", "registrar", "officeHead"], call, async ({ turn, standing, on }) => {
    if (standing.decidedOn !== null) return { ok: false, refusal: "decided-already" };
    if (standing.checkedOn !== null) return { ok: false, refusal: "checked-already" };
    const { finding, note, documents } = call.given;
    return { ok: true, value: { type: "checked", on, payload: { finding, ...(await sealText(turn, note)) }, documents } };
  });
}

/** Corrected, not corrected, or passed on to who may; as the check found. What is plainly another organ's needs no check. */
export function decideOwnRecord(ledger: Ledger, calendar: Calendar, call: OwnRecordCall<DecideOwnRecord>): Done {
  return step(ledger, calendar, "own-record:decide", ["officeHead"], call, async ({ turn, standing, on }) => {
    if (standing.decidedOn !== null) return { ok: false, refusal: "decided-already" };
    const { decision, reason, to, documents } = call.given;
    if (standing.finding === null && decision !== "transferred") return { ok: false, refusal: "not-checked" };
    if (standing.finding !== null && DECISION_OF[standing.finding] !== decision) return { ok: false, refusal: "finding-differs" };
    if (decision === "transferred" && to === "") return { ok: false, refusal: "organ-missing" };
    const whereTo = decision === "transferred" ? { to } : {};
    return { ok: true, value: { type: decision, on, payload: { ...whereTo, ...(await sealText(turn, reason)) }, documents } };
  });
}

/** The result was served on the one who asked (更正告知书). */
export function tellOwnRecord(ledger: Ledger, calendar: Calendar, call: OwnRecordCall<TellOwnRecord>): Done {
  return step(ledger, calendar, "own-record:tell", ["registrar", "officeHead"], call, async ({ standing, on }) => {
    if (standing.decidedOn === null) return { ok: false, refusal: "not-decided" };
    if (standing.toldOn !== null) return { ok: false, refusal: "told-already" };
    if (on < standing.decidedOn) return { ok: false, refusal: "before-receipt" };
    const { letterNumber, proof, documents } = call.given;
    return { ok: true, value: { type: "told", on, payload: { letterNumber, proof }, documents } };
  });
}

interface Step {
  readonly turn: Turn;
  readonly standing: OwnRecordStanding;
  readonly on: PlainDate;
}

function step<Given>(
  ledger: Ledger,
  calendar: Calendar,
  command: string,
  roles: readonly Role[],
  { agencyId, recordId, officer, given, commandKey }: OwnRecordCall<Given>,
  decide: (step: Step) => Promise<Result<NewEvent, OwnRecordRefusal>>,
): Done {
  const request = { recordId, given: JSON.parse(JSON.stringify(given)) as string }; // JSON by its schema
  return runCommand<OwnRecordDone, OwnRecordRefusal>(
    ledger,
    { command, agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      const stream = { kind: "ownRecord", id: recordId };
      const history = await turn.history(stream);
      const standing = foldOwnRecord(history, calendar);
      if (standing === undefined) return { ok: false, refusal: "not-found" };
      if (!officer.roles.some((role) => roles.includes(role))) return { ok: false, refusal: "not-allowed" };
      if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
      const on = given.on ?? turn.today;
      if (on > turn.today) return { ok: false, refusal: "in-the-future" };
      if (on < standing.receivedOn) return { ok: false, refusal: "before-receipt" };
      const decided = await decide({ turn, standing, on });
      if (!decided.ok) return decided;
      const whole = await turn.append(stream, [decided.value]);
      const { state = standing.state } = foldOwnRecord(whole, calendar) ?? {};
      // `requested` wrote its number as text.
      return { ok: true, value: { id: recordId, number: whole[0]?.payload["number"] as string, state, version: whole.length } };
    },
  );
}

/** What people write here is about a person's record: it is sealed. */
async function sealText(turn: Turn, text: string): Promise<{ readonly note?: string }> {
  return text === "" ? {} : { note: await turn.seal({ purpose: "own-record-note", content: text }) };
}
