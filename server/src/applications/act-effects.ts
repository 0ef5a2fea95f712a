import { type ActName, endOfLimit, FEE_PAYMENT, type Result, yearOf } from "@gongkai/statute";
import type { ActContext, ActEffect, ActHook } from "./act-context.ts";
import { findLast } from "./case-events.ts";
import { checkRelease } from "./released.ts";
import { chainOf, standingOf } from "./review-chain.ts";

const nothing: Result<ActEffect, never> = { ok: true, value: {} };
const add = (payload: NonNullable<ActEffect["payload"]>): Result<ActEffect, never> => ({ ok: true, value: { payload } });

/** What each act puts into its event beside what statute asks for. Acts that are not named here add the reason at most. */
const EFFECTS: Partial<Record<ActName, ActHook>> = {
  register: async ({ turn, applicationId, history, details }) => {
    const received = findLast(history, "confirmed") ?? history[0];
    const year = yearOf(received?.on ?? details.on ?? turn.today);
    const number = await turn.issueNumber({
      series: "application",
      year,
      stream: { kind: "application", id: applicationId },
      print: (serial) => `${year}-${String(serial).padStart(4, "0")}`,
    });
    return add({ number });
  },
  assign: async ({ turn, given: { unitId, handlerId, cooperatingUnitIds } }) => {
    if (unitId === undefined && handlerId === undefined) return { ok: false, refusal: "handler-missing" };
    if (handlerId !== undefined && !(await isHandler(turn, handlerId))) return { ok: false, refusal: "not-a-handler" };
    return add({ unitId, handlerId, cooperatingUnitIds });
  },
  consultThirdParty: sealConsulted,
  consultOrgan: sealConsulted,
  noticeFee: async ({ details, calendar }) => {
    const { receivedOn } = details;
    return receivedOn === undefined ? nothing : add({ payBy: endOfLimit(FEE_PAYMENT, receivedOn, calendar) });
  },
  recordPayment: async ({ given: { receiptNumber } }) => add({ receiptNumber }),
  draftReply: handIn,
  findUnclear: handIn,
  rejectReasons: handIn,
  sign: async ({ history, officer, details }) => {
    const draft = findLast(history, "drafted");
    const review = standingOf(history);
    const chain = draft?.payload["chain"];
    if (draft === undefined || review === undefined || !Array.isArray(chain)) return { ok: false, refusal: "nothing-to-sign" };
    if (review.step < chain.length - 1) return { ok: false, refusal: "review-incomplete" };
    if (!officer.roles.some((role) => role === chain.at(-1))) return { ok: false, refusal: "not-allowed" };
    const { actor } = officer;
    // With a chain of two steps a small office has too few people for the rule.
    if (chain.length > 2 && actor.kind === "person" && review.people.includes(actor.personId))
      return { ok: false, refusal: "signed-already" };
    const released = draft.payload["released"];
    return {
      ok: true,
      value: {
        payload: { remedy: details.remedy, letterId: draft.payload["letterId"], released },
        documents: Array.isArray(released) ? released.map(String) : [],
      },
    };
  },
  answerOnSpot: async (context) => release(context, { remedy: context.details.remedy }),
  serve: async ({ given: { deliveryWay, proof } }) => {
    if (proof === undefined || proof === "") return { ok: false, refusal: "proof-missing" };
    return add({ deliveryWay, proof });
  },
};

/** What an act brings about on this side of the letters. */
export const actEffect: ActHook = async (context) => {
  const { given, act } = context;
  const made = await (EFFECTS[act] ?? (async () => nothing))(context);
  if (!made.ok) return made;
  const reason = given.reason === undefined || given.reason === "" ? {} : { reason: given.reason };
  return { ok: true, value: { ...made.value, payload: { ...reason, ...made.value.payload } } };
};

/** The draft goes into the chain as the organ has it today. */
async function handIn(context: ActContext): ReturnType<ActHook> {
  const { turn, details, given } = context;
  const organ = await turn.tx.selectFrom("agency").select("settings").where("agency_id", "=", turn.agencyId).executeTakeFirstOrThrow();
  const chain = chainOf(organ.settings).map(({ role }) => role);
  return release(context, { chain, outcome: details.outcome, article: details.article, letterId: given.letterId });
}

/** The files that go to the applicant stand in the event among its documents, and once more as what they are. */
async function release({ turn, details, given }: ActContext, payload: NonNullable<ActEffect["payload"]>): ReturnType<ActHook> {
  const checked = await checkRelease(turn, details.outcome, given.released ?? []);
  if (!checked.ok) return checked;
  const released = checked.value.length === 0 ? {} : { released: [...checked.value] };
  return { ok: true, value: { payload: { ...payload, ...released }, documents: checked.value } };
}

/** Whoever is asked may be a person: the name is sealed, the event carries its id. */
async function sealConsulted({ turn, given: { consulted = "" } }: ActContext): ReturnType<ActHook> {
  if (consulted === "") return { ok: false, refusal: "consulted-missing" };
  return add({ consulted: await turn.seal({ purpose: "consulted", content: { name: consulted } }) });
}

async function isHandler({ tx, agencyId }: ActContext["turn"], personId: string): Promise<boolean> {
  const post = await tx
    .selectFrom("post")
    .select("post_id")
    .where("agency_id", "=", agencyId)
    .where("holder_id", "=", personId)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return post !== undefined;
}
