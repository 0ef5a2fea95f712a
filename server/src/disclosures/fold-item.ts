import type { StoredEvent } from "../ledger/index.ts";
import { contentHashOf, type ItemContent, type Mark } from "./item-content.ts";
import type { ItemState, Validity } from "./words.ts";

export interface Signature {
  /** From 1. */
  readonly step: number;
  readonly role: string;
  readonly personId: string | null;
  readonly on: string;
  readonly opinion: string;
  readonly contentHash: string;
}

/** A round of review: from the draft's handing in until it is returned, passed or changed. */
export interface Round {
  readonly chain: readonly string[];
  readonly drafter: string | null;
  readonly contentHash: string;
  readonly signatures: readonly Signature[];
}

/** Where an item was public before it was taken over; carried by `takenOver`, and by `drafted` where screening held it back. */
export interface Origin {
  /** Its address there; "" when the register does not say. */
  readonly address: string;
  readonly publishedOn: string;
  /** The index number it bore there; "" when it had none. */
  readonly indexNumber: string;
  /** How it was reviewed then, as the head of the office stated. */
  readonly review: string;
  readonly import: string;
  readonly row: number;
}

/** What `published` carries. */
export interface Publication {
  readonly publicVersion: number;
  readonly indexNumber: string;
  readonly publishedAt: string;
  readonly contentHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
}

export interface Published extends Publication {
  readonly on: string;
  readonly content: ItemContent;
  /** The round that passed it; null of what was taken over as it had been public elsewhere. */
  readonly round: Round | null;
}

/** Where an item stands: a fold over its history. */
export interface ItemStanding {
  readonly state: ItemState;
  readonly content: ItemContent;
  readonly mark: Mark | null;
  readonly contentHash: string;
  readonly drafterId: string | null;
  readonly unitId: string | null;
  readonly applicationId: string | null;
  readonly origin: Origin | null;
  /** Day it was taken over as public. */
  readonly takenOverOn: string | null;
  readonly round: Round | null;
  readonly scheduledAt: string | null;
  readonly screened: {
    readonly contentHash: string;
    readonly blocking: readonly string[];
    readonly warnings: number;
    readonly at: string;
  } | null;
  readonly judged: ReadonlyMap<string, { readonly reason: string; readonly by: string | null; readonly on: string }>;
  readonly publications: readonly Published[];
  /** Of what the public sees; null before the first publication. */
  readonly publicStatus: "published" | "withdrawn" | "expired" | null;
  readonly withdrawal: { readonly at: string; readonly reason: string; readonly publicTitle: string; readonly isApproved: boolean } | null;
  readonly validity: { readonly validity: Validity; readonly note: string; readonly on: string } | null;
  readonly interprets: readonly string[];
  readonly interpretedBy: readonly string[];
}

/** Folds a history; undefined when there is none, or the import that brought it was taken back. */
export function foldItem(history: readonly StoredEvent[]): ItemStanding | undefined {
  const [first] = history;
  if (first === undefined || history.at(-1)?.type === "takenBack") return undefined;
  if (first.type !== "drafted" && first.type !== "takenOver") return undefined;
  const start = begin(first);
  return history.slice(1).reduce(step, first.type === "takenOver" ? takeOver(start, first) : start);
}

function begin(first: StoredEvent): ItemStanding {
  const content = first.payload as unknown as ItemContent; // written by draftItem, or with it by takeOverItems
  return {
    state: "drafted",
    content,
    mark: null,
    contentHash: contentHashOf(content, null),
    drafterId: first.actor.id,
    unitId: textOf(first, "unit"),
    applicationId: textOf(first, "application"),
    origin: (first.payload["origin"] as unknown as Origin | undefined) ?? null, // written by takeOverItems
    takenOverOn: null,
    round: null,
    scheduledAt: null,
    screened: null,
    judged: new Map(),
    publications: [],
    publicStatus: null,
    withdrawal: null,
    validity: null,
    interprets: [],
    interpretedBy: [],
  };
}

/** Public from its first event on: what it was before stands in it, and the same screening as before a publication. */
function takeOver(start: ItemStanding, { payload, on, recordedAt }: StoredEvent): ItemStanding {
  const { mark, publication, screened, validity, origin } = payload as unknown as TakenOverPayload; // written by takeOverItems
  return {
    ...start,
    state: "published",
    mark,
    contentHash: publication.contentHash,
    takenOverOn: on,
    screened: { ...screened, at: recordedAt },
    publications: [{ ...publication, on: origin.publishedOn, content: start.content, round: null }],
    publicStatus: "published",
    validity,
  };
}

/** What `takenOver` carries beside the content. */
export interface TakenOverPayload {
  readonly origin: Origin;
  readonly mark: Mark;
  readonly publication: Publication;
  readonly screened: { readonly contentHash: string; readonly blocking: readonly string[]; readonly warnings: number };
  readonly validity: { readonly validity: Validity; readonly note: string; readonly on: string } | null;
}

