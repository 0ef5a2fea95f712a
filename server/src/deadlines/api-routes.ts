import {
  type Calendar,
  type CaseFile,
  daysBetween,
  describeCaseProblem,
  describeHistoryDay,
  describeIrregularity,
  explainDeadline,
  foldCase,
  foldRemedy,
  listActs,
  listHistoryDays,
  parseCases,
  plainDate,
  type PlainDate,
  tellDays,
} from "@gongkai/statute";
import { z } from "zod";
import type { Clock } from "../platform/clock.ts";
import type { App } from "../platform/http.ts";
import { BadRequest, CaseStatusAnswer, CaseStatusBody, CaseStatusQuery, DeadlineAnswer, DeadlineQuery } from "./api-schema.ts";

const PUBLIC = { config: { audience: "public" } } as const;
/** A case is a page of text; a thousand of them are still small. */
const LARGEST_BODY = 1024 * 1024;
const MOST_EVENTS = 500;
/** Ten years of days for one case; more is a slip of the pen. */
const MOST_DAYS = 3660;

/** The calculator for programs. Nothing that is sent is kept. */
export function deadlineApiRoutes(app: App, { clock, calendar }: { readonly clock: Clock; readonly calendar: () => Calendar }): void {
  app.get(
    "/api/v1/deadline",
    {
      ...PUBLIC,
      schema: {
        tags: ["期限计算器"],
        summary: "从某日起若干工作日的期限，逐日说明",
        querystring: DeadlineQuery,
        response: { 200: DeadlineAnswer, 400: BadRequest },
      },
    },
    async ({ query, id }, reply) => {
      const { from, workingDays } = query;
      const isInRange = from >= "1900-01-01" && from <= "2199-12-31";
      const deadline = isInRange ? explainDeadline(calendar(), plainDate(from), workingDays) : undefined;
      if (deadline?.ok !== true) {
        const message = "期限超出可以推算的范围（1900 至 2199 年）。";
        return reply.code(400).send({ status: 400, error: "beyond-calendar", message, requestId: id });
      }
      const { on, provisional, days } = deadline.value;
      return { from, workingDays, on, provisional, days: tellDays(days) };
    },
  );

  app.post(
    "/api/v1/case-status",
    {
      ...PUBLIC,
      bodyLimit: LARGEST_BODY,
      schema: {
        tags: ["期限计算器"],
        summary: "案件的状态、答复期限和下一步",
        description: "提交一个案件（或数组），按事项推算；不保存所提交的内容。数组得到同样顺序的数组。",
        querystring: CaseStatusQuery,
        body: CaseStatusBody,
        response: { 200: z.union([CaseStatusAnswer, z.array(CaseStatusAnswer)]), 400: BadRequest },
      },
    },
    async ({ query, body, id }, reply) => {
      const parsed = parseCases(JSON.stringify(body));
      const on = query.on ?? clock.today();
      const issues = [
        ...(parsed.ok ? [] : parsed.problems.map((problem) => ({ path: `/${problem.at}`, message: `${describeCaseProblem(problem)}。` }))),
        ...(on < "1900-01-01" || on > "2150-12-31" ? [{ path: "/on", message: "“on”应为 1900 至 2150 年间的日期。" }] : []),
        ...(parsed.ok && parsed.value.some(({ events }) => events.length > MOST_EVENTS)
          ? [{ path: "/events", message: `一个案件最多 ${MOST_EVENTS} 个事项。` }]
          : []),
      ];
      if (!parsed.ok || issues.length > 0) {
        return reply
          .code(400)
          .send({ status: 400, error: "bad-request", message: "请求的内容有误，请检查后再试。", requestId: id, issues });
      }
      const options = { today: plainDate(on), calendar: calendar(), withDays: query.days === "true", withActs: query.acts === "true" };
      const answers = parsed.value.map((file) => tell(file, options));
      return Array.isArray(body) ? answers : (answers[0] ?? []);
    },
  );
}

interface TellOptions {
  readonly today: PlainDate;
  readonly calendar: Calendar;
  readonly withDays: boolean;
  readonly withActs: boolean;
}

function tell(file: CaseFile, options: TellOptions): z.input<typeof CaseStatusAnswer> {
  if (file.kind === "remedy") return tellRemedy(file, options.today);
  const { openConsultations: _open, irregularities, ...status } = foldCase(file, options);
  return {
    ...status,
    irregularities: irregularities.map((one) => ({ ...one, message: describeIrregularity(one) })),
    ...(options.withDays && spanOf(file, status.dueOn ?? options.today) <= MOST_DAYS
      ? { days: listHistoryDays(file, options).map((day) => ({ date: day.date, counts: day.counts, reason: describeHistoryDay(day) })) }
      : {}),
    ...(options.withActs ? { acts: listActs(file, options) } : {}),
  };
}

/** Calendar days from the first event to a day. */
function spanOf({ events }: Extract<CaseFile, { kind: "application" }>, to: PlainDate): number {
  return daysBetween(
    events.reduce((earliest, { on }) => (on < earliest ? on : earliest), to),
    to,
  );
}

function tellRemedy(file: Extract<CaseFile, { kind: "remedy" }>, today: PlainDate): z.input<typeof CaseStatusAnswer> {
  const { state, filedOn, result } = foldRemedy(file, today);
  return {
    state,
    receivedOn: filedOn,
    dueOn: null,
    provisional: false,
    usedDays: 0,
    leftDays: null,
    overdue: false,
    outcome: result,
    row: null,
    next: state === "draft" ? ["filed"] : state === "pending" ? ["decided"] : [],
    because: [],
    irregularities: [],
  };
}
