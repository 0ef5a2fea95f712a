import type { Projection } from "./ledger/index.ts";

/** The projections of every slice, in an order in which rows may refer to rows of earlier ones. */
export const PROJECTIONS: readonly Projection[] = [];
