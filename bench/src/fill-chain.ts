import { randomUUID } from "node:crypto";
import { CHAIN_START, hashEvent, type openWorkplace, type StoredEvent } from "@gongkai/server/maintenance";

type Pool = Extract<Awaited<ReturnType<typeof openWorkplace>>, { readonly ok: true }>["value"]["database"]["pool"];

const BATCH = 5_000;
const STEPS = ["submitted", "confirmed", "assigned", "replied", "closed"];

/** Writes a sound chain of so many events to an organ that has none: histories of five, as the ledger would write them, but by the thousand. */
export async function fillChain(pool: Pool, agencyId: number, events: number): Promise<void> {
  let previousHash = CHAIN_START;
  let batch: StoredEvent[] = [];
  let id = randomUUID();
  for (let sequence = 1; sequence <= events; sequence += 1) {
    const step = (sequence - 1) % STEPS.length;
    if (step === 0) id = randomUUID();
    const event: Omit<StoredEvent, "hash"> = {
      agencyId,
      sequence,
      stream: { kind: "unit", id },
      version: step + 1,
      type: STEPS[step] ?? "",
      on: "2026-03-02" as StoredEvent["on"], // a plain date as they are written
      recordedAt: "2026-03-02T01:30:00.000Z",
      actor: { kind: "person", id: "0b9c7c10-0000-4000-8000-000000000001", role: "handler" },
      payload: { name: `第${sequence}件`, subject: "申请公开某年度财政专项资金使用情况的有关材料", channel: "internet" },
      documents: [],
      commandKey: randomUUID(),
      previousHash,
    };
    previousHash = hashEvent(event);
    batch.push({ ...event, hash: previousHash });
    if (batch.length < BATCH && sequence < events) continue;
    await insert(pool, agencyId, batch);
    batch = [];
  }
  await pool.query("insert into chain_head (agency_id, sequence, hash) values ($1, $2, $3)", [agencyId, events, previousHash]);
  await pool.query("analyze event");
}

async function insert(pool: Pool, agencyId: number, events: readonly StoredEvent[]): Promise<void> {
  const column = (of: (event: StoredEvent) => unknown) => events.map(of);
  await pool.query(
    `insert into event (agency_id, sequence, stream_kind, stream_id, stream_version, type, on_date, recorded_at, actor_kind, actor_id, actor_role, payload, command_key, previous_hash, hash)
     select $1, sequence, 'unit', stream_id, version, type, '2026-03-02', '2026-03-02T01:30:00Z', 'person', '0b9c7c10-0000-4000-8000-000000000001', 'handler', payload::jsonb, command_key, decode(previous, 'hex'), decode(hash, 'hex')
     from unnest($2::bigint[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       as given (sequence, stream_id, version, type, payload, command_key, previous, hash)`,
    [
      agencyId,
      column(({ sequence }) => sequence),
      column(({ stream }) => stream.id),
      column(({ version }) => version),
      column(({ type }) => type),
      column(({ payload }) => JSON.stringify(payload)),
      column(({ commandKey }) => commandKey),
      column(({ previousHash }) => previousHash.toString("hex")),
      column(({ hash }) => hash.toString("hex")),
    ],
  );
}
