import type { FastifyReply, FastifyRequest } from "fastify";
import type { Result } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { addAgency } from "./add-agency.ts";
import { changeAgency } from "./change-agency.ts";
import { closeAgency } from "./close-agency.ts";
import { PLATFORM, regionListActingPosts } from "./duties.ts";
import { officeOf } from "./office.ts";
import { presentAgency, presentTree } from "./present.ts";
import { getAgency, listAgencies, listAllAgencies, listWithDescendants } from "./queries.ts";
import { type AgencyRefusal, refuse } from "./refusals.ts";
import { AddAgency, Agency, AgencyParams, AgencyTree, ChangeAgency, Close, POST_ROLES } from "./schema.ts";
import { unitRoutes } from "./unit-routes.ts";

/** Organs: their tree, what they tell of themselves, and their divisions. */
export function agencyRoutes(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db, clock } = ledger;
  const organ = "/api/v1/agencies/:agency";

  app.get(
    "/api/v1/agencies",
    {
      config: { audience: "signedIn" },
      schema: { summary: "本人可见的机关", tags: ["agencies"], response: { 200: AgencyTree, "4xx": Problem } },
    },
    async (request) => {
      const personId = request.signedIn?.personId ?? "";
      const posts = await regionListActingPosts(db, { personId, today: clock.today() });
      if (posts.some(({ agencyId, role }) => agencyId === PLATFORM && role === "administrator")) {
        return { agencies: presentTree(await listAllAgencies(db)) };
      }
      const isLooking = ({ role }: { role: string }) => role === "administrator" || role === "supervisor";
      const above = await listWithDescendants(
        db,
        posts.filter(isLooking).map(({ agencyId }) => agencyId),
      );
      const seen = new Set(above.map(({ agency_id }) => agency_id));
      const others = posts.map(({ agencyId }) => agencyId).filter((agencyId) => !seen.has(agencyId));
      return { agencies: presentTree([...above, ...(await listAgencies(db, others))]) };
    },
  );

  app.get(
    organ,
    {
      config: { audience: "staff", roles: POST_ROLES, supervised: true },
      schema: { summary: "机关的基本情况", tags: ["agencies"], params: AgencyParams, response: { 200: Agency, "4xx": Problem } },
    },
    async (request) => presentOne(officeOf(request).agency.agency_id),
  );

  app.post(
    `${organ}/subordinates`,
    {
      config: { audience: "administrator" },
      schema: {
        summary: "增设下级机关",
        description: "没有上级的机关在 platform 之下增设。",
        tags: ["agencies"],
        params: AgencyParams,
        body: AddAgency,
        response: { 201: Agency, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { agency, actor } = officeOf(request);
      const added = await addAgency(ledger, { ...request.body, parentId: agency.agency_id, actor });
      if (!added.ok) return refuse(request, reply, added.refusal);
      return reply.code(201).send(await presentOne(added.value.agencyId));
    },
  );

  app.patch(
    organ,
    {
      config: { audience: "administrator" },
      schema: {
        summary: "修改机关的名称、联系方式、机关代字、复议机关类别或设置",
        tags: ["agencies"],
        params: AgencyParams,
        body: ChangeAgency,
        response: { 200: Agency, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { agency, actor } = officeOf(request);
      const call = { ...request.body, agencyId: agency.agency_id, actor, commandKey: commandKeyOf(request) };
      return answerOne(request, reply, await changeAgency(ledger, call));
    },
  );

  app.post(
    `${organ}/closure`,
    {
      config: { audience: "administrator" },
      schema: { summary: "撤销机关", tags: ["agencies"], params: AgencyParams, body: Close, response: { 200: Agency, "4xx": Problem } },
    },
    async (request, reply) => {
      const { agency, actor } = officeOf(request);
      const call = { ...request.body, agencyId: agency.agency_id, actor, commandKey: commandKeyOf(request) };
      return answerOne(request, reply, await closeAgency(ledger, call));
    },
  );

  unitRoutes(app, { ledger });

  async function presentOne(agencyId: number): Promise<Agency> {
    const row = await getAgency(db, agencyId);
    return presentAgency(row, row.parent_id === null ? null : (await getAgency(db, row.parent_id)).code);
  }

  async function answerOne(request: FastifyRequest, reply: FastifyReply, result: Result<null, AgencyRefusal>): Promise<FastifyReply> {
    if (!result.ok) return refuse(request, reply, result.refusal);
    return reply.send(await presentOne(officeOf(request).agency.agency_id));
  }
}
