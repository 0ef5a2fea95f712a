import type { Result } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ledger } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { addUnit, closeUnit, renameUnit } from "./change-units.ts";
import { officeOf } from "./office.ts";
import { presentUnit } from "./present.ts";
import { findUnit, listUnits } from "./queries.ts";
import { type AgencyRefusal, refuse } from "./refusals.ts";
import { AddUnit, AgencyParams, Close, POST_ROLES, RenameUnit, Unit, UnitList, UnitParams } from "./schema.ts";

/** Divisions of an organ (内设机构). */
export function unitRoutes(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db } = ledger;
  const units = "/api/v1/agencies/:agency/units";

  app.get(
    units,
    {
      config: { audience: "staff", roles: POST_ROLES, supervised: true },
      schema: { summary: "内设机构", tags: ["agencies"], params: AgencyParams, response: { 200: UnitList, "4xx": Problem } },
    },
    async (request) => ({ units: (await listUnits(db, officeOf(request).agency.agency_id)).map(presentUnit) }),
  );

  app.post(
    units,
    {
      config: { audience: "administrator" },
      schema: { summary: "增设内设机构", tags: ["agencies"], params: AgencyParams, body: AddUnit, response: { 201: Unit, "4xx": Problem } },
    },
    async (request, reply) => {
      const added = await addUnit(ledger, { ...request.body, ...callOf(request) });
      return added.ok ? answerOne(request, reply.code(201), added.value.unitId) : refuse(request, reply, added.refusal);
    },
  );

  app.patch(
    `${units}/:unit`,
    {
      config: { audience: "administrator" },
      schema: {
        summary: "内设机构更名",
        tags: ["agencies"],
        params: UnitParams,
        body: RenameUnit,
        response: { 200: Unit, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const unitId = request.params.unit;
      return answer(request, reply, unitId, await renameUnit(ledger, { ...request.body, ...callOf(request), unitId }));
    },
  );

  app.post(
    `${units}/:unit/closure`,
    {
      config: { audience: "administrator" },
      schema: { summary: "撤销内设机构", tags: ["agencies"], params: UnitParams, body: Close, response: { 200: Unit, "4xx": Problem } },
    },
    async (request, reply) => {
      const unitId = request.params.unit;
      return answer(request, reply, unitId, await closeUnit(ledger, { ...request.body, ...callOf(request), unitId }));
    },
  );

  async function answer(request: FastifyRequest, reply: FastifyReply, unitId: string, result: Result<null, AgencyRefusal>) {
    return result.ok ? answerOne(request, reply, unitId) : refuse(request, reply, result.refusal);
  }

  async function answerOne(request: FastifyRequest, reply: FastifyReply, unitId: string): Promise<FastifyReply> {
    const row = await findUnit(db, officeOf(request).agency.agency_id, unitId);
    return row === undefined ? refuse(request, reply, "no-such-unit") : reply.send(presentUnit(row));
  }
}

function callOf(request: FastifyRequest) {
  const { agency, actor } = officeOf(request);
  return { agencyId: agency.agency_id, actor, commandKey: commandKeyOf(request) };
}
