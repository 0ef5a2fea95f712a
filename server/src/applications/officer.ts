import type { Role } from "@gongkai/statute";
import type { Actor } from "../ledger/index.ts";

/** A person of the organ as a command sees them: who acts, and in which posts. */
export interface Officer {
  readonly actor: Actor;
  /** Roles of the posts the person holds or stands in for today. */
  readonly roles: readonly Role[];
  /** Units of those posts. */
  readonly units: readonly string[];
}

/** The applicant, from the public pages. */
export const APPLICANT: Officer = { actor: { kind: "citizen" }, roles: ["applicant"], units: [] };
/** A third party answering through its one-time link. */
export const THIRD_PARTY: Officer = { actor: { kind: "citizen" }, roles: ["thirdParty"], units: [] };
/** The timer. */
export const SYSTEM: Officer = { actor: { kind: "system" }, roles: ["system"], units: [] };