function step(item: ItemStanding, event: StoredEvent): ItemStanding {
  const { type, payload, actor, on } = event;
  switch (type) {
    case "revised": {
      const content = payload as unknown as ItemContent; // written by reviseItem
      const contentHash = contentHashOf(content, item.mark?.attribute ?? null);
      return { ...item, content, contentHash, state: item.mark === null ? "drafted" : "marked", round: null, scheduledAt: null };
    }
    case "marked": {
      const mark = payload as unknown as Mark; // written by markItem
      return { ...item, mark, contentHash: contentHashOf(item.content, mark.attribute), state: "marked", round: null, scheduledAt: null };
    }
    case "screened":
      return { ...item, screened: { ...(payload as unknown as Omit<NonNullable<ItemStanding["screened"]>, "at">), at: event.recordedAt } }; // written by screenItem
    case "judged":
      return { ...item, judged: new Map(item.judged).set(wordOf(event, "key"), { reason: wordOf(event, "reason"), by: actor.id, on }) };
    case "submitted": {
      const chain = (payload["chain"] as readonly string[] | undefined) ?? []; // written by submitItem
      return { ...item, state: "inReview", round: { chain, drafter: actor.id, contentHash: item.contentHash, signatures: [] } };
    }
    case "signed": {
      if (item.round === null) return item;
      const { role, opinion, contentHash } = payload as { role: string; opinion: string; contentHash: string }; // written by signItem
      const signatures = [
        ...item.round.signatures,
        { step: item.round.signatures.length + 1, role, personId: actor.id, on, opinion, contentHash },
      ];
      return {
        ...item,
        state: signatures.length >= item.round.chain.length ? "approved" : "inReview",
        round: { ...item.round, signatures },
      };
    }
    case "returned":
      return { ...item, state: "returned", round: null, scheduledAt: null };
    case "scheduled":
      return { ...item, state: "scheduled", scheduledAt: textOf(event, "at") };
    case "unscheduled":
      return { ...item, state: "approved", scheduledAt: null };
    case "published": {
      if (item.round === null) return item;
      const publication = payload as unknown as Publication; // written by publishInTurn
      const published: Published = { ...publication, on, content: item.content, round: item.round };
      return {
        ...item,
        state: item.publications.length === 0 ? "published" : "updated",
        publications: [...item.publications, published],
        publicStatus: "published",
        withdrawal: null,
        scheduledAt: null,
        round: null,
        validity: item.validity ?? (item.content.fields.normative === null ? null : { validity: "effective", note: "", on }),
      };
    }
    case "withdrawn":
    case "takenDown": {
      const withdrawal = {
        at: event.recordedAt,
        reason: wordOf(event, "reason"),
        publicTitle: wordOf(event, "publicTitle"),
        isApproved: type === "withdrawn",
      };
      return { ...item, state: "withdrawn", publicStatus: "withdrawn", withdrawal, round: null, scheduledAt: null };
    }
    case "takeDownApproved":
      return { ...item, withdrawal: item.withdrawal === null ? null : { ...item.withdrawal, isApproved: true } };
    case "expired":
      return { ...item, state: item.state === "published" || item.state === "updated" ? "expired" : item.state, publicStatus: "expired" };
    case "validityChanged":
      return { ...item, validity: { validity: payload["validity"] as Validity, note: wordOf(event, "note"), on } }; // checked by its schema
    case "interpretationLinked":
      return {
        ...item,
        interprets: withId(item.interprets, textOf(event, "interprets")),
        interpretedBy: withId(item.interpretedBy, textOf(event, "interpretedBy")),
      };
    case "reviewedAgain": {
      const nextOn = textOf(event, "nextOn");
      if (nextOn !== null && item.mark !== null) return { ...item, mark: { ...item.mark, reviewAgainOn: nextOn } };
      return { ...item, mark: null, contentHash: contentHashOf(item.content, null), state: "drafted", round: null };
    }
    case "archived":
    case "discarded":
      return { ...item, state: type, round: null };
    default:
      return item;
  }
}

/** What of the screening still stands in the way: blocking findings of this very content that nobody has answered for. */
export function openFindings({ screened, contentHash, judged }: ItemStanding): readonly string[] | "not-screened" {
  if (screened?.contentHash !== contentHash) return "not-screened";
  return screened.blocking.filter((key) => !judged.has(key));
}

function textOf({ payload }: StoredEvent, name: string): string | null {
  const value = payload[name];
  return typeof value === "string" ? value : null;
}

function wordOf(event: StoredEvent, name: string): string {
  return textOf(event, name) ?? "";
}

function withId(ids: readonly string[], id: string | null): readonly string[] {
  return id === null || ids.includes(id) ? ids : [...ids, id];
}
