import {
  APPLICANT_KINDS,
  type Calendar,
  type CaseEvent,
  foldCase,
  isPlainDate,
  type OrganKind,
  type OutcomeCode,
  type PlainDate,
  plainDate,
  type RemedyVariant,
} from "@gongkai/statute";
import { z } from "zod";
import { getAgency, listAncestors, settingsOf } from "../agencies/index.ts";
import { findLast, ID_TYPE_WORDS, toCase } from "../applications/index.ts";
import { openSealed, type SealingKeys, type StoredEvent } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { printedRemedy } from "./consequences.ts";
import type { Addressee, FieldValues, LetterAgency, LetterApplicant, LetterApplication, LetterFacts } from "./letter-facts.ts";
import type { LetterKind } from "./letter-kind.ts";
import { findEarlierReply, findLastReply, findRequest, nameUnits } from "./queries.ts";

export interface Gathering {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly kind: LetterKind;
  readonly history: readonly StoredEvent[];
  /** What the act that the letter belongs to is about to add. */
  readonly events: readonly CaseEvent[];
  readonly on: PlainDate;
  readonly calendar: Calendar;
  readonly fields: FieldValues;
  /** Who applies, as far as whoever will read the letter may know. */
  readonly applicant: LetterApplicant;
  /** The number of registration, while its event is not yet written. */
  readonly registration?: string | undefined;
  /** Who is asked, or told as a third party. */
  readonly consulted?: string | undefined;
  readonly units?: { readonly main?: string | undefined; readonly cooperating: readonly string[] } | undefined;
  readonly answer?: { readonly article?: string | undefined; readonly remedy?: RemedyVariant | undefined } | undefined;
}

/** Collects what a letter is made of, from the case's history, what is asked for, and the organ. Number and code come later. */
export async function gatherFacts(db: Queryable, gathering: Gathering): Promise<LetterFacts> {
  const { agencyId, kind, on, fields, answer } = gathering;
  const [agency, application] = await Promise.all([gatherAgency(db, agencyId), gatherApplication(db, gathering)]);
  const { delivery } = application.request;
  return {
    on,
    number: null,
    code: null,
    agency,
    addressee: await addresseeOf(db, gathering),
    application,
    answer: answerOf(kind, on, answer),
    isServedOnline: kind.to === "applicant" && (delivery === "email" || delivery === "account"),
    fields,
  };
}

/** What the act cites wins; else the outcome's own article and the remedy that follows. */
function answerOf({ outcome, remedy }: LetterKind, on: PlainDate, given: Gathering["answer"]): LetterFacts["answer"] {
  if (outcome === undefined) return remedy === undefined ? null : { outcome: null, article: null, remedy };
  const article = given?.article === undefined || given.article === "" ? null : given.article;
  const wanted = given?.remedy === undefined || given.remedy === "configurable" ? printedRemedy(outcome, on, article) : given.remedy;
  return { outcome: outcome satisfies OutcomeCode, article, remedy: wanted };
}

export async function gatherAgency(db: Queryable, agencyId: number): Promise<LetterAgency> {
  const [agency, ancestors] = await Promise.all([getAgency(db, agencyId), listAncestors(db, agencyId)]);
  const above = ancestors.find(({ kind }) => kind === "government");
  return {
    name: agency.name,
    mark: agency.letter_mark ?? `${agency.short_name}公开`,
    remedyKind: agency.remedy_kind as OrganKind, // written by commands alone, from their schema
    governmentAbove: above?.name ?? null,
    contact: agency.contact as LetterAgency["contact"], // as above
    settings: settingsOf(agency.settings).letters ?? {},
  };
}

async function gatherApplication(db: Queryable, gathering: Gathering): Promise<LetterApplication> {
  const { agencyId, applicationId, kind, history, events, on, calendar, applicant, units } = gathering;
  const unitId = units?.main ?? findLast(history, "assigned")?.payload["unitId"];
  const [request, unitNames, reply, earlierReply] = await Promise.all([
    findRequest(db, agencyId, applicationId),
    nameUnits(db, agencyId, typeof unitId === "string" ? [unitId] : []),
    kind.kind === "deliveryProof" ? findLastReply(db, agencyId, applicationId) : null,
    kind.outcome === "unhandled.duplicate" ? findEarlierReply(db, agencyId, applicationId) : null,
  ]);
  const file = toCase(history);
  const status = foldCase({ ...file, events: [...file.events, ...events] }, { today: on, calendar });
  const correction = findLast(history, "correctionAsked");
  const fee = findLast(history, "feeNotified");
  return {
    registration: gathering.registration ?? textOf(findLast(history, "registered")?.payload["number"]),
    receivedOn: status.receivedOn,
    channel: file.channel,
    correctedOn: findLast(history, "corrected")?.on ?? null,
    dueOn: status.dueOn,
    applicant,
    request: {
      title: request?.title ?? "",
      description: request?.description ?? "",
      documentNumber: request?.document_number ?? null,
      period: request?.period ?? null,
      carrier: request?.carrier ?? "",
      delivery: request?.delivery ?? "",
    },
    unit: unitNames.join("、") || null,
    correctionAsked: correction === undefined ? null : { ...sent(correction), by: dateOf(correction.payload["by"]) },
    feeNotified:
      fee === undefined ? null : { ...sent(fee), amount: typeof fee.payload["amount"] === "number" ? fee.payload["amount"] : null },
    consultation: consultationOf(history, events),
    objectedOn: findObjection(history)?.on ?? null,
    reply,
    earlierReply,
  };
}

