import { getAct } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { wordsFor } from "./application-refusals.ts";
import type { Officer } from "./officer.ts";
import { type ActServices, performAct } from "./perform-act.ts";
import type { AssignMany, AssignedMany } from "./schema.ts";

/**
 * Assigns several applications to one unit or person. Each is an act of its own, as if done one by one: what is refused is told
 * beside what is done, and a request sent again does nothing twice.
 */
export async function assignMany(
  ledger: Ledger,
  services: () => ActServices,
  {
    agencyId,
    officer,
    given,
    commandKey,
  }: { readonly agencyId: number; readonly officer: Officer; readonly given: AssignMany; readonly commandKey?: string | undefined },
): Promise<AssignedMany> {
  const done: { id: string; version: number }[] = [];
  const refused: { id: string; error: string; message: string }[] = [];
  const { applications, ...assignment } = given;
  for (const { id, version } of applications) {
    const key = commandKey === undefined ? undefined : `${commandKey.slice(0, 150)}:${id}`;
    const result = await performAct(ledger, services(), {
      agencyId,
      applicationId: id,
      act: "assign",
      officer,
      given: { version, ...assignment },
      commandKey: key,
    });
    if (result.ok) done.push({ id, version: result.value.version });
    else refused.push({ id, error: result.refusal, message: messageOf(result) });
  }
  return { done, refused };
}

/** Roles that may assign. */
export const ASSIGNERS = getAct("assign").by;

function messageOf(refused: { readonly refusal: string; readonly words?: { readonly message: string } }): string {
  return refused.words?.message ?? wordsFor(refused.refusal).message; // a hook of another slice brings its own words
}
