import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock.ts";
import type { Tables } from "../platform/database/row-types.ts";
import type { StreamName } from "./event.ts";
import type { Projection } from "./projection.ts";
import type { SealingKeys } from "./seal.ts";

/** What commands run on. Made once by the server (or the CLI, or a test) and handed to them. */
export interface Ledger {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly keys: SealingKeys;
  /** Of all slices, in an order in which rows may refer to rows of earlier ones. */
  readonly projections: readonly Projection[];
  /** Runs after each writing to streams and their projections, in the same transaction: what else must follow whatever command it was. */
  readonly afterAppend?: (tx: Kysely<Tables>, agencyId: number, streams: readonly StreamName[]) => Promise<void>;
}
