import { ATTRIBUTES, ITEM_STATES, type ItemQuery, NORMATIVES, VALIDITIES } from "@gongkai/server/contract";
import { type Calendar, type PlainDate, plainDate } from "@gongkai/statute";
import { z } from "zod";

/** What a clerk looks for by date. */
export const DUE_WORDS = {
  overdue: "已超过公开期限",
  soon: "三个工作日内到期",
  open: "尚未发布",
  review: "到期重新审查",
} as const;

const Text = z.coerce.string().optional().catch(undefined);
const oneOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  z
    .enum(Object.keys(words) as [Key, ...Key[]]) // none of the lists is empty
    .optional()
    .catch(undefined);

/** The list's filters as they stand in the address. What cannot be read is left out. */
export const ItemFilter = z.object({
  text: Text,
  state: oneOf(ITEM_STATES),
  attribute: oneOf(ATTRIBUTES),
  statutory: Text,
  entry: z.uuid().optional().catch(undefined),
  normative: oneOf(NORMATIVES),
  validity: oneOf(VALIDITIES),
  due: oneOf(DUE_WORDS),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
});
export type ItemFilter = z.infer<typeof ItemFilter>;

/** Every filter emptied. */
export const NOTHING_CHOSEN: Readonly<Record<keyof ItemFilter, undefined>> = Object.fromEntries(
  Object.keys(ItemFilter.shape).map((name) => [name, undefined]),
) as Readonly<Record<keyof ItemFilter, undefined>>; // the keys of the shape

export function isNarrowed({ page: _page, ...rest }: ItemFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== "");
}

const SOON_WORKING_DAYS = 3;
/** Later than any limit: everything that has one. */
const FAR = plainDate("2099-12-31");

/** What the API is asked for; what is undefined is left out. */
export type AskedItems = { readonly [Name in keyof ItemQuery]?: ItemQuery[Name] | undefined };

/** The filter as the API asks for it; what is late or soon depends on the day. */
export function toItemQuery({ due, ...rest }: ItemFilter, today: PlainDate, calendar: Calendar): AskedItems {
  switch (due) {
    case "overdue":
      return { ...rest, dueBy: dayBefore(today) };
    case "soon":
      return { ...rest, dueBy: calendar.findNth(calendar.countUpTo(today) + SOON_WORKING_DAYS) };
    case "open":
      return { ...rest, dueBy: FAR };
    case "review":
      return { ...rest, reviewAgainBy: today };
    case undefined:
      return rest;
  }
}

function dayBefore(date: PlainDate): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  // oxlint-disable-next-line no-restricted-globals -- arithmetic on a given day; no clock is asked
  return plainDate(new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10));
}
