import { type Calendar, type CalendarYear, describeDay, inWords, type MovedLimit, plainDate, type Result } from "@gongkai/statute";
import { PLATFORM } from "../agencies/index.ts";
import { type Actor, type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import { findRecipients, notify } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { explainFailure, JobFailed } from "../platform/jobs/index.ts";
import { calendarChangeStream, yearSetBy } from "./calendar-stream.ts";
import { calendarOf } from "./read-calendar.ts";
import { type CaseChange, type CaseInHand, limitInWords, listChanges, type RunningLimits } from "./running-limits.ts";

/** Name of the job. */
export const RECOMPUTE = "calendar:recompute";

const SYSTEM: Actor = { kind: "system" };

/** A change of the calendar, and the calendars before and after it. */
interface CalendarChange {
  /** Its event's place in the ledger of the installation. */
  readonly sequence: number;
  readonly year: CalendarYear;
  readonly before: Calendar;
  readonly after: Calendar;
}

/**
 * Works out anew the limits that run, for each change of the calendar for which that was not done yet. Each limit that moves
 * is written into its case by the case's own organ, and its handlers are told. May be stopped or killed at any moment: the
 * next run goes on with what is left. Gives how many limits were moved.
 */
export async function recomputeLimits(
  { ledger, runningLimits }: { readonly ledger: Ledger; readonly runningLimits: readonly RunningLimits[] },
  signal?: AbortSignal,
): Promise<number> {
  let total = 0;
  for (const change of await listOpenChanges(ledger.db)) {
    const faults: unknown[] = [];
    let moved = 0;
    for (const agencyId of await listAgencyIds(ledger.db)) {
      if (signal?.aborted === true) return total;
      try {
        moved += await recomputeOf(ledger, runningLimits, { agencyId, change });
      } catch (fault) {
        faults.push(fault); // one organ's trouble must not keep the others waiting
      }
    }
    total += moved;
    if (faults.length > 0) throw new JobFailed(`${faults.length}个机关的期限没有重新计算：${explainFailure(faults[0])}`);
    const { sequence, year } = change;
    await runCommand(ledger, { command: "finish-calendar-change", agencyId: PLATFORM, actor: SYSTEM }, async (turn) => {
      const stream = calendarChangeStream(sequence);
      if ((await turn.history(stream)).length === 0) {
        await turn.append(stream, [{ type: "limitsRecomputed", payload: { change: sequence, year: year.year, moved } }]);
      }
      return { ok: true, value: null };
    });
  }
  return total;
}

/** The changes whose effect was not worked out to the end, in order. */
async function listOpenChanges(db: Queryable): Promise<readonly CalendarChange[]> {
  const rows = await db
    .selectFrom("event")
    .select(["sequence", "type", "payload", "stream_kind", "stream_id"])
    .where("agency_id", "=", PLATFORM)
    .where("stream_kind", "in", ["calendar", "calendarChange"])
    .orderBy("sequence")
    .execute();
  const finished = new Set(rows.filter(({ stream_kind }) => stream_kind === "calendarChange").map(({ stream_id }) => stream_id));
  const years = new Map<number, CalendarYear>();
  const changes: CalendarChange[] = [];
  for (const { sequence, type, payload } of rows) {
    const year = yearSetBy({ type, payload: payload as Parameters<typeof yearSetBy>[0]["payload"] }); // the ledger writes objects
    if (year === undefined) continue;
    const isOpen = !finished.has(calendarChangeStream(sequence).id);
    const before = isOpen ? calendarOf([...years.values()]) : undefined;
    years.set(year.year, year);
    if (before !== undefined) changes.push({ sequence, year, before, after: calendarOf([...years.values()]) });
  }
  return changes;
}

async function listAgencyIds(db: Queryable): Promise<readonly number[]> {
  const rows = await db.selectFrom("agency").select("agency_id").where("agency_id", "<>", PLATFORM).orderBy("agency_id").execute();
  return rows.map(({ agency_id }) => agency_id);
}

/** A clerk may act on a case between our looking and our writing: then it is looked at again. */
const MOST_LOOKS = 10;

async function recomputeOf(
  ledger: Ledger,
  sources: readonly RunningLimits[],
  { agencyId, change }: { readonly agencyId: number; readonly change: CalendarChange },
): Promise<number> {
  let written = 0;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const cases = await listChanges(ledger.db, sources, { agencyId, ...change, today: plainDate(ledger.clock.today()) });
    let missed = 0;
    for (const one of cases) {
      const result = await writeChange(ledger, { agencyId, change, of: one });
      if (result.ok) written += result.value.moved;
      else missed += 1;
    }
    if (missed === 0) return written;
  }
  throw new JobFailed("期限还没有全部重新计算：案卷一直在变动。");
}

/** Writes what changed in one case, in one turn. What stands there already from this change of the calendar is left. */
async function writeChange(
  ledger: Ledger,
  { agencyId, change, of }: { readonly agencyId: number; readonly change: CalendarChange; readonly of: CaseChange },
): Promise<Result<{ readonly moved: number }, CommonRefusal>> {
  const { moved, settled } = of;
  const { stream, version, name, handlers } = of.case;
  return runCommand(ledger, { command: "recompute-limit", agencyId, actor: SYSTEM }, async (turn) => {
    const history = await turn.history(stream);
    const isDone = history.some(({ type, payload }) => type.startsWith("limit") && payload["change"] === change.sequence);
    if (isDone) return { ok: true, value: { moved: 0 } };
    if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
    const because = becauseOf(change, moved);
    await turn.append(stream, [
      ...moved.map(({ rule, id, before, after }) => ({
        type: "limitRecomputed",
        payload: { rule, consultation: id, from: before?.on ?? null, to: after?.on ?? null, because, change: change.sequence },
      })),
      ...settled.map(({ rule, id, on, provisional }) => ({
        type: "limitSettled",
        payload: { rule, consultation: id, on, provisional, because, change: change.sequence },
      })),
    ]);
    if (moved.length === 0) return { ok: true, value: { moved: 0 } };
    await notify(turn.tx, {
      agencyId,
      at: turn.at,
      to: await findRecipients(turn.tx, { agencyId, today: turn.today, to: handlers }),
      kind: "calendar",
      title: `${name}的期限因放假安排变化`,
      body: `${moved.map(tellMoved).join("")}${because}`,
      subject: stream,
      onceKey: `calendar:${change.sequence}:${stream.kind}:${stream.id}`,
    });
    return { ok: true, value: { moved: moved.length } };
  });
}

function tellMoved(moved: MovedLimit<CaseInHand>): string {
  const { before, after } = moved;
  const name = limitInWords(moved);
  if (after === null) return `${name}不再计算。`;
  if (before === null) return `${name}现至${inWords(after.on)}届满。`;
  return `${name}由${inWords(before.on)}改为${inWords(after.on)}。`;
}

const MOST_DAYS = 6;

function becauseOf({ year: { year, notices } }: CalendarChange, [first]: readonly MovedLimit<CaseInHand>[]): string {
  const days = first?.days ?? [];
  const [notice] = notices;
  const told = days
    .slice(0, MOST_DAYS)
    .map(({ date, after }) => `${inWords(date)}（${describeDay({ ...after, counts: after.works, paused: false })}）`);
  const which = told.length === 0 ? "" : `：${told.join("、")}${days.length > MOST_DAYS ? "等" : ""}`;
  return `依据${year}年放假安排${notice === undefined ? "" : `《${notice.title}》`}${which}。`;
}
