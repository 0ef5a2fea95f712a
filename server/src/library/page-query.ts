import { z } from "zod";
import { ORDERS, SORTS } from "./list-reports.ts";
import { Year } from "./schema.ts";

/**
 * Forms send what was left empty as an empty text, and addresses are mended by hand: what a page cannot use it leaves
 * out, and shows what it did use.
 */
const text = z.string().trim().min(1).max(60).optional().catch(undefined);
const year = Year.optional().catch(undefined);
const level = z.enum(["province", "city", "county", "township"]).optional().catch(undefined);
const edition = z.enum(["2019", "2021"]).optional().catch(undefined);

export const ListPageQuery = z.object({
  organ: text,
  region: text,
  level,
  year,
  edition,
  sort: z.enum(SORTS).catch("year"),
  order: z.enum(ORDERS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type ListPageQuery = z.output<typeof ListPageQuery>;

export const ComparePageQuery = z.object({ a: text, b: text, show: z.enum(["all"]).optional().catch(undefined) });

export const RegionPageQuery = z.object({ year, region: text, level, edition });

export const VerifyPageQuery = z.object({
  hash: z
    .string()
    .max(200)
    .transform((value) => value.trim().toLowerCase())
    .optional()
    .catch(undefined),
});

export const PageParams = z.object({ organ: z.string(), year: z.string().optional() });
