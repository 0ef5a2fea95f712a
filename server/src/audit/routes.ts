import { listPeopleById } from "../accounts/index.ts";
import { officeOf } from "../agencies/index.ts";
import { AgencyParams } from "../agencies/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { presentEntries } from "./present.ts";
import { nameSubjects, PERSONAL_STREAMS, searchEvents } from "./queries.ts";
import { AuditPage, AuditQuery } from "./schema.ts";
import type { EventWords } from "./words.ts";

/** Who did what, and who was refused what: one organ's ledger, for its administrators. */
export function auditRoutes(
  app: App,
  {
    ledger: { db },
    words = {},
  }: { readonly ledger: Ledger; /** Words of the slices that have lists of their own. */ readonly words?: EventWords },
): void {
  app.get(
    "/api/v1/agencies/:agency/audit",
    {
      config: { audience: "administrator" },
      schema: {
        summary: "查询操作记录",
        description: "本机关账本中的全部事件，最近的在前；不含申请人的个人信息。",
        tags: ["audit"],
        params: AgencyParams,
        querystring: AuditQuery,
        response: { 200: AuditPage, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { agency_id: agencyId } = officeOf(request).agency;
      const { limit } = request.query;
      const found = await searchEvents(db, agencyId, { ...request.query, limit: limit + 1 });
      const events = found.slice(0, limit);
      const ids = events.flatMap(({ actor, stream }) => [actor.id, PERSONAL_STREAMS.includes(stream.kind) ? stream.id : null]);
      const people = await listPeopleById(db, [...new Set(ids.filter((id) => id !== null))]);
      const names = new Map(people.map(({ person_id, name }) => [person_id, name]));
      const subjects = await nameSubjects(db, agencyId, events);
      const next = found.length > limit ? (events.at(-1)?.sequence ?? null) : null;
      return reply.header("cache-control", "no-store").send({ entries: presentEntries(events, { names, subjects, words }), next });
    },
  );
}
