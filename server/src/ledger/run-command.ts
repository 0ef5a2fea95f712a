import { createHash, randomUUID } from "node:crypto";
import { plainDate, type PlainDate, type Result } from "@gongkai/statute";
import { sql, type Transaction } from "kysely";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { Tables } from "../platform/database/row-types.ts";
import { type AppendedPart, appendEvents, type ChainHead, lockChain } from "./append-events.ts";
import type { Actor, Json, NewEvent, StoredEvent, StreamKind, StreamName } from "./event.ts";
import type { Ledger } from "./ledger.ts";
import { type IssuedNumber, issueNumber, type NumberRequest } from "./number.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { project, projectAll } from "./projection.ts";
import { readHistories, readHistory } from "./read-history.ts";
import { seal, type Sealing } from "./seal.ts";

/** What every command is called with, beside its own input. */
export interface CommandCall {
  /** Name of the command, such as `extend-deadline`. */
  readonly command: string;
  readonly agencyId: number;
  readonly actor: Actor;
  /** Idempotency key: the same key with the same request is answered as the first time, and nothing is done again. */
  readonly commandKey?: string | undefined;
  /** What was asked, for the comparison with a retry. */
  readonly request?: Json;
}

/** One command's turn at an organ's ledger: everything in it happens in one transaction, or not at all. */
export interface Turn {
  readonly tx: Transaction<Tables>;
  readonly agencyId: number;
  readonly actor: Actor;
  readonly today: PlainDate;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  /** Names a history that begins in this turn. */
  begin(kind: StreamKind): StreamName;
  /** The events of a stream; nobody can add to it until this turn ends. */
  history(stream: StreamName): Promise<readonly StoredEvent[]>;
  /** Writes events and brings the projections up to date; gives the whole history of the stream where it is known. */
  append(stream: StreamName, events: readonly NewEvent[]): Promise<readonly StoredEvent[]>;
  /** Writes to many streams of one kind at once, each named once: fewer, larger statements. Gives their whole histories in order. */
  appendAll(kind: StreamKind, parts: readonly AppendedStream[]): Promise<readonly (readonly StoredEvent[])[]>;
  /** The next number of a series, as printed. It must stand in the payload of an event this turn writes to what bears it. */
  issueNumber(request: Omit<NumberRequest, "agencyId">): Promise<string>;
  readonly seal: (sealing: Omit<Sealing, "agencyId" | "at">) => Promise<string>;
}

/** What one of many streams is given. */
export interface AppendedStream {
  readonly id: string;
  readonly events: readonly NewEvent[];
  /** It begins in this turn: no history is looked for. */
  readonly isNew?: boolean;
}

/** Refusals any command may give. `not-allowed`: by policy. `changed-meanwhile`: the caller saw an older version. */
export type CommonRefusal = "key-reused" | "not-allowed" | "changed-meanwhile";

/** The database's ways of saying "try again": serialization failure, deadlock. */
const TRANSIENT: ReadonlySet<unknown> = new Set(["40001", "40P01"]);
const MOST_TRIES = 4;

/**
 * Runs a command: lock the organ's chain, answer a retry as the first time, let `act` load, allow, decide and write, and
 * commit. A refusal rolls everything back; one by policy is then recorded in the audit. What is returned as done is
 * committed.
 */
export function runCommand<Value extends Json | void, Refusal extends string>(
  ledger: Ledger,
  call: CommandCall,
  act: (turn: Turn) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CommonRefusal>> {
  return oneAtATime(ledger.db, String(call.agencyId), () => runUntilDone(ledger, call, act));
}

async function runUntilDone<Value extends Json | void, Refusal extends string>(
  ledger: Ledger,
  call: CommandCall,
  act: (turn: Turn) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CommonRefusal>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const result = await runOnce(ledger, call, act);
      if (!result.ok && result.refusal === "not-allowed") await recordRefusal(ledger, call);
      return result;
    } catch (fault) {
      if (tries === MOST_TRIES || !TRANSIENT.has((fault as { code?: unknown }).code)) throw fault;
    }
  }
}

