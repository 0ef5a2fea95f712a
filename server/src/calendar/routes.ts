import type { FastifyRequest } from "fastify";
import { OFFICIAL_YEARS } from "@gongkai/statute";
import { PLATFORM } from "../agencies/index.ts";
import type { Actor, Ledger } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { checkContent } from "./check-content.ts";
import { previewCalendarYear } from "./preview-calendar-year.ts";
import { listEnteredYears } from "./read-calendar.ts";
import { refuse } from "./refusals.ts";
import type { RunningLimits } from "./running-limits.ts";
import {
  CalendarPreview,
  CalendarYearEntry,
  CalendarYearList,
  CalendarYearParams,
  PreviewCalendarYear,
  SetCalendarYear,
} from "./schema.ts";
import { setCalendarYear } from "./set-calendar-year.ts";
import type { CalendarWatch } from "./watch-calendar.ts";

const tags = ["放假安排"];

export interface CalendarRouteNeeds {
  readonly ledger: Ledger;
  readonly runningLimits: readonly RunningLimits[];
  readonly calendarWatch: Pick<CalendarWatch, "refresh">;
}

/** The calendar: everybody of the offices may read it, the administrators of the installation enter years. */
export function calendarRoutes(app: App, { ledger, runningLimits, calendarWatch }: CalendarRouteNeeds): void {
  app.get(
    "/api/v1/calendar",
    { config: { audience: "signedIn" }, schema: { tags, summary: "放假安排", response: { 200: CalendarYearList, "4xx": Problem } } },
    async () => ({ years: await listYears() }),
  );

  app.post(
    "/api/v1/calendar/:year/preview",
    {
      config: { audience: "platform" },
      schema: {
        tags,
        summary: "预览一年的放假安排会改变什么",
        description: "列出变化的日子和受影响的办理期限；不保存。",
        params: CalendarYearParams,
        body: PreviewCalendarYear,
        response: { 200: CalendarPreview, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const checked = checkContent(request.body.content, request.params.year);
      if (!checked.ok) return refuse(request, reply, "calendar-content", checked.issues);
      return previewCalendarYear(ledger, runningLimits, checked.content);
    },
  );

  app.put(
    "/api/v1/calendar/:year",
    {
      config: { audience: "platform" },
      schema: {
        tags,
        summary: "录入或替换一年的放假安排",
        description: "保存后自动重新计算办理期限，期限有变化的记入各机关的案卷并通知承办人。",
        params: CalendarYearParams,
        body: SetCalendarYear,
        response: { 200: CalendarYearEntry, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { content, version } = request.body;
      const checked = checkContent(content, request.params.year);
      if (!checked.ok) return refuse(request, reply, "calendar-content", checked.issues);
      const call = { actor: actorOf(request), content: checked.content, version, commandKey: commandKeyOf(request) };
      const set = await setCalendarYear(ledger, call);
      if (!set.ok) return refuse(request, reply, set.refusal);
      await calendarWatch.refresh();
      return { year: checked.content.year, source: "installation" as const, content: checked.content, version: set.value.version };
    },
  );

  async function listYears(): Promise<CalendarYearEntry[]> {
    const entered = await listEnteredYears(ledger.db);
    const years = new Map<number, CalendarYearEntry>();
    for (const content of OFFICIAL_YEARS) years.set(content.year, { year: content.year, source: "official", content, version: 0 });
    for (const { content, version } of entered) years.set(content.year, { year: content.year, source: "installation", content, version });
    return [...years.values()].toSorted((one, other) => other.year - one.year);
  }
}

/** Who administers the installation does so in that role. */
function actorOf({ signedIn }: FastifyRequest): Actor {
  if (signedIn === null) throw new Error(`A route of organ ${PLATFORM} is open to everyone.`);
  return { ...signedIn.actor, role: "administrator" };
}
