import { randomUUID } from "node:crypto";
import type { CaseEvent, RemedyEvent, Result } from "@gongkai/statute";
import { applicantKey, keepRequest, maskName, requestKey } from "../applications/index.ts";
import {
  type Actor,
  type ContinuedSeries,
  continueAbove,
  type Ledger,
  type NewEvent,
  type Payload,
  runCommand,
  type Turn,
} from "../ledger/index.ts";
import { listTakenNumbers } from "./check-import.ts";
import { importStream } from "../imports/index.ts";
import { findImport } from "./import-store.ts";
import type { ImportedApplication, ImportedCase, ImportedRemedy } from "./imported-case.ts";
import { numberParts } from "./number-parts.ts";
import type { RegisterRefusal } from "./refusals.ts";

/** Years that an applicant's data is kept after the application came in, as for those handed in here. */
const KEPT_YEARS = 10;
const UNKNOWN_NAME = "（未载明）";

export interface ImportChunk {
  readonly agencyId: number;
  readonly importId: string;
  readonly actor: Actor;
  /** Rows gone through before this chunk: a chunk that was written already is not written again. */
  readonly from: number;
  /** Rows of the register this chunk goes through, those left out among them. */
  readonly length: number;
  readonly cases: readonly { readonly row: number; readonly taken: ImportedCase }[];
}

export type ChunkDone = { readonly imported: number; readonly refused: number };

/**
 * Writes a chunk of a register: each case with its own events on their own dates, who applied under seal, and at the end where
 * it came from. Series of numbers go on above what was brought in.
 */
export function importCases(
  ledger: Ledger,
  { agencyId, importId, actor, from, length, cases }: ImportChunk,
): Promise<Result<ChunkDone, RegisterRefusal>> {
  return runCommand<ChunkDone, RegisterRefusal>(ledger, { command: "register:import-cases", agencyId, actor }, async (turn) => {
    const record = await findImport(turn.tx, agencyId, importId);
    if (record === undefined) return { ok: false, refusal: "not-found" };
    if (record.state !== "running" || record.done_rows !== from) return { ok: false, refusal: "not-running" };
    const numbers = cases.flatMap(({ taken }) => (taken.kind === "application" && taken.number !== null ? [taken.number] : []));
    const given = new Set(await listTakenNumbers(turn.tx, agencyId, numbers)); // someone may have registered one since the check
    const written: { row_number: number; stream_kind: string; stream_id: string; version: number }[] = [];
    const highest = new Map<number, number>();
    for (const { row, taken } of cases) {
      if (taken.kind === "remedy") {
        const history = await writeRemedy(turn, importId, row, taken);
        written.push({ row_number: row, stream_kind: "remedy", ...history });
        continue;
      }
      if (taken.number !== null && given.has(taken.number)) continue;
      if (taken.number !== null) given.add(taken.number);
      written.push({
        row_number: row,
        stream_kind: "application",
        ...(await writeApplication(turn, ledger.keys.current, importId, row, taken)),
      });
      const parts = taken.number === null ? undefined : numberParts(taken.number);
      if (parts !== undefined) highest.set(parts.year, Math.max(parts.serial, highest.get(parts.year) ?? 0));
    }
    const continued: ContinuedSeries[] = [];
    for (const [year, number] of highest) {
      const moved = await continueAbove(turn.tx, { agencyId, series: "application", year, number });
      if (moved !== undefined) continued.push(moved);
    }
    if (written.length > 0) {
      await turn.tx
        .insertInto("register_import_row")
        .values(written.map((row) => ({ agency_id: agencyId, import_id: importId, ...row })))
        .execute();
      await turn.append(importStream(importId), [
        { type: "casesImported", payload: { from, imported: written.length, continued: continued.map((one) => ({ ...one })) } },
      ]);
    }
    const done = { imported: written.length, refused: length - written.length };
    await turn.tx
      .updateTable("register_import")
      .set((eb) => ({
        done_rows: eb("done_rows", "+", length),
        imported: eb("imported", "+", done.imported),
        refused: eb("refused", "+", done.refused),
        changed_at: turn.at,
      }))
      .where("agency_id", "=", agencyId)
      .where("import_id", "=", importId)
      .execute();
    return { ok: true, value: done };
  });
}

async function writeApplication(turn: Turn, key: Buffer, importId: string, row: number, taken: ImportedApplication) {
  const { file, applicant, request, summary, number, letterNumber } = taken;
  const id = randomUUID();
  const [first] = file.events;
  if (first === undefined) throw new Error("A case begins with an event: take-case sees to it.");
  const named = { ...applicant, name: applicant.name ?? UNKNOWN_NAME };
  const isKnown = applicant.name !== undefined || applicant.idNumber !== undefined || applicant.creditCode !== undefined;
  const eraseOn = `${Number(first.on.slice(0, 4)) + KEPT_YEARS}-12-31`;
  const sealedId = await turn.seal({ purpose: "applicant", content: named, ...(eraseOn > turn.today ? { eraseOn } : {}) });
  await keepRequest(turn, id, request);
  const payload: Payload = {
    channel: file.channel,
    applicant: sealedId,
    applicantKind: applicant.kind,
    applicantName: applicant.name === undefined ? UNKNOWN_NAME : maskName(named),
    // Nobody known is the same as nobody else.
    applicantKey: isKnown ? applicantKey(key, named) : `unknown:${id}`,
    requestKey: request.title.startsWith("（原") ? `unknown:${id}` : requestKey(request),
    summary,
    carrier: request.carrier,
    delivery: request.delivery,
  };
  const events = file.events.map((event, index) =>
    toNewEvent(event, index === 0 ? payload : event.type === "replied" && letterNumber !== null ? { letterNumber } : {}),
  );
  const stream = { kind: "application", id };
  const history = await turn.append(stream, [...events, { type: "imported", payload: { import: importId, row, number } }]);
  return { stream_id: id, version: history.length };
}

async function writeRemedy(turn: Turn, importId: string, row: number, { file, body, number, application }: ImportedRemedy) {
  const about =
    application === null
      ? undefined
      : await turn.tx
          .selectFrom("application")
          .select("application_id")
          .where("agency_id", "=", turn.agencyId)
          .where("number", "=", application)
          .executeTakeFirst();
  const filed: Payload = { kind: file.remedy, application: about?.application_id ?? null, body, number: number ?? "" };
  const id = randomUUID();
  const events = file.events.map((event, index) => toNewEvent(event, index === 0 ? filed : {}));
  const history = await turn.append({ kind: "remedy", id }, [...events, { type: "imported", payload: { import: importId, row, number } }]);
  return { stream_id: id, version: history.length };
}

/** Stages of the work keep their names; any other note becomes one that nothing else looks at. */
const STAGES: ReadonlySet<string> = new Set(["registered", "assigned", "drafted", "returned"]);

function toNewEvent(event: CaseEvent | RemedyEvent, more: Payload): NewEvent {
  const { type, on, ...details } = event;
  if (type !== "noted") return { type, on, payload: { ...details, ...more } };
  const { name = "" } = details as { readonly name?: string }; // a note has nothing else
  return STAGES.has(name) ? { type: name, on, payload: more } : { type: "noted", on, payload: { name, ...more } };
}
