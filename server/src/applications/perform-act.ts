import {
  type ActDetails,
  type ActName,
  type ActRefusalCode,
  type Calendar,
  type CaseEvent,
  checkAct,
  foldCase,
  type Result,
  remedyVariant,
} from "@gongkai/statute";
import { type CommonRefusal, type Ledger, type NewEvent, runCommand, type StoredEvent, type Turn } from "../ledger/index.ts";
import type { ActEffect, ActHook } from "./act-context.ts";
import { actEffect } from "./act-effects.ts";
import { findLast, toCase } from "./case-events.ts";
import { areKnown } from "./known-documents.ts";
import type { Officer } from "./officer.ts";
import { rolesFor } from "./policy.ts";
import type { ActDone } from "./page-schema.ts";
import type { PerformAct } from "./schema.ts";

export interface ActCall {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly act: ActName;
  readonly officer: Officer;
  readonly given: PerformAct;
  readonly commandKey?: string | undefined;
}

export interface ActServices {
  readonly calendar: Calendar;
  /** What other slices bring about with an act, such as its letter. */
  readonly hooks: readonly ActHook[];
}

/** `refusal` is one of these, or a code of an effect; `application-refusals.ts` has a sentence for each. */
export type ActRefusal = ActRefusalCode | CommonRefusal | "not-found" | (string & {});

/**
 * Does one act of the process on an application: load its history, allow by policy, let statute judge, bring about what
 * comes with it, write. Either all of it happens or nothing.
 */
export function performAct(ledger: Ledger, services: ActServices, call: ActCall): Promise<Result<ActDone, ActRefusal>> {
  const { agencyId, applicationId, act, officer, given, commandKey } = call;
  return runCommand(
    ledger,
    { command: `application:${act}`, agencyId, actor: officer.actor, commandKey, request: { applicationId, act, given } },
    async (turn) =>
      (await areKnown(turn, [...(given.documents ?? []), ...(given.released ?? [])]))
        ? performInTurn(turn, services, call)
        : { ok: false, refusal: "document-unknown" },
  );
}

/** The same inside a turn that does more. */
export async function performInTurn(
  turn: Turn,
  { calendar, hooks }: ActServices,
  { applicationId, act, officer, given }: Omit<ActCall, "agencyId" | "commandKey">,
): Promise<Result<ActDone, ActRefusal>> {
  const stream = { kind: "application", id: applicationId };
  const history = await turn.history(stream);
  if (history.length === 0 || history.at(-1)?.type === "importWithdrawn") return { ok: false, refusal: "not-found" };
  if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
  const by = rolesFor(officer, act, assignmentOf(history));
  if (by.length === 0) return { ok: false, refusal: "not-allowed" };
  const file = toCase(history);
  const details = completeDetails(act, { ...given, by }, history, turn);
  const checked = checkAct(file, act, details, { today: turn.today, calendar });
  if (!checked.ok) return checked;
  const context = { turn, act, applicationId, officer, history, file, given, details, events: checked.value.events, calendar };
  const effects: ActEffect[] = [];
  for (const hook of [actEffect, ...hooks]) {
    const added = Object.assign({}, ...effects.map(({ payload }) => payload ?? {}));
    const effect = await hook({ ...context, added });
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  const warnings = checked.value.warnings;
  const codes = warnings.map(({ code }) => code);
  const whole = await turn.append(stream, toNewEvents(checked.value.events, effects, codes, given.documents ?? []));
  const status = foldCase(toCase(whole), { today: turn.today, calendar });
  return {
    ok: true,
    value: {
      id: applicationId,
      version: whole.length,
      number: (findLast(whole, "registered")?.payload["number"] ?? null) as string | null, // `register` wrote it as text
      state: status.state,
      dueOn: status.dueOn,
      warnings: warnings.map(({ code, text, cites }) => ({ code, text, cites })),
      letters: effects.flatMap(({ letters = [] }) => [...letters]),
    },
  };
}

/** Unit and handler as last assigned. */
export function assignmentOf(history: readonly StoredEvent[]): { readonly unitId: string | null; readonly handlerId: string | null } {
  const { unitId, handlerId } = findLast(history, "assigned")?.payload ?? {};
  return { unitId: typeof unitId === "string" ? unitId : null, handlerId: typeof handlerId === "string" ? handlerId : null };
}

type Given = PerformAct & Pick<ActDetails, "by">;

/** What the history and the law already fix is not asked of the officer again: the draft's outcome, the remedy paragraph. */
function completeDetails(act: ActName, given: Given, history: readonly StoredEvent[], turn: Turn): ActDetails {
  const details = withoutUndefined(given);
  if (act === "consultThirdParty" || act === "consultOrgan")
    return { ...details, consultation: given.consultation ?? nextConsultation(history) };
  if (act !== "sign" && act !== "answerOnSpot") return details;
  const drafted = act === "sign" ? (findLast(history, "drafted")?.payload ?? {}) : {};
  const whole = { ...details, ...(withoutUndefined(drafted) as Pick<ActDetails, "outcome" | "article" | "reason">) }; // draftReply checked them
  if (whole.outcome === undefined || whole.remedy !== undefined) return whole;
  const wanted = remedyVariant(whole.outcome, {
    on: whole.on ?? turn.today,
    ...(whole.article === undefined ? {} : { article: whole.article }),
  });
  return { ...whole, remedy: wanted === "configurable" ? "either" : wanted };
}

function nextConsultation(history: readonly StoredEvent[]): string {
  return String(history.filter(({ type }) => type === "consultationSent").length + 1);
}

function toNewEvents(
  events: readonly CaseEvent[],
  effects: readonly ActEffect[],
  warnings: readonly string[],
  documents: readonly string[],
): readonly NewEvent[] {
  return events.map((event, index) => {
    const { type, on, ...details } = event;
    const { name, ...rest } = { name: undefined, ...details };
    const isMain = index === events.length - 1; // of several, the last is what the act is about
    const payload = isMain ? Object.assign({}, rest, ...effects.map((effect) => effect.payload ?? {})) : rest;
    return {
      type: type === "noted" ? (name ?? "noted") : type,
      on,
      payload: isMain && warnings.length > 0 ? { ...payload, warnings } : payload,
      documents: isMain ? [...documents, ...effects.flatMap((effect) => [...(effect.documents ?? [])])] : [],
    };
  });
}

function withoutUndefined<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never; // only undefined fields were left out
}
