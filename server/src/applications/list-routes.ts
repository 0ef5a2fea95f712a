import { addDays, plainDate } from "@gongkai/statute";
import type { FastifyRequest } from "fastify";
import { officeOf, settingsOf } from "../agencies/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import type { ActHook } from "./act-context.ts";
import { wordsFor } from "./application-refusals.ts";
import { assignMany, ASSIGNERS } from "./assign-many.ts";
import { detect, listOftenAsked } from "./detectors.ts";
import { actingAs, officerOf } from "./officer-of.ts";
import { presentListed } from "./present.ts";
import { findApplication, listApplications } from "./queries.ts";
import { deleteView, listViews, saveView, VIEW_REFUSALS } from "./saved-views.ts";
import { Detected } from "./page-schema.ts";
import {
  AgencyOnly,
  ApplicationParams,
  AssignedMany,
  AssignMany,
  ListQuery,
  OftenAsked,
  OftenAskedQuery,
  SavedView,
  SavedViewList,
  ViewName,
} from "./schema.ts";
import { writeList } from "./write-list.ts";

const BASE = "/api/v1/agencies/:agency/applications";
const VIEWS = "/api/v1/agencies/:agency/saved-views";
const TAGS = ["依申请公开"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const OWN = { config: { audience: "staff", roles: "anyPost" } } as const;
/** A list longer than this is exported in parts, by its filters. */
const MOST_EXPORTED = 20_000;
/** Applicants of the same information that make it often asked, when the organ has not said how many. */
const USUAL_LEAST = 3;

/** What is done with many applications at once, and what many of them tell. */
export function applicationListRoutes(
  app: App,
  { ledger, calendar, actHooks }: Dependencies & { readonly actHooks: readonly ActHook[] },
): void {
  const { db } = ledger;
  const on = () => ({ today: plainDate(ledger.clock.today()), calendar: calendar() });

  app.post(
    `${BASE}/assignments`,
    {
      config: { audience: "staff", roles: ["officeHead"] },
      schema: { tags: TAGS, summary: "批量交办", params: AgencyOnly, body: AssignMany, response: { 200: AssignedMany } },
    },
    async (request) => {
      const officer = actingAs(officerOf(request), ASSIGNERS);
      const services = () => ({ calendar: calendar(), hooks: actHooks });
      return assignMany(ledger, services, { agencyId: officer.agencyId, officer, given: request.body, commandKey: commandKeyOf(request) });
    },
  );

  app.get(
    `${BASE}/export`,
    { ...OWN, schema: { tags: TAGS, summary: "按筛选条件导出列表（xlsx）", params: AgencyOnly, querystring: ListQuery } },
    async (request, reply) => {
      const { agencyId, actor, roles } = officerOf(request);
      const asker = { personId: actor.kind === "person" ? actor.personId : "", roles };
      const query = { ...request.query, page: 1, pageSize: MOST_EXPORTED };
      const { rows, total } = await listApplications(db, agencyId, query, { today: on().today, asker });
      if (total > MOST_EXPORTED)
        return answerRefusal(request, reply, "too-many", { status: 422, message: "符合条件的超过2万件，请缩小范围后分别导出。" });
      const today = on();
      return reply
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`依申请公开${today.today}.xlsx`)}`)
        .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .send(Buffer.from(writeList(rows.map((row) => presentListed(row, today)))));
    },
  );

  app.get(
    `${BASE}/often-asked`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "多名申请人申请的相同信息，建议主动公开（条例第四十四条）",
        params: AgencyOnly,
        querystring: OftenAskedQuery,
        response: { 200: OftenAsked },
      },
    },
    async (request) => {
      const { agency } = officeOf(request);
      const least = request.query.least ?? settingsOf(agency.settings).oftenAsked ?? USUAL_LEAST;
      const since = addDays(on().today, -365);
      const rows = await listOftenAsked(db, agency.agency_id, { since, least });
      return {
        since,
        least,
        items: rows.map((row) => ({
          summary: row.summary,
          applicationId: row.application_id,
          applications: row.applications,
          applicants: row.applicants,
          disclosed: row.disclosed,
          alreadyPublic: row.already_public,
          firstOn: row.first_on,
          lastOn: row.last_on,
          advice: adviceFor(row.disclosed, row.already_public),
        })),
      };
    },
  );

  app.get(
    `${BASE}/:application/detected`,
    {
      ...READ,
      schema: { tags: TAGS, summary: "重复申请、多人申请、大量申请的提示", params: ApplicationParams, response: { 200: Detected } },
    },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const row = await findApplication(db, agencyId, request.params.application);
      return row === undefined ? answerRefusal(request, reply, "not-found", wordsFor("not-found")) : detect(db, agencyId, row);
    },
  );

  app.get(
    VIEWS,
    {
      ...OWN,
      schema: {
        tags: TAGS,
        summary: "本人保存的筛选条件",
        params: AgencyOnly,
        querystring: SavedView.pick({ list: true }),
        response: { 200: SavedViewList },
      },
    },
    async (request) => ({
      views: await listViews(db, ownerOf(request), request.query.list),
    }),
  );

  app.put(
    VIEWS,
    { ...OWN, schema: { tags: TAGS, summary: "保存筛选条件", params: AgencyOnly, body: SavedView, response: { 200: SavedView } } },
    async (request, reply) => {
      const saved = await saveView(db, ownerOf(request), request.body);
      return saved.ok ? saved.value : answerRefusal(request, reply, saved.refusal, VIEW_REFUSALS[saved.refusal]);
    },
  );

  app.delete(
    VIEWS,
    { ...OWN, schema: { tags: TAGS, summary: "删除保存的筛选条件", params: AgencyOnly, querystring: ViewName } },
    async (request, reply) => {
      const deleted = await deleteView(db, ownerOf(request), request.query);
      return deleted.ok ? reply.code(204).send() : answerRefusal(request, reply, deleted.refusal, VIEW_REFUSALS[deleted.refusal]);
    },
  );
}

function ownerOf(request: FastifyRequest) {
  const { agencyId, actor } = officerOf(request);
  return { agencyId, personId: actor.kind === "person" ? actor.personId : "" };
}

function adviceFor(disclosed: number, alreadyPublic: number): string {
  if (alreadyPublic > 0) return "该信息已经主动公开，可以在显著位置公布获取方式，减少重复申请。";
  if (disclosed > 0) return "该信息属于可以公开的，建议纳入主动公开的范围（条例第四十四条第一款）。";
  return "尚未作出公开的答复；答复属于可以公开的，建议纳入主动公开的范围。";
}
