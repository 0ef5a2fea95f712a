import type { PlainDate } from "@gongkai/statute";
import type { Transaction } from "kysely";
import type { Tables } from "../platform/database/row-types.ts";
import { CHAIN_START, hashEvent } from "./chain.ts";
import type { Actor, NewEvent, StoredEvent, StreamName } from "./event.ts";
import type { IssuedNumber } from "./number.ts";

/** The end of an organ's chain, locked by the transaction that holds it. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: Buffer;
}

export interface AppendedPart {
  readonly stream: StreamName;
  /** Version of the stream's last event; 0 when it is new. */
  readonly version: number;
  readonly events: readonly NewEvent[];
}

export interface Appending {
  readonly agencyId: number;
  readonly head: ChainHead;
  /** Events by the stream they belong to, each stream once. */
  readonly parts: readonly AppendedPart[];
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly at: string;
  readonly commandKey: string | null;
  /** Numbers given in this turn that are not written down yet. */
  readonly numbers: readonly IssuedNumber[];
}

/** Locks the end of an organ's chain until the transaction ends: one organ, one pen. */
export async function lockChain(tx: Transaction<Tables>, agencyId: number): Promise<ChainHead> {
  const find = () =>
    tx.selectFrom("chain_head").select(["sequence", "hash"]).where("agency_id", "=", agencyId).forUpdate().executeTakeFirst();
  const head = await find();
  if (head !== undefined) return head;
  await tx
    .insertInto("chain_head")
    .values({ agency_id: agencyId, sequence: 0, hash: CHAIN_START })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await find(); // by us or by someone who was quicker, and whom we have waited for
  if (made === undefined) throw new Error(`The chain of organ ${agencyId} could not be begun.`);
  return made;
}

/** Writes events at the end of the chain, and the numbers they bear, and moves its head. */
export async function appendEvents(tx: Transaction<Tables>, appending: Appending): Promise<readonly StoredEvent[]> {
  const stored = chainEvents(appending);
  const last = stored.at(-1);
  if (last === undefined) return stored;
  // One statement for all: a command is mostly waiting for answers.
  const written = tx.with("written", (db) => db.insertInto("event").values(stored.map(toRow)));
  const { numbers } = appending;
  await (numbers.length === 0 ? written : written.with("numbered", (db) => db.insertInto("issued_number").values(numbers)))
    .updateTable("chain_head")
    .set({ sequence: last.sequence, hash: last.hash })
    .where("agency_id", "=", appending.agencyId)
    .execute();
  return stored;
}

function chainEvents({ agencyId, head, parts, actor, today, at, commandKey }: Appending): readonly StoredEvent[] {
  let { sequence, hash: previousHash } = head;
  return parts.flatMap(({ stream, version, events }) =>
    events.map(({ type, on = today, payload = {}, documents = [] }, index) => {
      const event: Omit<StoredEvent, "hash"> = {
        agencyId,
        sequence: (sequence += 1),
        stream: { kind: stream.kind, id: stream.id },
        version: version + index + 1,
        type,
        on,
        recordedAt: at,
        actor: actorColumns(actor),
        payload: JSON.parse(JSON.stringify(payload)) as typeof payload, // as it will be read back: without undefined fields
        documents,
        commandKey,
        previousHash,
      };
      previousHash = hashEvent(event);
      return { ...event, hash: previousHash };
    }),
  );
}

function actorColumns(actor: Actor): StoredEvent["actor"] {
  if (actor.kind !== "person") return { kind: actor.kind, id: null, role: null };
  return { kind: "person", id: actor.personId.toLowerCase(), role: actor.role ?? null }; // as the database gives it back
}

function toRow(event: StoredEvent) {
  return {
    agency_id: event.agencyId,
    sequence: event.sequence,
    stream_kind: event.stream.kind,
    stream_id: event.stream.id,
    stream_version: event.version,
    type: event.type,
    on_date: event.on,
    recorded_at: event.recordedAt,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    actor_role: event.actor.role,
    payload: JSON.stringify(event.payload),
    documents: [...event.documents],
    command_key: event.commandKey,
    previous_hash: event.previousHash,
    hash: event.hash,
  };
}
