import type { Officer } from "../applications/index.ts";

/** Who brings registers in and takes them out: those who keep them. The command line acts as the system itself. */
export function mayKeepRegisters({ actor, roles }: Officer): boolean {
  return actor.kind === "system" || roles.some((role) => role === "registrar" || role === "officeHead");
}
