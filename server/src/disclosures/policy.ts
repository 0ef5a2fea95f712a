import type { Role } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";

/** Acts on an item, and the roles that do them. */
export const ITEM_ACTS = {
  draft: ["handler", "unitHead", "officeHead"],
  revise: ["handler", "unitHead", "officeHead"],
  mark: ["handler", "unitHead", "officeHead"],
  screen: ["handler", "unitHead", "officeHead", "secrecyReviewer", "legalReviewer", "leader", "registrar"],
  judge: ["handler", "unitHead", "officeHead", "secrecyReviewer", "leader"],
  mask: ["handler", "unitHead", "officeHead"],
  submit: ["handler", "unitHead", "officeHead"],
  discard: ["handler", "unitHead", "officeHead"],
  schedule: ["registrar", "officeHead"],
  unschedule: ["registrar", "officeHead"],
  publish: ["registrar", "officeHead"],
  takeOver: ["officeHead"],
  withdraw: ["leader"],
  takeDown: ["officeHead"],
  approveTakeDown: ["leader"],
  changeValidity: ["officeHead", "legalReviewer"],
  linkInterpretation: ["handler", "unitHead", "officeHead"],
  reviewAgain: ["officeHead", "secrecyReviewer"],
  archive: ["registrar", "officeHead"],
  keepCatalogue: ["officeHead"],
  writePages: ["officeHead"],
  transfer: ["registrar", "officeHead"],
} as const satisfies Record<string, readonly Role[]>;
export type ItemActName = keyof typeof ITEM_ACTS;

/** Whether an officer may do an act; handlers and heads of units only on items of their own unit. */
export function mayDo(officer: Officer, act: ItemActName, unitId: string | null = null): boolean {
  return (ITEM_ACTS[act] as readonly Role[]).some((role) => officer.roles.includes(role) && isTheirs(officer, role, unitId));
}

/** Whether an officer may sign as the holder of a role. */
export function maySignAs(officer: Officer, role: string, unitId: string | null): boolean {
  return officer.roles.some((own) => own === role && isTheirs(officer, own, unitId));
}

/** Marks of secrecy are for those who can tell; a drafter does not clear them. */
export function mayClearMarks({ roles }: Officer): boolean {
  return roles.includes("secrecyReviewer") || roles.includes("officeHead");
}

function isTheirs({ units }: Officer, role: Role, unitId: string | null): boolean {
  if (role !== "handler" && role !== "unitHead") return true;
  return unitId === null || units.length === 0 || units.includes(unitId);
}
