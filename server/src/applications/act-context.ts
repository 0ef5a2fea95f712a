import type { ActDetails, ActName, ApplicationCase, Calendar, CaseEvent, Result } from "@gongkai/statute";
import type { Payload, StoredEvent, Turn } from "../ledger/index.ts";
import type { Officer } from "./officer.ts";
import type { PerformAct } from "./schema.ts";

/** Everything known when an act that statute allows is about to be written down. */
export interface ActContext {
  readonly turn: Turn;
  readonly act: ActName;
  readonly applicationId: string;
  readonly officer: Officer;
  readonly history: readonly StoredEvent[];
  readonly file: Pick<ApplicationCase, "channel" | "events">;
  readonly given: PerformAct;
  readonly details: ActDetails;
  /** What statute would have written. */
  readonly events: readonly CaseEvent[];
  readonly calendar: Calendar;
  /** What the hooks before this one add to the event, such as the number of registration. */
  readonly added: Payload;
}

/** What an effect adds to the event of its act. */
export interface ActEffect {
  readonly payload?: Payload;
  readonly documents?: readonly string[];
  readonly letters?: readonly { readonly id: string; readonly kind: string; readonly number: string | null }[];
}

/**
 * Something an act brings about beside its event: a number, a letter, an assignment. A refusal undoes the whole act; a hook of
 * another slice puts its own `words` beside the code, and all that is wrong under `refusals`.
 */
export type ActHook = (context: ActContext) => Promise<Result<ActEffect, string>>;
