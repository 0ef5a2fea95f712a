import type { FastifyReply, FastifyRequest } from "fastify";
import { officeOf } from "../agencies/index.ts";
import { AgencyParams } from "../agencies/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { addPerson } from "./add-person.ts";
import { changePerson, disablePerson, enablePerson, endSessionsOf } from "./keep-account.ts";
import { presentPeople } from "./present.ts";
import { findPerson, listPeople } from "./queries.ts";
import { type AccountRefusal, refuse } from "./refusals.ts";
import { resetPassword, resetSecondFactor } from "./reset-person.ts";
import { AddPerson, ChangePerson, OfVersion, Person, PersonList, PersonParams, TemporaryPassword } from "./schema.ts";

/** People of an organ and their accounts, for its administrators. */
export function peopleRoutes(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db, clock } = ledger;
  const people = "/api/v1/agencies/:agency/people";
  const config = { audience: "administrator" } as const;
  const tags = ["people"];

  app.get(
    people,
    { config, schema: { summary: "本机关的工作人员", tags, params: AgencyParams, response: { 200: PersonList, "4xx": Problem } } },
    async (request) => {
      const { agency } = officeOf(request);
      return { people: await presentPeople(ledger, agency, await listPeople(db, agency.agency_id)) };
    },
  );

  app.post(
    people,
    {
      config,
      schema: {
        summary: "开立账号",
        description: "答复中的临时密码只显示这一次，本人首次登录须更换。",
        tags,
        params: AgencyParams,
        body: AddPerson,
        response: { 201: TemporaryPassword, "4xx": Problem },
      },
    },
    // Without an idempotency key: a receipt would have to keep the password.
    async (request, reply) => {
      const { agency, actor } = officeOf(request);
      const added = await addPerson(ledger, { ...request.body, agencyId: agency.agency_id, actor });
      return added.ok ? answerPassword(request, reply.code(201), added.value) : refuseWith(request, reply, added.refusal);
    },
  );

  app.get(
    `${people}/:person`,
    { config, schema: { summary: "一名工作人员", tags, params: PersonParams, response: { 200: Person, "4xx": Problem } } },
    async (request, reply) => answerPerson(request, reply, request.params.person),
  );

  app.patch(
    `${people}/:person`,
    {
      config,
      schema: { summary: "修改姓名或电子邮箱", tags, params: PersonParams, body: ChangePerson, response: { 200: Person, "4xx": Problem } },
    },
    async (request, reply) => answer(request, reply, await changePerson(ledger, { ...callOf(request), ...request.body })),
  );

  app.post(
    `${people}/:person/disabling`,
    { config, schema: { summary: "停用账号", tags, params: PersonParams, body: OfVersion, response: { 200: Person, "4xx": Problem } } },
    async (request, reply) => answer(request, reply, await disablePerson(ledger, { ...callOf(request), ...request.body })),
  );

  app.post(
    `${people}/:person/enabling`,
    { config, schema: { summary: "启用账号", tags, params: PersonParams, body: OfVersion, response: { 200: Person, "4xx": Problem } } },
    async (request, reply) => answer(request, reply, await enablePerson(ledger, { ...callOf(request), ...request.body })),
  );

  app.post(
    `${people}/:person/password-reset`,
    {
      config,
      schema: {
        summary: "重置密码",
        description: "给出只显示一次的临时密码，解除锁定，退出此人的全部登录。",
        tags,
        params: PersonParams,
        response: { 200: TemporaryPassword, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { personId, ...call } = callOf(request);
      const done = await resetPassword(ledger, { ...call, personId });
      if (!done.ok) return refuseWith(request, reply, done.refusal);
      return answerPassword(request, reply, { personId, temporaryPassword: done.value.temporaryPassword });
    },
  );

  app.post(
    `${people}/:person/second-factor-reset`,
    {
      config,
      schema: {
        summary: "解除验证器的绑定",
        description: "用于手机遗失；退出此人的全部登录。",
        tags,
        params: PersonParams,
        response: { 200: Person, "4xx": Problem },
      },
    },
    async (request, reply) => answer(request, reply, await resetSecondFactor(ledger, callOf(request))),
  );

  app.delete(
    `${people}/:person/sessions`,
    { config, schema: { summary: "退出此人的全部登录", tags, params: PersonParams, response: { 200: Person, "4xx": Problem } } },
    async (request, reply) => answer(request, reply, await endSessionsOf(ledger, callOf(request))),
  );

  async function answer(request: FastifyRequest, reply: FastifyReply, result: { ok: true } | { ok: false; refusal: AccountRefusal }) {
    return result.ok ? answerPerson(request, reply, callOf(request).personId) : refuseWith(request, reply, result.refusal);
  }

  async function answerPerson(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<FastifyReply> {
    const person = await present(request, personId);
    return person === undefined ? refuseWith(request, reply, "no-such-person") : reply.send(person);
  }

  async function answerPassword(
    request: FastifyRequest,
    reply: FastifyReply,
    { personId, temporaryPassword }: { personId: string; temporaryPassword: string },
  ): Promise<FastifyReply> {
    const person = await present(request, personId);
    return reply.header("cache-control", "no-store").send({ person, temporaryPassword });
  }

  /** The person as seen from this organ; undefined when the organ has nothing to do with the person. */
  async function present(request: FastifyRequest, personId: string): Promise<Person | undefined> {
    const { agency } = officeOf(request);
    const row = await findPerson(db, personId);
    const [person] = row === undefined ? [] : await presentPeople(ledger, agency, [row]);
    return person !== undefined && (person.isKeptHere || person.posts.length > 0) ? person : undefined;
  }

  function refuseWith(request: FastifyRequest, reply: FastifyReply, refusal: AccountRefusal): FastifyReply {
    return refuse(request, reply, { ok: false, refusal }, clock.instant());
  }
}

function callOf(request: FastifyRequest) {
  const { agency, actor } = officeOf(request);
  const { person } = request.params as { person: string }; // checked by PersonParams
  return { agencyId: agency.agency_id, actor, personId: person, commandKey: commandKeyOf(request) };
}