/** The consultation that an opinion about to be recorded belongs to; else the last one. */
function consultationOf(history: readonly StoredEvent[], events: readonly CaseEvent[]): LetterApplication["consultation"] {
  const coming = events.find((event) => event.type === "opinionReceived" || event.type === "opinionExpired");
  const asked = history.findLast(
    ({ type, payload }) => type === "consultationSent" && (coming === undefined || payload["id"] === coming.id),
  );
  if (asked === undefined) return null;
  const came = history.findLast(({ type, payload }) => type === "opinionReceived" && payload["id"] === asked.payload["id"]);
  if (coming?.type === "opinionReceived") return { ...sent(asked), position: coming.position, opinionOn: coming.on };
  const position = came?.payload["position"];
  const isKnown = position === "agree" || position === "object" || position === "none";
  return { ...sent(asked), position: isKnown ? position : "none", opinionOn: came?.on ?? null };
}

/** The objection of a third party, if there was one. */
export function findObjection(history: readonly StoredEvent[]): StoredEvent | undefined {
  const third = new Set(
    history.flatMap(({ type, payload }) => (type === "consultationSent" && payload["with"] === "thirdParty" ? [payload["id"]] : [])),
  );
  return history.findLast(
    ({ type, payload }) => type === "opinionReceived" && payload["position"] === "object" && third.has(payload["id"]),
  );
}

async function addresseeOf(db: Queryable, { agencyId, kind, applicant, consulted, units }: Gathering): Promise<Addressee> {
  switch (kind.to) {
    case "consulted":
      return { name: consulted ?? "", kind: "consulted" };
    case "units":
      return { name: (await nameUnits(db, agencyId, units?.cooperating ?? [])).join("、"), kind: "units" };
    case "file":
      return { name: applicant.name, kind: "file" };
    case "applicant":
      return { name: applicant.name, kind: applicant.kind === "natural" ? "person" : "organisation" };
  }
}

/** What was sealed at submission. Looser than the door, so that whatever was let in can be written to. */
const SealedApplicant = z.object({
  kind: z.enum(APPLICANT_KINDS),
  name: z.string(),
  idType: z.string().optional(),
  idNumber: z.string().optional(),
  creditCode: z.string().optional(),
  representative: z.string().optional(),
  agent: z.object({ name: z.string(), idNumber: z.string().optional() }).optional(),
  telephone: z.string().optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  email: z.string().optional(),
});

/** Who applies, from what was sealed; undefined when it was erased. */
export function toLetterApplicant(opened: unknown): LetterApplicant | undefined {
  const parsed = SealedApplicant.safeParse(opened);
  if (!parsed.success) return undefined;
  const { kind, name, idType, idNumber, creditCode, representative, agent, telephone, address, postcode, email } = parsed.data;
  const paper =
    idNumber === undefined || idNumber === "" ? creditCode && `统一社会信用代码 ${creditCode}` : `${paperWord(idType)} ${idNumber}`;
  return {
    kind,
    name,
    paper,
    representative,
    agent: agent === undefined ? undefined : [agent.name, agent.idNumber].filter(Boolean).join(" "),
    telephone,
    address: [address, postcode].filter(Boolean).join(" "),
    email,
  };
}

/** Who applies, as everyone with a duty in the case may know. */
export function maskedApplicant([first]: readonly StoredEvent[]): LetterApplicant {
  const kind = APPLICANT_KINDS.find((one) => one === first?.payload["applicantKind"]) ?? "natural";
  return { kind, name: textOf(first?.payload["applicantName"]) ?? "" };
}

/** Names as short as this are people's; organisations are named in full. */
const LONGEST_PERSON = 4;

/** Whom everyone with a duty in the case may know was asked: an organisation by name, a person by the first character. */
export function maskConsulted(name: string | undefined): string | undefined {
  return name === undefined || name.length > LONGEST_PERSON || name === "" ? name : `${name.slice(0, 1)}**`;
}

/** The name of whoever was consulted, opened from its seal. */
export async function openConsulted(db: Queryable, keys: SealingKeys, agencyId: number, sealedId: unknown): Promise<string | undefined> {
  if (typeof sealedId !== "string") return undefined;
  const opened = z.object({ name: z.string() }).safeParse(await openSealed(db, keys, { agencyId, sealedId, purpose: "consulted" }));
  return opened.success ? opened.data.name : undefined;
}

function sent({ on, payload }: StoredEvent): { readonly on: PlainDate; readonly number: string | null } {
  return { on, number: textOf(payload["letterNumber"]) };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function dateOf(value: unknown): PlainDate | null {
  return typeof value === "string" && isPlainDate(value) ? plainDate(value) : null;
}

function paperWord(idType = ""): string {
  const words: Readonly<Record<string, string>> = { ...ID_TYPE_WORDS, other: "证件" };
  return words[idType] ?? "证件";
}
