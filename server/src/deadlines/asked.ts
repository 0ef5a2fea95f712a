import { type Channel, CHANNELS, EVENT_TYPES, type EventType } from "@gongkai/statute";

/** What somebody wants to know, as it was typed: nothing is dropped that could not be understood. */
export interface Asked {
  readonly way: Way;
  readonly from: string;
  readonly workingDays: string;
  readonly limit: string;
  readonly channel: string;
  /** The day as of which a history is told; empty for today. */
  readonly on: string;
  readonly rows: readonly Row[];
  /** Blank rows wanted beyond those that are filled in. */
  readonly more: number;
  /** Nothing was asked yet: the page was just opened. */
  readonly isFresh: boolean;
}

export const WAYS = ["days", "limit", "case"] as const;
export type Way = (typeof WAYS)[number];

/** One event of a history, as typed. */
export interface Row {
  readonly type: string;
  readonly date: string;
  /** A second date: until when to correct, when the letter was received. */
  readonly until: string;
  readonly days: string;
  readonly with: string;
  readonly id: string;
  readonly outcome: string;
}
export type Field = keyof Row;

export const ROW_FIELDS = ["type", "date", "until", "days", "with", "id", "outcome"] as const satisfies readonly Field[];

/** Stages of the work that stand in a history without moving the clock. */
export const STAGE_WORDS = { registered: "登记", assigned: "交办", drafted: "送审", returned: "退回" } as const;
export type Stage = keyof typeof STAGE_WORDS;

export const ROW_TYPES: readonly (EventType | Stage)[] = [
  "submitted",
  "confirmed",
  "registered",
  "assigned",
  ...EVENT_TYPES.slice(2, 14),
  "drafted",
  "returned",
  ...EVENT_TYPES.slice(14),
];

export const MOST_ROWS = 60;
const LONGEST_TEXT = 60;

/** Reads the query of the page: `from`, `workingDays`, `limit`, `channel`, `on`, and rows as `type.1`, `date.1`, … */
export function readAsked(query: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string): string => {
    const value = query[name];
    const one: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof one === "string" ? one.trim().slice(0, LONGEST_TEXT) : "";
  };
  const numbers = Object.keys(query).flatMap((name) => {
    const [, number] = /^(?:type|date|until|days|with|id|outcome)\.(\d{1,3})$/.exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  const rows = [...new Set(numbers)]
    .toSorted((one, other) => one - other)
    .map((number): Row => {
      const field = (name: Field): string => text(`${name}.${number}`);
      return {
        type: field("type"),
        date: field("date"),
        until: field("until"),
        days: field("days"),
        with: field("with"),
        id: field("id"),
        outcome: field("outcome"),
      };
    })
    .filter((row) => Object.values(row).some((value) => value !== ""))
    .slice(0, MOST_ROWS);
  const way = WAYS.find((known) => known === query["way"]) ?? (text("limit") !== "" ? "limit" : rows.length > 0 ? "case" : "days");
  return {
    way,
    from: text("from"),
    workingDays: text("workingDays"),
    limit: text("limit"),
    channel: text("channel"),
    on: text("on"),
    rows,
    more: text("more") === "" ? 0 : 3,
    isFresh: Object.keys(query).every((name) => name === "way" || name === "view"),
  };
}

/** The address at which a question stands, without what was left empty. */
export function addressOf(asked: Asked): string {
  const query = new URLSearchParams({ way: asked.way });
  const add = (name: string, value: string) => void (value === "" || query.set(name, value));
  if (asked.way !== "case") add("from", asked.from);
  if (asked.way === "days") add("workingDays", asked.workingDays);
  if (asked.way === "limit") add("limit", asked.limit);
  if (asked.way === "case") {
    add("channel", asked.channel);
    add("on", asked.on);
    for (const [index, row] of asked.rows.entries()) for (const field of ROW_FIELDS) add(`${field}.${index + 1}`, row[field]);
  }
  return `/deadline?${query.toString()}`;
}

export const CHANNEL_WORDS = {
  inPerson: "当面提交",
  postSigned: "邮寄（挂号、快递）",
  postOrdinary: "平常信函",
  internet: "网上（含电子邮件）",
  fax: "传真",
  oral: "口头",
} as const satisfies Record<Channel, string>;

export function isChannel(text: string): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}
