import type { Officer } from "../applications/index.ts";

/** Who keeps the organ's reconsiderations and lawsuits. */
export function mayHandle({ roles }: Officer): boolean {
  return roles.some((role) => role === "registrar" || role === "legalReviewer" || role === "officeHead");
}
