import { FEE_RULES, SINCE } from "../in-force.ts";
import { ANSWER_ACTS } from "./answer-acts.ts";
import type { Act, ActName } from "./act.ts";
import type { ActEntry } from "./act-entry.ts";
import { HANDLING_ACTS } from "./handling-acts.ts";
import { INTAKE_ACTS } from "./intake-acts.ts";

/** No act without an entry. */
const ENTRIES: Readonly<Record<ActName, ActEntry>> = { ...INTAKE_ACTS, ...HANDLING_ACTS, ...ANSWER_ACTS };

/** Every act as a rule. */
export const ACTS: readonly Act[] = Object.entries<ActEntry>(ENTRIES).map(([act, { confidence = "verified", ...entry }]): Act => ({
  kind: "act",
  id: `act-${act}`,
  act: act as ActName, // the keys of ENTRIES
  inForce: act === "reopen" ? SINCE.reconsideration2023 : entry.cites.includes(FEE_RULES) ? SINCE.fees2021 : SINCE.regulations2019,
  confidence,
  ...entry,
}));

const BY_NAME = new Map(ACTS.map((act) => [act.act, act]));

/** The rule of an act. */
export function getAct(name: ActName): Act {
  const act = BY_NAME.get(name);
  if (act === undefined) throw new Error(`No act ${name}`);
  return act;
}
