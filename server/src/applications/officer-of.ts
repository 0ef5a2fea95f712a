import { type Role, ROLES } from "@gongkai/statute";
import type { FastifyRequest } from "fastify";
import type { Officer } from "./officer.ts";

/** The officer who sends a request to a route for staff; the guard in accounts has found out who it is. */
export function officerOf({ office }: Pick<FastifyRequest, "office">): Officer & { readonly agencyId: number } {
  if (office === null) throw new Error("Only routes for staff have an officer: check the route's audience.");
  const { agency, duties, actor } = office;
  const roles = duties.posts
    .map(({ role }) => role)
    .filter((role): role is Extract<typeof role, Role> => (ROLES as readonly string[]).includes(role));
  return {
    agencyId: agency.agency_id,
    actor,
    roles: duties.isSupervisor ? [...roles, "supervisor"] : roles,
    units: duties.posts.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  };
}

/** The same, acting in the post that an act belongs to. */
export function actingAs(
  officer: Officer & { readonly agencyId: number },
  roles: readonly Role[],
): Officer & { readonly agencyId: number } {
  const role = officer.roles.find((own) => roles.includes(own));
  return officer.actor.kind !== "person" || role === undefined ? officer : { ...officer, actor: { ...officer.actor, role } };
}
