import type { Queryable } from "../platform/database/open-database.ts";
import { CHAIN_START, hashEvent } from "./chain.ts";
import { readChain } from "./read-history.ts";

/** What is wrong with an organ's ledger, and from which event on. */
export interface ChainFault {
  readonly agencyId: number;
  readonly sequence: number;
  readonly fault: "altered" | "missing" | "broken-link" | "stream-gap" | "head-mismatch" | "number-gap" | "number-mismatch";
  /** What was found, in Chinese. */
  readonly message: string;
}

export interface Verification {
  readonly agencies: number;
  readonly events: number;
  readonly faults: readonly ChainFault[];
}

/** Walks the chains of all organs (or of one) and tells every event that was altered, removed or put elsewhere. */
export async function verifyLedger(
  db: Queryable,
  { agencyId, onProgress }: { readonly agencyId?: number; readonly onProgress?: (events: number) => void } = {},
): Promise<Verification> {
  const agencies = await listAgencies(db, agencyId);
  const faults: ChainFault[] = [];
  let events = 0;
  for (const agency of agencies) {
    const checked = await verifyChain(db, agency, (count) => onProgress?.(events + count));
    events += checked.events;
    faults.push(...checked.faults, ...(await verifyNumbers(db, agency)));
  }
  return { agencies: agencies.length, events, faults };
}

async function listAgencies(db: Queryable, agencyId: number | undefined): Promise<readonly number[]> {
  if (agencyId !== undefined) return [agencyId];
  const rows = await db.selectFrom("agency").select("agency_id").orderBy("agency_id").execute();
  return rows.map(({ agency_id }) => agency_id);
}

async function verifyChain(db: Queryable, agencyId: number, onProgress: (events: number) => void) {
  const faults: ChainFault[] = [];
  const versions = new Map<string, number>();
  let sequence = 0;
  let previous = CHAIN_START;
  let events = 0;
  const tell = (at: number, fault: ChainFault["fault"], message: string) => faults.push({ agencyId, sequence: at, fault, message });
  for await (const page of readChain(db, agencyId)) {
    for (const event of page) {
      events += 1;
      if (event.sequence !== sequence + 1) {
        tell(sequence + 1, "missing", `第${sequence + 1}${event.sequence > sequence + 2 ? `至${event.sequence - 1}` : ""}号事件缺失。`);
      } else if (!event.previousHash.equals(previous)) {
        tell(event.sequence, "broken-link", `第${event.sequence}号事件与前一事件不衔接：前一事件被替换，或顺序被调换。`);
      }
      if (!hashEvent(event).equals(event.hash)) tell(event.sequence, "altered", `第${event.sequence}号事件（${event.type}）的内容被改动。`);
      const stream = `${event.stream.kind}:${event.stream.id}`;
      const expected = (versions.get(stream) ?? 0) + 1;
      if (event.version !== expected) {
        tell(event.sequence, "stream-gap", `第${event.sequence}号事件应为该事项的第${expected}步，却标为第${event.version}步。`);
      }
      versions.set(stream, event.version);
      sequence = event.sequence;
      previous = event.hash;
    }
    onProgress(events);
  }
  const head = await db.selectFrom("chain_head").selectAll().where("agency_id", "=", agencyId).executeTakeFirst();
  if ((head?.sequence ?? 0) !== sequence || !(head?.hash ?? CHAIN_START).equals(previous)) {
    tell(sequence + 1, "head-mismatch", `链尾应为第${head?.sequence ?? 0}号事件，实际止于第${sequence}号：末尾的事件被删除或增添。`);
  }
  return { events, faults };
}

/** A series must hold every number from 1 to the last one given. */
async function verifyNumbers(db: Queryable, agencyId: number): Promise<readonly ChainFault[]> {
  const rows = await db
    .selectFrom("number_series as s")
    .leftJoin("issued_number as n", (join) =>
      join
        .onRef("n.agency_id", "=", "s.agency_id")
        .onRef("n.series", "=", "s.series")
        .onRef("n.year", "=", "s.year"),
    )
    .select((eb) => ["s.series", "s.year", "s.last_number", eb.fn.count<number>("n.number").as("given"), eb.fn.max("n.number").as("highest")])
    .where("s.agency_id", "=", agencyId)
    .groupBy(["s.series", "s.year", "s.last_number"])
    .execute();
  return rows
    .filter(({ last_number, given, highest }) => given !== last_number || highest !== last_number)
    .map(({ series, year, last_number, given }) => ({
      agencyId,
      sequence: 0,
      fault: "number-gap",
      message: `编号系列 ${series}（${year}）应已发出${last_number}个号，实有${given}个：有号码缺失或多出。`,
    }));
}
