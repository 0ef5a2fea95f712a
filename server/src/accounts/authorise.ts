import type { FastifyReply, FastifyRequest } from "fastify";
import { type Duties, findAgency, findDuties, hasDuties, PLATFORM, type PostRole, rolesOf } from "../agencies/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { guardRoutes, type RouteEntry } from "../platform/audience.ts";
import type { App } from "../platform/http.ts";
import { identify, type Identity } from "./identify.ts";
import { isFromOwnSite } from "./own-site.ts";
import { recordAccess } from "./record-access.ts";
import { ACCESS_REFUSALS, type AccessRefusal } from "./refusals.ts";
import type { Stage } from "./schema.ts";
import { isCsrfToken, readCookie } from "./session-token.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Of `staff` routes, required: the duties it is for, or `anyPost` for whoever has a post in the organ itself. */
    roles?: readonly PostRole[] | "anyPost";
    /** A reading route that supervisors in the organs above may use too. */
    supervised?: true;
    /** Stages of an unfinished sign-in at which the route answers already. */
    unfinished?: readonly Stage[];
  }
  interface FastifyRequest {
    /** Who asks; null on routes that are open to everyone. */
    signedIn: Identity | null;
  }
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Guards every route registered from now on that is not open to everyone: who asks, from where, with what duty in the organ
 * the address names. 401 without a finished sign-in, 404 for an organ the person has nothing to do with (as if it were not
 * there), 403 for the wrong duty. Refusals of people who are signed in stand in the audit.
 */
export function authorise(
  app: App,
  { ledger, settings }: { readonly ledger: Ledger; readonly settings: { readonly baseUrl: string | undefined } },
): void {
  app.decorateRequest("signedIn", null);
  app.decorateRequest("office", null);
  guardRoutes(app, (route) => {
    requireDeclaration(route);
    const { url, audience, config } = route;
    return async (request, reply) => {
      const token = readCookie(request.headers.cookie);
      const signedIn = token === undefined ? undefined : await identify(ledger, token);
      if (signedIn === undefined) return refuse(request, reply, "not-signed-in");
      const isReading = READING.has(request.method);
      if (!isReading && !isFromOwnSite(request, settings.baseUrl)) return refuseAndRecord("from-elsewhere");
      if (!isReading && !isCsrfToken(request.headers["x-csrf-token"], signedIn.session.token)) return refuseAndRecord("csrf");
      const { stage } = signedIn;
      if (stage !== "complete" && config.unfinished?.includes(stage) !== true) return refuse(request, reply, STAGE_REFUSALS[stage]);
      request.signedIn = signedIn;
      const today = ledger.clock.today();
      const code = agencyCodeOf(request);
      if (code === undefined) {
        if (audience === "signedIn") return undefined;
        const { isPlatformAdministrator } = await findDuties(ledger.db, { personId: signedIn.personId, agencyId: PLATFORM, today });
        return isPlatformAdministrator ? undefined : refuseAndRecord("wrong-duty");
      }
      const agency = await findAgency(ledger.db, code);
      if (agency === undefined) return refuse(request, reply, "no-such-agency");
      const duties = await findDuties(ledger.db, { personId: signedIn.personId, agencyId: agency.agency_id, today });
      if (!hasDuties(duties)) return refuseAndRecord("no-such-agency");
      const role = findRole(route, duties);
      if (role === undefined) return refuseAndRecord("wrong-duty", agency.agency_id);
      request.office = { agency, duties, actor: { ...signedIn.actor, role } };
      return undefined;

      async function refuseAndRecord(refusal: AccessRefusal, agencyId?: number): Promise<FastifyReply> {
        if (signedIn !== undefined) {
          const payload = { refusal, route: `${request.method} ${url}`, agency: agencyCodeOf(request) };
          await recordAccess(
            ledger,
            { agencyId: agencyId ?? signedIn.homeAgencyId, actor: signedIn.actor, personId: signedIn.personId },
            "refused",
            payload,
          );
        }
        return refuse(request, reply, refusal);
      }
    };
  });
}

const STAGE_REFUSALS = {
  secondFactor: "second-factor-needed",
  password: "password-change-needed",
  enrolment: "enrolment-needed",
} as const satisfies Record<Exclude<Stage, "complete">, AccessRefusal>;

/** The duty in which a person may use a route; undefined: in none. */
function findRole({ audience, config }: Omit<RouteEntry, "method">, duties: Duties): PostRole | undefined {
  const { roles, supervised } = config;
  if (audience === "platform") return duties.isPlatformAdministrator ? "administrator" : undefined;
  if (audience === "administrator") return duties.isAdministrator ? "administrator" : undefined;
  const held = rolesOf(duties);
  if (audience === "signedIn") return [...held][0] ?? "supervisor";
  const own = roles === "anyPost" ? duties.posts[0]?.role : roles?.find((role) => held.has(role));
  return own ?? (supervised === true && duties.isSupervisor ? "supervisor" : undefined);
}

/** What a route must say for its audience: the matrix of routes and roles is only as good as these. */
function requireDeclaration({ url, audience, config }: Omit<RouteEntry, "method">): void {
  const namesOrgan = url.includes("/:agency");
  if (audience === "staff" && (config.roles === undefined || config.roles.length === 0)) {
    throw new Error(`Route ${url} is for staff and does not say for which: add config: { roles: [...] } or roles: "anyPost".`);
  }
  if (audience !== "staff" && (config.roles !== undefined || config.supervised !== undefined)) {
    throw new Error(`Route ${url} names roles, which only routes for staff have.`);
  }
  if ((audience === "staff" || audience === "administrator") && !namesOrgan) {
    throw new Error(`Route ${url} is for ${audience} of an organ, but its address names none: add /:agency.`);
  }
}

function agencyCodeOf({ params }: FastifyRequest): string | undefined {
  return (params as { agency?: string }).agency; // the router's: text, or not there
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: AccessRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, ACCESS_REFUSALS[refusal]);
}
