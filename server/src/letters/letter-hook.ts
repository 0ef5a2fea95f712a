import type { ActName, OutcomeCode } from "@gongkai/statute";
import { type ActContext, type ActEffect, type ActHook, findLast, openApplicant } from "../applications/index.ts";
import type { Payload } from "../ledger/index.ts";
import { draftLetter, type LetterIssue } from "./compose-letter.ts";
import { openDraftFields } from "./draft-fields.ts";
import {
  findObjection,
  gatherFacts,
  type Gathering,
  maskConsulted,
  maskedApplicant,
  openConsulted,
  toLetterApplicant,
} from "./gather-facts.ts";
import { issueInTurn, type IssuedLetter, type LetterStores } from "./issue-letter.ts";
import type { FieldValues } from "./letter-facts.ts";
import { isFieldName } from "./letter-fields.ts";
import { answerLetter, getLetterKind } from "./letter-kinds.ts";
import type { LetterKind } from "./letter-kind.ts";
import { LETTER_REFUSALS, type LetterRefusal } from "./letter-refusals.ts";
import { findLetter, type LetterRecord } from "./queries.ts";
import { letGoOfFiles, writeDraft } from "./save-draft.ts";
import { findTemplate } from "./templates.ts";

type Refused = { readonly ok: false; readonly refusal: LetterRefusal; readonly refusals?: readonly LetterIssue[] };

type Done = { readonly ok: true; readonly value: ActEffect } | Refused;

/** Drafts that carry their outcome with them, whatever the officer sends. */
const OUTCOME_OF: Partial<Record<ActName, OutcomeCode>> = {
  findUnclear: "unavailable.unclear",
  rejectReasons: "unhandled.abusive",
  expireCorrection: "otherHandling.uncorrected",
  expireFee: "otherHandling.unpaid",
};

const HANDS_IN: ReadonlySet<ActName> = new Set(["draftReply", "findUnclear", "rejectReasons"]);

/**
 * Every act's letter, issued with it: number and hash go into the act's event, the frozen letter into the file store before
 * the commit. A draft that is handed in for review is tried out, so that no leader finds a hole in it.
 */
export function letterHook(stores: LetterStores): ActHook {
  return async (context) => {
    const done = await bringAbout(context, stores);
    return done.ok ? done : { ...done, words: LETTER_REFUSALS[done.refusal] };
  };
}

async function bringAbout(context: ActContext, stores: LetterStores): Promise<Done> {
  const draft = await findDraft(context);
  if (draft !== undefined && "refusal" in draft) return draft;
  const fields: FieldValues = {
    ...fieldsOfAct(context),
    ...(draft === undefined ? {} : await openDraftFields(context.turn.tx, stores.keys, draft)),
    ...givenFields(context),
  };
  if (HANDS_IN.has(context.act)) return tryOut(context, fields, draft);
  const kinds = lettersOf(context, fields);
  if (draft !== undefined && !kinds.some(({ kind }) => kind === draft.kind)) return { ok: false, refusal: "letter-mismatch" };
  return issueAll(context, stores, { kinds, fields, draft });
}

/** The letters an act brings about, the first of them its own. */
function lettersOf({ act, details, given }: ActContext, fields: FieldValues): readonly LetterKind[] {
  switch (act) {
    case "register":
      return [getLetterKind("receipt")];
    case "assign":
      return (given.cooperatingUnitIds ?? []).length > 0 ? [getLetterKind("cooperation")] : [];
    case "askCorrection":
      return [getLetterKind("correction")];
    case "askReasons":
      return [getLetterKind("reasons")];
    case "acceptReasons":
      return fields.delayTo === undefined ? [] : [getLetterKind("delay")];
    case "extend":
      return [getLetterKind("extension")];
    case "consultThirdParty":
      return [getLetterKind("consultThirdParty"), getLetterKind("consultNotice")];
    case "consultOrgan":
      return [getLetterKind("consultOrgan")];
    case "recordOpinion":
    case "expireOpinion":
      return given.letterId === undefined && given.letter === undefined ? [] : [getLetterKind("opinionConfirmation")];
    case "noticeFee":
      return [getLetterKind("fee")];
    case "override":
      return [getLetterKind("overrideNotice")];
    case "serve":
      return [getLetterKind("deliveryProof")];
    default: {
      const outcome = OUTCOME_OF[act] ?? (act === "sign" || act === "answerOnSpot" ? details.outcome : undefined);
      return outcome === undefined ? [] : [answerLetter(outcome)];
    }
  }
}

async function issueAll(
  context: ActContext,
  stores: LetterStores,
  {
    kinds,
    fields,
    draft,
  }: { readonly kinds: readonly LetterKind[]; readonly fields: FieldValues; readonly draft: LetterRecord | undefined },
): Promise<Done> {
  const { turn, applicationId, history } = context;
  if (kinds.length === 0) return { ok: true, value: {} };
  // Opened for the letter, not for a person to look at: the event that carries the letter's number is the record of it.
  const applicant = toLetterApplicant(await openApplicant(turn.tx, stores.keys, turn.agencyId, history));
  const issued: IssuedLetter[] = [];
  const missing: string[] = [];
  for (const kind of kinds) {
    const gathering = await gatheringOf(context, stores, kind, fields);
    const masked = await gatherFacts(turn.tx, { ...gathering, consulted: maskConsulted(gathering.consulted) });
    const facts = applicant === undefined ? undefined : await gatherFacts(turn.tx, { ...gathering, applicant });
    if (facts === undefined && !kind.mayFollow) return { ok: false, refusal: "erased" };
    const done =
      facts === undefined
        ? undefined
        : await issueInTurn(turn, stores, {
            kind,
            stream: { kind: "application", id: applicationId },
            applicationId,
            facts,
            masked,
            draft: draft?.kind === kind.kind ? draft : undefined,
          });
    if (done?.ok === true) issued.push(done.value);
    else if (kind.mayFollow) missing.push(...(done?.refusals.map(({ code }) => code) ?? ["erased"]));
    else if (done !== undefined) return done;
  }
  return { ok: true, value: effectOf(issued, missing) };
}

