import type { CalendarYear, Result } from "@gongkai/statute";
import { administers, PLATFORM } from "../agencies/index.ts";
import { type Actor, type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import { addJob } from "../platform/jobs/index.ts";
import { calendarStream } from "./calendar-stream.ts";
import { RECOMPUTE } from "./recompute-limits.ts";
import { tellCalendarChanged } from "./watch-calendar.ts";

export interface SetCalendarYearCall {
  readonly actor: Actor;
  /** As `checkContent` let it pass. */
  readonly content: CalendarYear;
  /** The version the administrator saw; 0 when the year was never entered here. */
  readonly version: number;
  readonly commandKey?: string | undefined;
}

/** Enters the holidays of a year, or puts others in their place. The limits that run are then recomputed by a job. */
export async function setCalendarYear(
  ledger: Ledger,
  { actor, content, version, commandKey }: SetCalendarYearCall,
): Promise<Result<{ readonly version: number }, CommonRefusal>> {
  const { year, notices, holidays, workDays } = content;
  const payload = { content: { year, notices: notices.map((notice) => ({ ...notice })), holidays, workDays } };
  const call = { command: "set-calendar-year", agencyId: PLATFORM, actor, commandKey, request: { ...payload, version } };
  return runCommand(ledger, call, async (turn) => {
    const stream = calendarStream(year);
    const history = await turn.history(stream);
    if (!(await administers(turn.tx, { actor, agencyId: PLATFORM, today: turn.today }))) return { ok: false, refusal: "not-allowed" };
    if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
    await turn.append(stream, [{ type: "calendarYearSet", payload }]);
    await addJob(turn.tx, { name: RECOMPUTE, key: RECOMPUTE, queue: RECOMPUTE });
    await tellCalendarChanged(turn.tx);
    return { ok: true, value: { version: version + 1 } };
  });
}
