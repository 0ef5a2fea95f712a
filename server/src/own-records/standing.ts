import { addWorkingDays, type Calendar, isProvisional, type PlainDate } from "@gongkai/statute";
import { MOST_OWN_RECORD_DAYS } from "../agencies/index.ts";
import type { StoredEvent } from "../ledger/index.ts";
import type { CheckFinding, OwnRecordState } from "./schema.ts";

/** What follows from the history of a request. */
export interface OwnRecordStanding {
  readonly state: OwnRecordState;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly isProvisional: boolean;
  readonly finding: CheckFinding | null;
  readonly checkedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly toldOn: PlainDate | null;
}

/** Which decision each finding calls for. */
export const DECISION_OF = {
  inaccurate: "corrected",
  accurate: "refused",
  unproven: "refused",
  notOurs: "transferred",
} as const satisfies Record<CheckFinding, OwnRecordState>;

const DECISIONS: readonly OwnRecordState[] = ["corrected", "refused", "transferred"];

/** Where a request stands; undefined when the history is of no request. */
export function foldOwnRecord(history: readonly StoredEvent[], calendar: Calendar): OwnRecordStanding | undefined {
  const [first] = history;
  if (first === undefined || first.type !== "requested") return undefined;
  const find = (type: string) => history.findLast((event) => event.type === type);
  const decided = history.findLast(({ type }) => DECISIONS.some((decision) => decision === type));
  const checked = find("checked");
  const days = Number(first.payload["days"] ?? MOST_OWN_RECORD_DAYS);
  const dueOn = addWorkingDays(calendar, first.on, days) ?? first.on; // without pauses it always ends
  return {
    state: decided !== undefined ? (decided.type as OwnRecordState) : checked !== undefined ? "checked" : "received",
    receivedOn: first.on,
    dueOn,
    isProvisional: isProvisional(calendar, first.on, dueOn),
    finding: (checked?.payload["finding"] ?? null) as CheckFinding | null, // the command wrote one of the list
    checkedOn: checked?.on ?? null,
    decidedOn: decided?.on ?? null,
    toldOn: find("told")?.on ?? null,
  };
}

/** Whose turn it is, by role; null when all is done. */
export function whoseTurn({ state, toldOn }: Pick<OwnRecordStanding, "state" | "toldOn">): string | null {
  if (state === "received") return "handler";
  if (state === "checked") return "officeHead";
  return toldOn === null ? "registrar" : null;
}
