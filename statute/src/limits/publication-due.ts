import type { Calendar } from "../calendar/calendar.ts";
import { isProvisional } from "../calendar/working-days.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import { endOfLimit, type Length, type Limit } from "./limit.ts";
import { BUDGET_PUBLICATION, PUBLICATION } from "./publication-limits.ts";

/** What the information is, where a law has a limit of its own for it. */
export const PUBLICATION_KINDS = ["general", "budget"] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** A limit an organ or its superior has set itself: "work news within 3 working days", "within the quarter". */
export interface LocalLimit {
  readonly name: string;
  readonly length: Length | { readonly endOf: "month" | "quarter" };
}

/** A limit with its last day. */
export interface PublicationLimit {
  /** The rule's id; absent for a local limit. */
  readonly rule?: string;
  readonly cites: string;
  readonly on: PlainDate;
  readonly provisional: boolean;
}

export interface PublicationDue {
  /** The shortest limit that applies: this one drives the alarm. */
  readonly due: PublicationLimit;
  /** What the law itself demands. A longer local promise does not put it off. */
  readonly hardStop: PublicationLimit;
  /** Every limit looked at, the earliest first. */
  readonly all: readonly PublicationLimit[];
}

/**
 * Until when information has to be public that was formed, or changed, on a day (for a budget: approved). The law's limit is a
 * hard stop; local ones only bring the date forward.
 *
 * @example publicationDue({ formedOn: plainDate("2026-09-11"), local: [{ name: "工作动态", length: workingDays(3) }] }, calendar)
 */
export function publicationDue(
  {
    formedOn,
    kind = "general",
    local = [],
  }: { readonly formedOn: PlainDate; readonly kind?: PublicationKind; readonly local?: readonly LocalLimit[] },
  calendar: Calendar,
): PublicationDue {
  const rule: Limit = kind === "budget" ? BUDGET_PUBLICATION : PUBLICATION;
  const toldOf = (on: PlainDate) => ({ on, provisional: isProvisional(calendar, formedOn, on) });
  const hardStop = { rule: rule.id, cites: rule.cites, ...toldOf(endOfLimit(rule, formedOn, calendar)) };
  const locals = local.map(({ name, length }) => ({ cites: name, ...toldOf(endOfLocal(length, formedOn, calendar)) }));
  const all = [hardStop, ...locals].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return { due: all[0] ?? hardStop, hardStop, all };
}

function endOfLocal(length: LocalLimit["length"], from: PlainDate, calendar: Calendar): PlainDate {
  if (!("endOf" in length)) return endOfLimit({ length }, from, calendar);
  const month = Number(from.slice(5, 7));
  return lastOfMonth(from, length.endOf === "month" ? month : Math.ceil(month / 3) * 3);
}

function lastOfMonth(date: PlainDate, month: number): PlainDate {
  const year = Number(date.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return plainDate(`${date.slice(0, 4)}-${String(month).padStart(2, "0")}-${days}`);
}
