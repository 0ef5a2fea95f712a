import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { CHAIN_START, hashEvent } from "./chain.ts";
import type { LedgerFault } from "./fault.ts";
import { readChain } from "./read-history.ts";
import { inSnapshot } from "./snapshot.ts";
import { verifyNumbers } from "./verify-numbers.ts";

export interface Verification {
  readonly agencies: number;
  readonly events: number;
  /** Where each organ's chain ends. Written down elsewhere, they prove later that nothing before them was rewritten. */
  readonly heads: readonly ChainEnd[];
  readonly faults: readonly LedgerFault[];
}

export interface ChainEnd {
  readonly agencyId: number;
  readonly sequence: number;
  /** Hash of the last event, hexadecimal. */
  readonly hash: string;
}

/**
 * Walks the chains of all organs (or of one) and tells every event that was altered, removed or put elsewhere, and every
 * number that was. Sees the database as it is at one moment; the server may go on writing.
 */
export function verifyLedger(
  db: Queryable,
  { agencyId, onProgress }: { readonly agencyId?: number | undefined; readonly onProgress?: (events: number) => void } = {},
): Promise<Verification> {
  return inSnapshot(db, async (snapshot) => {
    const agencies = agencyId === undefined ? await regionChains(snapshot) : [agencyId];
    const faults: LedgerFault[] = [];
    const heads: ChainEnd[] = [];
    let events = 0;
    for (const agency of agencies) {
      const checked = await verifyChain(snapshot, agency, (count) => onProgress?.(events + count));
      events += checked.events;
      if (checked.end.sequence > 0) heads.push(checked.end);
      faults.push(...checked.faults, ...(await verifyStreams(snapshot, agency)), ...(await verifyNumbers(snapshot, agency)));
    }
    return { agencies: agencies.length, events, heads, faults };
  });
}

/** Regional: every organ, and every chain whose organ was taken away. */
export async function regionChains(db: Queryable): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("agency")
    .select("agency_id")
    .union(db.selectFrom("chain_head").select("agency_id"))
    .orderBy("agency_id")
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

async function verifyChain(db: Queryable, agencyId: number, onProgress: (events: number) => void) {
  const faults: LedgerFault[] = [];
  let sequence = 0;
  let previous = CHAIN_START;
  let events = 0;
  const tell = (at: number, fault: LedgerFault["fault"], message: string) => faults.push({ agencyId, sequence: at, fault, message });
  for await (const page of readChain(db, agencyId)) {
    for (const event of page) {
      events += 1;
      if (event.sequence !== sequence + 1) {
        tell(sequence + 1, "missing", `第${sequence + 1}${event.sequence > sequence + 2 ? `至${event.sequence - 1}` : ""}号事件缺失。`);
      } else if (!event.previousHash.equals(previous)) {
        tell(event.sequence, "broken-link", `第${event.sequence}号事件与前一事件不衔接：前一事件被替换，或顺序被调换。`);
      }
      if (!hashEvent(event).equals(event.hash)) tell(event.sequence, "altered", `第${event.sequence}号事件（${event.type}）的内容被改动。`);
      sequence = event.sequence;
      previous = event.hash;
    }
    onProgress(events);
  }
  const head = await db.selectFrom("chain_head").selectAll().where("agency_id", "=", agencyId).executeTakeFirst();
  if ((head?.sequence ?? 0) !== sequence || !(head?.hash ?? CHAIN_START).equals(previous)) {
    tell(sequence + 1, "head-mismatch", `链尾应为第${head?.sequence ?? 0}号事件，实际止于第${sequence}号：末尾的事件被删除、增添或替换。`);
  }
  return { events, faults, end: { agencyId, sequence, hash: previous.toString("hex") } };
}

/** Each stream counts its events from 1 in the order of the chain. The database looks: in here it would take memory for every stream. */
async function verifyStreams(db: Queryable, agencyId: number): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ sequence: number; version: number; expected: number }>`
    select sequence, stream_version as version, expected from (
      select sequence, stream_version,
        coalesce(lag(stream_version) over (partition by stream_kind, stream_id order by sequence), 0) + 1 as expected
      from event where agency_id = ${agencyId}
    ) as step where stream_version <> expected order by sequence`.execute(db);
  return rows.map(({ sequence, version, expected }) => ({
    agencyId,
    sequence,
    fault: "stream-gap",
    message: `第${sequence}号事件应为该事项的第${expected}步，却标为第${version}步。`,
  }));
}
