import { type ActName, getAct, type Role } from "@gongkai/statute";
import type { Officer } from "./officer.ts";

/** What policy needs to know of a case. */
export interface Assignment {
  readonly unitId: string | null;
  readonly handlerId: string | null;
}

/**
 * The roles in which an officer may do an act on a case: the act's own, less those of handlers and heads of other units. A
 * case that nobody was given may be taken up by any handler.
 */
export function rolesFor(officer: Officer, act: ActName, assignment: Assignment): readonly Role[] {
  return getAct(act).by.filter((role) => officer.roles.includes(role) && isTheirs(officer, role, assignment));
}

/** Whether an officer may pass a draft on as the holder of a role. */
export function mayReviewAs(officer: Officer, role: string, assignment: Assignment): boolean {
  return officer.roles.some((own) => own === role && isTheirs(officer, own, assignment));
}

/** Who may read a case with all its documents: whoever has a duty in the organ's cases. */
export function mayRead({ roles }: Officer): boolean {
  return roles.length > 0;
}

/** Identity data is for those who write to the applicant: registrars and the disclosure office. */
export function mayOpenApplicant({ roles }: Officer): boolean {
  return roles.some((role) => role === "registrar" || role === "officeHead");
}

function isTheirs({ actor, units }: Officer, role: Role, { unitId, handlerId }: Assignment): boolean {
  switch (role) {
    case "handler":
      if (handlerId !== null && actor.kind === "person" && actor.personId === handlerId) return true;
      return handlerId === null && (unitId === null || units.includes(unitId));
    case "unitHead":
      return unitId === null || units.length === 0 || units.includes(unitId);
    default:
      return true;
  }
}
