import { z } from "zod";
import { describeDevice, writeCookie } from "../accounts/index.ts";
import { POST_ROLE_WORDS } from "../agencies/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { openDemoSession } from "./demo-people.ts";
import { DEMO_ORGANS } from "./demo-region.ts";
import { DemoPeople, DemoSignIn } from "./schema.ts";

const PUBLIC = { config: { audience: "public" } } as const;
const TAGS = ["演示"];

/** Choosing a post and being signed in; registered in a demonstration only. */
export function demoRoutes(
  app: App,
  { ledger, settings }: { readonly ledger: Ledger; readonly settings: { readonly baseUrl: string | undefined } },
): void {
  app.get(
    "/api/v1/demo/people",
    { ...PUBLIC, schema: { tags: TAGS, summary: "演示区域的机关和岗位", response: { 200: DemoPeople } } },
    async () => {
      const rows = await ledger.db
        .selectFrom("post")
        .innerJoin("agency", "agency.agency_id", "post.agency_id")
        .innerJoin("person", "person.person_id", "post.holder_id")
        .select(["agency.code", "agency.short_name", "post.role", "person.person_id", "person.name"])
        .where("agency.is_demo", "=", true)
        .execute();
      const order = new Map(DEMO_ORGANS.map(({ code }, index) => [code, index]));
      const roles = Object.keys(POST_ROLE_WORDS);
      return {
        people: rows
          .toSorted(
            (one, other) =>
              (order.get(one.code) ?? 0) - (order.get(other.code) ?? 0) || roles.indexOf(one.role) - roles.indexOf(other.role),
          )
          .map(({ code, short_name: agency, role, person_id: id, name }) => ({
            id,
            name,
            agencyCode: code,
            agency,
            role: POST_ROLE_WORDS[role as keyof typeof POST_ROLE_WORDS],
          })),
      };
    },
  );

  app.post(
    "/api/v1/demo/session",
    {
      ...PUBLIC,
      schema: { tags: TAGS, summary: "以演示岗位登录", body: DemoSignIn, response: { 200: z.object({ ok: z.literal(true) }) } },
    },
    async (request, reply) => {
      const device = describeDevice(request.headers["user-agent"]);
      const session = await openDemoSession(ledger, { personId: request.body.personId, address: request.ip, device });
      if (session === undefined) return reply.callNotFound();
      return reply.header("set-cookie", writeCookie(session, settings.baseUrl)).send({ ok: true });
    },
  );
}