async function runOnce<Value extends Json | void, Refusal extends string>(
  ledger: Ledger,
  call: CommandCall,
  act: (turn: Turn) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CommonRefusal>> {
  const tx = await ledger.db.startTransaction().execute();
  try {
    const head = await lockChain(tx, call.agencyId);
    const earlier = await findReceipt<Value>(tx, call);
    if (earlier !== undefined) {
      await tx.rollback().execute();
      return earlier;
    }
    const { turn, findUnborneNumber } = createTurn(ledger, tx, call, head);
    const result = await act(turn);
    if (!result.ok) {
      await tx.rollback().execute();
      return result;
    }
    const unborne = findUnborneNumber();
    if (unborne !== undefined) throw new Error(`The number ${unborne} stands in no event that was written with it.`);
    await keepReceipt(tx, call, result.value, ledger.clock.instant());
    await tx.commit().execute();
    return result;
  } catch (fault) {
    if (!tx.isCommitted && !tx.isRolledBack)
      await tx
        .rollback()
        .execute()
        .catch(() => {}); // what went wrong first is told
    throw fault;
  }
}

function createTurn(ledger: Ledger, tx: Transaction<Tables>, call: CommandCall, firstHead: ChainHead) {
  const { agencyId, actor } = call;
  const at = ledger.clock.instant();
  const today = plainDate(ledger.clock.today());
  const histories = new Map<string, readonly StoredEvent[]>();
  const issued: IssuedNumber[] = [];
  let unwritten: readonly IssuedNumber[] = [];
  const payloads: { readonly stream: string; readonly payload: Json }[] = [];
  let head = firstHead;

  const history = async (given: StreamName): Promise<readonly StoredEvent[]> => {
    const stream = asStored(given);
    const name = `${stream.kind}:${stream.id}`;
    const known = histories.get(name) ?? (await readHistory(tx, agencyId, stream));
    histories.set(name, known);
    return known;
  };
  const append = async (given: StreamName, events: readonly NewEvent[]): Promise<readonly StoredEvent[]> => {
    const stream = asStored(given);
    const name = `${stream.kind}:${stream.id}`;
    const isProjected = ledger.projections.some(({ streamKind }) => streamKind === stream.kind);
    const before = isProjected ? await history(stream) : histories.get(name);
    const version = before === undefined ? await countEvents(tx, agencyId, stream) : before.length;
    const written = await write([{ stream, version, events }]);
    if (before === undefined) {
      await ledger.afterAppend?.(tx, agencyId, [stream]);
      return written;
    }
    const whole = [...before, ...written];
    histories.set(name, whole);
    await project(tx, ledger.projections, whole);
    await ledger.afterAppend?.(tx, agencyId, [stream]);
    return whole;
  };
  const write = async (parts: readonly AppendedPart[]): Promise<readonly StoredEvent[]> => {
    const written = await appendEvents(tx, {
      agencyId,
      head,
      parts,
      actor,
      today,
      at,
      commandKey: call.commandKey ?? null,
      numbers: unwritten,
    });
    if (written.length > 0) unwritten = [];
    head = written.at(-1) ?? head;
    payloads.push(...written.map(({ stream, payload }) => ({ stream: `${stream.kind}:${stream.id}`, payload })));
    return written;
  };
  const appendAll: Turn["appendAll"] = async (kind, given) => {
    const streams = given.map((part) => ({ ...part, stream: asStored({ kind, id: part.id }) }));
    const old = streams.filter(({ isNew }) => isNew !== true).map(({ stream }) => stream.id);
    const found = old.length === 0 ? [] : await readHistories(tx, agencyId, kind, old);
    const before = new Map(old.map((id, index) => [id, found[index] ?? []]));
    const written = await write(streams.map(({ stream, events }) => ({ stream, version: before.get(stream.id)?.length ?? 0, events })));
    let from = 0;
    const whole = streams.map(({ stream, events }) => {
      const history = [...(before.get(stream.id) ?? []), ...written.slice(from, (from += events.length))];
      histories.set(`${kind}:${stream.id}`, history);
      return history;
    });
    await projectAll(
      tx,
      ledger.projections.filter(({ streamKind }) => streamKind === kind),
      whole.filter((_, index) => (before.get(streams[index]?.stream.id ?? "")?.length ?? 0) === 0),
    );
    for (const [index, history] of whole.entries())
      if ((before.get(streams[index]?.stream.id ?? "")?.length ?? 0) > 0) await project(tx, ledger.projections, history);
    await ledger.afterAppend?.(
      tx,
      agencyId,
      streams.map(({ stream }) => stream),
    );
    return whole;
  };
  const turn: Turn = {
    tx,
    agencyId,
    actor,
    today,
    at,
    begin: (kind) => {
      const stream = { kind, id: randomUUID() };
      histories.set(`${kind}:${stream.id}`, []);
      return stream;
    },
    history,
    append,
    appendAll,
    issueNumber: async (request) => {
      const number = await issueNumber(tx, { ...request, agencyId, stream: asStored(request.stream) });
      issued.push(number);
      unwritten = [...unwritten, number];
      return number.printed;
    },
    seal: (sealing) => seal(tx, ledger.keys, { ...sealing, agencyId, at }),
  };
  const isBorne = ({ printed, stream_kind: kind, stream_id: id }: IssuedNumber) =>
    payloads.some(({ stream, payload }) => stream === `${kind}:${id}` && holds(payload, printed));
  /** A number that stands in no event, or was given when the last of them had been written already. */
  const findUnborneNumber = () => (issued.find((number) => !isBorne(number)) ?? unwritten[0])?.printed;
  return { turn, findUnborneNumber };
}

/** The database gives UUIDs back in lower case; the hash must be over what will be read. */
function asStored({ kind, id }: StreamName): StreamName {
  return { kind, id: id.toLowerCase() };
}

function holds(json: Json | undefined, text: string): boolean {
  if (typeof json !== "object" || json === null) return json === text;
  return Object.values(json).some((inner: Json | undefined) => holds(inner, text));
}

async function countEvents(tx: Transaction<Tables>, agencyId: number, stream: StreamName): Promise<number> {
  const found = await tx
    .selectFrom("event")
    .select((eb) => eb.fn.coalesce(eb.fn.max("stream_version"), sql<number>`0`).as("version"))
    .where("agency_id", "=", agencyId)
    .where("stream_kind", "=", stream.kind)
    .where("stream_id", "=", stream.id)
    .executeTakeFirstOrThrow();
  return found.version;
}

async function findReceipt<Value>(tx: Transaction<Tables>, call: CommandCall): Promise<Result<Value, "key-reused"> | undefined> {
  if (call.commandKey === undefined) return undefined;
  const receipt = await tx
    .selectFrom("command_receipt")
    .select(["request_hash", "answer"])
    .where("agency_id", "=", call.agencyId)
    .where("command_key", "=", call.commandKey)
    .executeTakeFirst();
  if (receipt === undefined) return undefined;
  if (!receipt.request_hash.equals(hashRequest(call))) return { ok: false, refusal: "key-reused" };
  return { ok: true, value: (receipt.answer as { value: Value }).value }; // written by keepReceipt for the same command and request
}

async function keepReceipt(tx: Transaction<Tables>, call: CommandCall, value: unknown, at: string): Promise<void> {
  if (call.commandKey === undefined) return;
  await tx
    .insertInto("command_receipt")
    .values({
      agency_id: call.agencyId,
      command_key: call.commandKey,
      command: call.command,
      request_hash: hashRequest(call),
      answer: JSON.stringify({ value }),
      recorded_at: at,
    })
    .execute();
}

/** Who asked for what. Keys are chosen by callers: another person's key must not open the answer. */
function hashRequest({ command, actor, request = null }: CommandCall): Buffer {
  const who = actor.kind === "person" ? actor.personId : actor.kind;
  return createHash("sha256").update(canonicalJson({ command, who, request }), "utf8").digest();
}

async function recordRefusal(ledger: Ledger, { command, agencyId, actor }: CommandCall): Promise<void> {
  if (actor.kind !== "person") return;
  await runOnce(ledger, { command: "record-refusal", agencyId, actor }, async (turn) => {
    await turn.append({ kind: "access", id: actor.personId }, [{ type: "refused", payload: { command } }]);
    return { ok: true, value: null };
  });
}
