import { z } from "zod";

/** The year in the address. */
export const YearQuery = z.object({ year: z.coerce.number().int().min(2008).max(2200).optional().catch(undefined) });

/** Years one may look at: from the regulations of 2008 back from this year; the most recent first. */
export function listYears(thisYear: number, count = 8): readonly number[] {
  return Array.from({ length: count }, (_, index) => thisYear - index).filter((year) => year >= 2008);
}
