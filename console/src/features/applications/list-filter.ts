import { type ListQuery } from "@gongkai/server/contract";
import { APPLICANT_KINDS, CASE_STATES, CHANNELS, isPlainDate, OUTCOME_CODES } from "@gongkai/statute";
import { z } from "zod";

const Day = z.string().refine(isPlainDate).optional().catch(undefined);
const Text = z.coerce.string().optional().catch(undefined);
const Yes = z
  .union([z.boolean(), z.stringbool()])
  .transform((yes) => (yes ? true : undefined))
  .optional()
  .catch(undefined);

export const SORTS = ["due", "received", "-received", "number", "-number"] as const satisfies readonly ListQuery["sort"][];

/** The list's filters as they stand in the address. What cannot be read is left out. */
export const ApplicationFilter = z.object({
  q: Text,
  state: z.enum(CASE_STATES).optional().catch(undefined),
  open: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  overdue: Yes,
  mine: Yes,
  outcome: z.enum(OUTCOME_CODES).optional().catch(undefined),
  channel: z.enum(CHANNELS).optional().catch(undefined),
  applicantKind: z.enum(APPLICANT_KINDS).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  handler: z.uuid().optional().catch(undefined),
  receivedFrom: Day,
  receivedTo: Day,
  dueTo: Day,
  year: z.coerce.number().int().optional().catch(undefined),
  row: Text,
  sort: z.enum(SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
});
export type ApplicationFilter = z.infer<typeof ApplicationFilter>;

/** What narrows the list, without its order and page. */
export function narrows({ sort: _sort, page: _page, ...rest }: Partial<ApplicationFilter>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ""));
}

/** The filter as a query of the API. */
export function toQueryString(filter: Partial<ApplicationFilter> & { readonly pageSize?: number }): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** Every filter emptied: what a click on 清除筛选 does to the address. */
export const NOTHING_CHOSEN: Readonly<Record<keyof ApplicationFilter, undefined>> = Object.fromEntries(
  Object.keys(ApplicationFilter.shape).map((name) => [name, undefined]),
) as Readonly<Record<keyof ApplicationFilter, undefined>>; // the keys of the shape
