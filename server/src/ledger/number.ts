import type { Insertable } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { Tables } from "../platform/database/row-types.ts";
import type { StreamName } from "./event.ts";

export interface NumberRequest {
  readonly agencyId: number;
  /** Such as `application` or `letter:reply`. */
  readonly series: string;
  /** 0 for a series that runs through the years. */
  readonly year: number;
  /** What will bear the number. */
  readonly stream: StreamName;
  /** How the number is printed. */
  readonly print: (number: number) => string;
}

/** A number given, as `issued_number` keeps it. */
export type IssuedNumber = Insertable<Tables["issued_number"]>;

/**
 * Gives the next number of a series. Must run inside the transaction that writes the event which bears it, printed form and
 * all, and what is given back beside it: if that fails, the number was never given, so a series has neither repeats nor gaps.
 */
export async function issueNumber(db: Queryable, { agencyId, series, year, stream, print }: NumberRequest): Promise<IssuedNumber> {
  const { last_number: number } = await db
    .insertInto("number_series")
    .values({ agency_id: agencyId, series, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(["agency_id", "series", "year"]).doUpdateSet((eb) => ({ last_number: eb("number_series.last_number", "+", 1) })),
    )
    .returning("last_number")
    .executeTakeFirstOrThrow();
  return { agency_id: agencyId, series, year, number, stream_kind: stream.kind, stream_id: stream.id, printed: print(number) };
}

/** A series that goes on above numbers given elsewhere. Written into the event that brought them (`continued` of its payload), so that the chain vouches for the gap. */
export interface ContinuedSeries {
  readonly series: string;
  readonly year: number;
  /** The next number that will be given. */
  readonly startsAt: number;
  /** The last one given before. */
  readonly lastBefore: number;
}

/**
 * Lets a series go on above a number that was given elsewhere, such as in a register brought in; undefined when it is beyond
 * that already. The caller writes what is given back into its event.
 */
export async function continueAbove(
  db: Queryable,
  { agencyId, series, year, number }: Pick<NumberRequest, "agencyId" | "series" | "year"> & { readonly number: number },
): Promise<ContinuedSeries | undefined> {
  const row = await db
    .selectFrom("number_series")
    .select("last_number")
    .where("agency_id", "=", agencyId)
    .where("series", "=", series)
    .where("year", "=", year)
    .forUpdate()
    .executeTakeFirst();
  const lastBefore = row?.last_number ?? 0;
  if (number <= lastBefore) return undefined;
  const above = { last_number: number, starts_at: number + 1 };
  await db
    .insertInto("number_series")
    .values({ agency_id: agencyId, series, year, ...above })
    .onConflict((conflict) => conflict.columns(["agency_id", "series", "year"]).doUpdateSet(above))
    .execute();
  return { series, year, startsAt: number + 1, lastBefore };
}
