import { getAct, plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import type { ActHook } from "./act-context.ts";
import { wordsFor } from "./application-refusals.ts";
import { applicationListRoutes } from "./list-routes.ts";
import { loadApplicationPage, openApplicant } from "./load-page.ts";
import { actingAs, officerOf } from "./officer-of.ts";
import { performAct } from "./perform-act.ts";
import { mayOpenApplicant } from "./policy.ts";
import { presentListed } from "./present.ts";
import { listApplications } from "./queries.ts";
import { registerApplication } from "./register-application.ts";
import { reviewDraft } from "./review-draft.ts";
import { ActDone, ApplicationPage } from "./page-schema.ts";
import {
  ActParams,
  AgencyOnly,
  Applicant,
  ApplicationList,
  ApplicationParams,
  ListQuery,
  PerformAct,
  RegisterApplication,
  ReviewDone,
  ReviewDraft,
} from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/applications";
const TAGS = ["依申请公开"];
/** Everyone with a duty in the organ's cases, and supervisors above it, may read them. */
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const WRITE = { config: { audience: "staff", roles: "anyPost" } } as const;

/** The office's side of applications: list, page of a case, registration, acts, review. */
export function applicationRoutes(app: App, dependencies: Dependencies & { readonly actHooks: readonly ActHook[] }): void {
  const { ledger, calendar, actHooks } = dependencies;
  applicationListRoutes(app, dependencies);
  const services = () => ({ calendar: calendar(), hooks: actHooks });
  const on = () => ({ today: plainDate(ledger.clock.today()), calendar: calendar() });

  app.get(
    BASE,
    {
      ...READ,
      schema: { tags: TAGS, summary: "查找申请", params: AgencyOnly, querystring: ListQuery, response: { 200: ApplicationList } },
    },
    async (request) => {
      const { agencyId, actor, roles } = officerOf(request);
      const asker = { personId: actor.kind === "person" ? actor.personId : "", roles };
      const { query } = request;
      const { rows, total } = await listApplications(ledger.db, agencyId, query, { today: on().today, asker });
      return { applications: rows.map((row) => presentListed(row, on())), total, page: query.page, pageSize: query.pageSize };
    },
  );

  app.post(
    BASE,
    {
      config: { audience: "staff", roles: ["registrar"] },
      schema: { tags: TAGS, summary: "登记申请", params: AgencyOnly, body: RegisterApplication, response: { 200: ActDone } },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar"]);
      const { agencyId } = officer;
      const done = await registerApplication(ledger, services(), { agencyId, officer, given: request.body, commandKey: keyOf(request) });
      return done.ok ? done.value : refuse(request, reply, done);
    },
  );

  app.get(
    `${BASE}/:application`,
    { ...READ, schema: { tags: TAGS, summary: "申请的办理情况", params: ApplicationParams, response: { 200: ApplicationPage } } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { agencyId } = officer;
      const page = await loadApplicationPage(ledger.db, { agencyId, applicationId: request.params.application, officer, on: on() });
      return page ?? refuse(request, reply, { refusal: "not-found" });
    },
  );

  app.post(
    `${BASE}/:application/acts/:act`,
    { ...WRITE, schema: { tags: TAGS, summary: "办理一个事项", params: ActParams, body: PerformAct, response: { 200: ActDone } } },
    async (request, reply) => {
      const { application, act } = request.params;
      const officer = actingAs(officerOf(request), getAct(act).by);
      const { agencyId } = officer;
      const done = await performAct(ledger, services(), {
        agencyId,
        applicationId: application,
        act,
        officer,
        given: request.body,
        commandKey: keyOf(request),
      });
      return done.ok ? done.value : refuse(request, reply, done);
    },
  );

  app.post(
    `${BASE}/:application/review`,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "审核同意，送下一道程序",
        params: ApplicationParams,
        body: ReviewDraft,
        response: { 200: ReviewDone },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { agencyId } = officer;
      const done = await reviewDraft(ledger, {
        agencyId,
        applicationId: request.params.application,
        officer,
        given: request.body,
        commandKey: keyOf(request),
      });
      return done.ok ? done.value : refuse(request, reply, done);
    },
  );

  app.post(
    `${BASE}/:application/applicant`,
    {
      config: { audience: "staff", roles: ["registrar", "officeHead"] },
      schema: { tags: TAGS, summary: "查看申请人信息（留下记录）", params: ApplicationParams, response: { 200: Applicant } },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const opened = await runCommand(
        ledger,
        { command: "application:open-applicant", agencyId: officer.agencyId, actor: officer.actor },
        async (turn) => {
          if (!mayOpenApplicant(officer)) return { ok: false, refusal: "not-allowed" };
          const history = await turn.history({ kind: "application", id: request.params.application });
          if (history.length === 0) return { ok: false, refusal: "not-found" };
          const applicant = Applicant.safeParse(await openApplicant(turn.tx, ledger.keys, officer.agencyId, history));
          if (!applicant.success) return { ok: false, refusal: "erased" };
          // In the person's audit, not in the case: looking is no step of it and must not make another's page stale.
          if (officer.actor.kind === "person") {
            const payload = { application: request.params.application };
            await turn.append({ kind: "access", id: officer.actor.personId }, [{ type: "applicantOpened", payload }]);
          }
          return { ok: true, value: JSON.parse(JSON.stringify(applicant.data)) as Applicant };
        },
      );
      return opened.ok ? opened.value : refuse(request, reply, opened);
    },
  );
}

interface Refused {
  readonly refusal: string;
  /** All that statute has against an act, at once. */
  readonly refusals?: readonly { readonly code: string; readonly text: string }[];
  /** A hook's own words for its refusal. */
  readonly words?: RefusalWords;
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, refusals = [], words = wordsFor(refusal) }: Refused,
): FastifyReply {
  const issues = refusals.map(({ code, text }) => ({ path: code, message: `${text}。` }));
  return answerRefusal(request, reply, refusal, words, issues.some(({ message }) => message !== words.message) ? { issues } : {});
}

/** The caller's idempotency key; a submit sent twice is done once. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers["idempotency-key"];
  return typeof key === "string" && key.length >= 8 && key.length <= 200 ? key : undefined;
}
