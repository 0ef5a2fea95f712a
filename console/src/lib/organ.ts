import type { AgencyNode, PostRole, Session } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useHttp } from "./api.tsx";
import { ProblemError } from "./problem.ts";
import { agencyTreeQuery, useSession } from "./session.ts";

/** The organ whose pages are open, and what the person may be in it. */
export interface Organ {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyNode["kind"];
  readonly isDemo: boolean;
  readonly closedOn: string | null;
  readonly roles: ReadonlySet<PostRole>;
}

/** Every organ the person may open, superiors first; the installation itself for its administrators. */
export function listOrgans(session: Session, agencies: readonly AgencyNode[]): readonly Organ[] {
  const known = new Map<string, AgencyNode>(agencies.map((agency) => [agency.code, agency]));
  for (const { code, name, shortName, kind, isDemo } of session.agencies) {
    if (!known.has(code)) known.set(code, { code, name, shortName, kind, isDemo, parent: null, closedOn: null });
  }
  return [...known.values()].map(({ parent: _, ...agency }) => ({ ...agency, roles: rolesIn(session, known, agency.code) }));
}

/** Duties in an organ: those of the posts there; an administrator's and a supervisor's reach down to the organs below. */
function rolesIn(session: Session, known: ReadonlyMap<string, AgencyNode>, code: string): ReadonlySet<PostRole> {
  const roles = new Set<PostRole>(postsIn(session, code));
  if (session.isPlatformAdministrator) roles.add("administrator");
  const seen = new Set([code]);
  for (let above = known.get(code)?.parent; above != null && !seen.has(above); above = known.get(above)?.parent) {
    seen.add(above);
    for (const role of postsIn(session, above)) if (role === "administrator" || role === "supervisor") roles.add(role);
  }
  return roles;
}

function postsIn({ agencies }: Session, code: string): readonly PostRole[] {
  return agencies.find((agency) => agency.code === code)?.posts.map(({ role }) => role) ?? [];
}

/** Where a person who has just signed in begins: the first organ they hold a post in, else the first they may open. */
export function firstOrgan(session: Session, organs: readonly Organ[]): Organ | undefined {
  const held = session.agencies.find(({ kind, posts }) => kind !== "platform" && posts.length > 0) ?? session.agencies[0];
  return organs.find(({ code }) => code === held?.code) ?? organs.find(({ kind }) => kind !== "platform") ?? organs[0];
}

export function useOrgans(): readonly Organ[] {
  const session = useSession();
  const { data } = useSuspenseQuery(agencyTreeQuery(useHttp()));
  return listOrgans(session, data.agencies);
}

/** The organ named in the address. */
export function useOrgan(): Organ {
  const { agency } = useParams({ strict: false }) as { agency?: string }; // the route is registered by feature, so its type is not known here
  const organ = useOrgans().find(({ code }) => code === agency);
  if (organ === undefined) {
    throw new ProblemError({
      status: 404,
      error: "no-such-organ",
      message: "没有这个机关，或您在其中没有任职。请在页面上方选择其他机关。",
    });
  }
  return organ;
}

/** Whether a person with these duties is offered something meant for some; without a list it is meant for all. */
export function isMeantFor(roles: readonly PostRole[] | undefined, held: ReadonlySet<PostRole>): boolean {
  return roles === undefined || roles.some((role) => held.has(role));
}