function effectOf(issued: readonly IssuedLetter[], missing: readonly string[]): ActEffect {
  const [first] = issued;
  const payload: Payload = {
    ...(first === undefined ? {} : { letters: issued.map(({ id, kind, number, sha256 }) => ({ id, kind, number, sha256 })) }),
    ...(first?.number == null ? {} : { letterNumber: first.number }),
    // The act stands, its letter may follow; what it lacked is on record.
    ...(missing.length === 0 ? {} : { letterMissing: [...missing] }),
  };
  return {
    payload,
    documents: issued.map(({ sha256 }) => sha256),
    letters: issued.map(({ id, kind, number }) => ({ id, kind, number })),
  };
}

/** A draft on its way into review must make a whole letter already. */
async function tryOut(context: ActContext, fields: FieldValues, draft: LetterRecord | undefined): Promise<Done> {
  const { turn, act, applicationId, details, history } = context;
  const outcome = OUTCOME_OF[act] ?? details.outcome;
  if (outcome === undefined) return { ok: true, value: {} }; // statute has refused it already
  const kind = answerLetter(outcome);
  if (draft !== undefined && draft.kind !== kind.kind) return { ok: false, refusal: "letter-mismatch" };
  const facts = await gatherFacts(turn.tx, { ...baseOf(context, kind, fields), applicant: maskedApplicant(history) });
  const { issues } = draftLetter(kind.kind, facts, await findTemplate(turn.tx, turn.agencyId, kind));
  if (issues.length > 0) return { ok: false, refusal: "letter-incomplete", refusals: issues };
  const isFixed = OUTCOME_OF[act] !== undefined && details.outcome === undefined;
  const article = kind.cites.replace(/^《政府信息公开条例》/, "");
  // From now on the act's event names the files; a draft that is returned begins with what was handed in.
  if (draft !== undefined && act === "draftReply") await letGoOfFiles(turn, draft.letter_id);
  // What was filled in with the act is kept as a draft: the signature must find it again.
  const isKept = draft === undefined && Object.keys(context.given.letter ?? {}).length > 0;
  const letterId = isKept ? await writeDraft(turn, { applicationId, kind, draft, fields, version: 1 }) : undefined;
  const payload = {
    ...(isFixed ? { outcome, article: details.article ?? article } : {}),
    ...(letterId === undefined ? {} : { letterId }),
  };
  return { ok: true, value: { payload } };
}

function baseOf(
  { turn, act, applicationId, history, events, details, calendar, given, added }: ActContext,
  kind: LetterKind,
  fields: FieldValues,
): Gathering {
  return {
    agencyId: turn.agencyId,
    applicationId,
    kind,
    history,
    events,
    on: details.on ?? turn.today,
    calendar,
    fields,
    applicant: maskedApplicant(history),
    registration: act === "register" && typeof added["number"] === "string" ? added["number"] : undefined,
    units: { main: given.unitId, cooperating: given.cooperatingUnitIds ?? [] },
    answer: { article: details.article, remedy: details.remedy },
  };
}

async function gatheringOf(context: ActContext, { keys }: LetterStores, kind: LetterKind, fields: FieldValues): Promise<Gathering> {
  const base = baseOf(context, kind, fields);
  if (kind.to !== "consulted") return base;
  const { turn, history, given, act, details } = context;
  if (act === "consultThirdParty" || act === "consultOrgan") return { ...base, consulted: given.consulted };
  const id = act === "override" ? findObjection(history)?.payload["id"] : details.consultation;
  const asked = history.findLast(({ type, payload }) => type === "consultationSent" && payload["id"] === id);
  return { ...base, consulted: await openConsulted(turn.tx, keys, turn.agencyId, asked?.payload["consulted"]) };
}

const DELIVERY_WORDS = {
  post: "邮寄送达",
  email: "电子邮件送达",
  collect: "当面送达",
  fax: "传真送达",
  onSite: "当场送达",
  account: "网上送达",
} as const;

/** What the act says already need not be filled in again. */
function fieldsOfAct({ given, details }: ActContext): FieldValues {
  const { reason, correctBy, days, amount, proof, deliveryWay } = { ...given, ...details };
  return {
    ...(reason === undefined || reason === "" ? {} : { reason }),
    ...(correctBy === undefined ? {} : { correctBy }),
    ...(days === undefined ? {} : { days: String(days) }),
    ...(amount === undefined ? {} : { amount: String(amount) }),
    ...(proof === undefined ? {} : { proof }),
    ...(deliveryWay === undefined ? {} : { servedBy: DELIVERY_WORDS[deliveryWay] }),
  };
}

function givenFields({ given }: ActContext): FieldValues {
  return Object.fromEntries(Object.entries(given.letter ?? {}).filter(([name]) => isFieldName(name)));
}

/** The draft the act names; for a signature the one that went through review. */
async function findDraft({ turn, act, given, history, applicationId }: ActContext): Promise<LetterRecord | Refused | undefined> {
  const handedIn = act === "sign" ? findLast(history, "drafted")?.payload["letterId"] : undefined;
  const id = given.letterId ?? handedIn;
  if (typeof id !== "string") return undefined;
  const draft = await findLetter(turn.tx, turn.agencyId, id);
  if (draft === undefined || draft.application_id !== applicationId) return { ok: false, refusal: "no-such-letter" };
  return draft.state === "draft" ? draft : { ok: false, refusal: "letter-issued" };
}
