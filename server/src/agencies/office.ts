import type { FastifyRequest } from "fastify";
import type { Actor } from "../ledger/index.ts";
import type { Duties } from "./duties.ts";
import type { AgencyRecord } from "./queries.ts";

/** The organ an address names, and what the person who asks has to do with it. */
export interface Office {
  readonly agency: AgencyRecord;
  readonly duties: Duties;
  /** The person in the role that let the request pass. */
  readonly actor: Extract<Actor, { kind: "person" }>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set by `authorise` on routes whose address names an organ. */
    office: Office | null;
  }
}

/** The office of a request whose route is for `staff`, `administrator` or `platform` and names an organ. */
export function officeOf(request: FastifyRequest): Office {
  if (request.office === null) throw new Error(`Route ${request.routeOptions.url} names no organ, or is open to everyone.`);
  return request.office;
}
