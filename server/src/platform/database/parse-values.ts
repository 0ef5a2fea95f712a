import pg from "pg";

/** Object identifiers of types and of their arrays, as PostgreSQL has them built in. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;
const TEXT_ARRAY = 1009;

const OURS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: parseInt8,
  [INT8_ARRAY]: inArray(parseInt8),
  [DATE]: (text) => text,
  [DATE_ARRAY]: inArray((text) => text),
  [TIMESTAMPTZ]: parseInstant,
  [TIMESTAMPTZ_ARRAY]: inArray(parseInstant),
};

/**
 * How values leave the database: a calendar date as `YYYY-MM-DD`, an instant as ISO 8601 in UTC, a bigint as a number.
 * The rest as pg has it: numeric as text, jsonb parsed, bytea a Buffer.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary"): unknown =>
    (format === "binary" ? undefined : OURS[id]) ?? pg.types.getTypeParser(id, format ?? "text"),
};

/** Throws rather than give a number that is not the one stored. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} cannot be held exactly in a number`);
  return value;
}

/**
 * `2026-11-22 02:20:03.12+00` → `2026-11-22T02:20:03.120Z`. Milliseconds as the clock writes them, so that an instant comes back as
 * it was stored; microseconds only where the database itself made the instant and there are some.
 */
export function parseInstant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (parts === null) throw new RangeError(`instant ${text} is not in UTC or not a plain one`); // every session is in UTC: open-database.ts
  const [, date = "", time = "", fraction = ""] = parts;
  const micros = fraction.padEnd(6, "0");
  return `${date}T${time}.${micros.endsWith("000") ? micros.slice(0, 3) : micros}Z`;
}

function inArray(parse: (text: string) => unknown): (text: string) => unknown {
  const anyType: (id: number, format: "text") => unknown = pg.types.getTypeParser; // its own list of ids leaves out the arrays
  const parseTexts = anyType(TEXT_ARRAY, "text") as (text: string) => (string | null)[]; // pg's own, for text[]
  return (text) => parseTexts(text).map((item) => (item === null ? null : parse(item)));
}
