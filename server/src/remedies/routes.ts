import type { Calendar } from "@gongkai/statute";
import { type ActHook, officerOf } from "../applications/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { fileRemedy } from "./file-remedy.ts";
import { listRemedies, presentRemedy } from "./queries.ts";
import { decideRemedy, type RemedyCall, receiveCopy, replyToRemedy } from "./record-steps.ts";
import { REMEDY_REFUSALS } from "./refusals.ts";
import { DecideRemedy, FileRemedy, ReceiveCopy, RemedyDone, RemedyList, RemedyParams, RemedyQuery, ReplyToRemedy } from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/remedies";
const TAGS = ["复议诉讼"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const WRITE = { config: { audience: "staff", roles: ["registrar", "legalReviewer", "officeHead"] } } as const;
const Agency = z.object({ agency: z.string() });

/** Reconsiderations and lawsuits against the organ's answers. */
export function remedyRoutes(
  app: App,
  { ledger, calendar, actHooks }: { readonly ledger: Ledger; readonly calendar: () => Calendar; readonly actHooks: readonly ActHook[] },
): void {
  app.get(
    BASE,
    {
      ...READ,
      schema: { tags: TAGS, summary: "查找复议诉讼案件", params: Agency, querystring: RemedyQuery, response: { 200: RemedyList } },
    },
    async (request) => {
      const { rows, total } = await listRemedies(ledger.db, officerOf(request).agencyId, request.query);
      return { remedies: rows.map(presentRemedy), total, page: request.query.page, pageSize: request.query.pageSize };
    },
  );

  app.post(
    BASE,
    { ...WRITE, schema: { tags: TAGS, summary: "登记复议诉讼案件", params: Agency, body: FileRemedy, response: { 200: RemedyDone } } },
    async (request, reply) => {
      const officer = officerOf(request);
      const done = await fileRemedy(ledger, {
        agencyId: officer.agencyId,
        officer,
        given: request.body,
        commandKey: commandKeyOf(request),
      });
      return done.ok ? done.value : answerRefusal(request, reply, done.refusal, REMEDY_REFUSALS[done.refusal]);
    },
  );

  app.post(
    `${BASE}/:remedy/copy`,
    { ...WRITE, schema: { tags: TAGS, summary: "登记收到副本", params: RemedyParams, body: ReceiveCopy, response: { 200: RemedyDone } } },
    async (request, reply) => {
      const done = await receiveCopy(ledger, stepOf(request));
      return done.ok ? done.value : answerRefusal(request, reply, done.refusal, REMEDY_REFUSALS[done.refusal]);
    },
  );

  app.post(
    `${BASE}/:remedy/reply`,
    {
      ...WRITE,
      schema: { tags: TAGS, summary: "登记本机关的答复", params: RemedyParams, body: ReplyToRemedy, response: { 200: RemedyDone } },
    },
    async (request, reply) => {
      const done = await replyToRemedy(ledger, stepOf(request));
      return done.ok ? done.value : answerRefusal(request, reply, done.refusal, REMEDY_REFUSALS[done.refusal]);
    },
  );

  app.post(
    `${BASE}/:remedy/decision`,
    {
      ...WRITE,
      schema: { tags: TAGS, summary: "登记复议决定或者判决", params: RemedyParams, body: DecideRemedy, response: { 200: RemedyDone } },
    },
    async (request, reply) => {
      const done = await decideRemedy(ledger, { calendar: calendar(), hooks: actHooks }, stepOf(request));
      return done.ok ? done.value : answerRefusal(request, reply, done.refusal, REMEDY_REFUSALS[done.refusal]);
    },
  );
}

/** A step of a remedy, as the commands take it. */
function stepOf<Given>(
  request: FastifyRequest & { readonly params: z.infer<typeof RemedyParams>; readonly body: RemedyCall<Given>["given"] },
): RemedyCall<Given> {
  const officer = officerOf(request);
  return { agencyId: officer.agencyId, remedyId: request.params.remedy, officer, given: request.body, commandKey: commandKeyOf(request) };
}
