import { isPlainDate, type PlainDate, plainDate } from "../plain-date.ts";
import { LONGEST_LIMIT } from "../calendar/working-days.ts";
import { OUTCOME_CODES } from "../outcomes/outcome.ts";
import { CHANNELS } from "../receipt/receipt.ts";
import {
  APPLICANT_KINDS,
  type CaseEvent,
  type CaseFile,
  CONSULTED,
  EVENT_TYPES,
  type EventType,
  POSITIONS,
  REMEDIES,
  REMEDY_RESULTS,
  type RemedyEvent,
} from "./case-file.ts";

/** One thing that is wrong with a case file. */
export interface CaseProblem {
  /** The case in the file, from 1. */
  readonly case: number;
  /** Where, e.g. `events[2].on`. */
  readonly at: string;
  readonly problem: "not-an-object" | "missing" | "not-a-date" | "not-one-of" | "not-a-text" | "not-a-number" | "empty-file" | "not-json";
  readonly found?: string;
  readonly allowed?: readonly string[];
}

export type ParsedCases =
  | { readonly ok: true; readonly value: readonly CaseFile[] }
  | { readonly ok: false; readonly refusal: "bad-cases"; readonly problems: readonly CaseProblem[] };

/** Reads a case file: one case, an array of cases, or one case per line. All that is wrong is told at once. */
export function parseCases(text: string): ParsedCases {
  const problems: CaseProblem[] = [];
  const values = readValues(text.replace(/^\uFEFF/, ""), problems);
  const cases = values.map((value, index) => parseCase(value, createFieldReader(index + 1, problems)));
  if (values.length === 0 && problems.length === 0) problems.push({ case: 1, at: "", problem: "empty-file" });
  return problems.length > 0 ? { ok: false, refusal: "bad-cases", problems } : { ok: true, value: cases };
}

function readValues(text: string, problems: CaseProblem[]): readonly unknown[] {
  const whole = readJson(text);
  if (whole !== undefined) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line, index) => {
    const read = readJson(line);
    if (read === undefined) problems.push({ case: index + 1, at: "", problem: "not-json" });
    return read?.value;
  });
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function parseCase(value: unknown, fields: FieldReader): CaseFile {
  const given = fields.record(value, "");
  const kind = fields.oneOf(given, "kind", "", ["application", "remedy"]);
  const named = { ...fields.optionalText(given, "agency"), ...fields.optionalText(given, "number") };
  if (kind === "remedy") {
    const remedy = fields.oneOf(given, "remedy", "", REMEDIES);
    return { kind, ...named, remedy, events: fields.list(given, "events").map(({ event, at }) => parseRemedyEvent(event, at, fields)) };
  }
  const applicant = { kind: fields.oneOf(fields.record(given["applicant"] ?? {}, "applicant"), "kind", "applicant.", APPLICANT_KINDS) };
  const channel = fields.oneOf(given, "channel", "", CHANNELS);
  return { kind, ...named, applicant, channel, events: fields.list(given, "events").map(({ event, at }) => parseEvent(event, at, fields)) };
}

function parseRemedyEvent(event: Given, at: string, fields: FieldReader): RemedyEvent {
  const on = fields.date(event, "on", at);
  const name = fields.text(event, "type", at);
  if (name === "filed") return { type: name, on };
  if (name === "decided") return { type: name, on, result: fields.oneOf(event, "result", at, REMEDY_RESULTS) };
  return { type: "noted", on, name };
}

function parseEvent(event: Given, at: string, fields: FieldReader): CaseEvent {
  const on = fields.date(event, "on", at);
  const name = fields.text(event, "type", at);
  const type = EVENT_TYPES.find((known): known is EventType => known === name);
  switch (type) {
    case undefined:
      return { type: "noted", on, name };
    case "correctionAsked":
      return { type, on, ...fields.optionalDate(event, "by", at) };
    case "consultationSent":
      return {
        type,
        on,
        with: fields.oneOf(event, "with", at, CONSULTED),
        id: fields.id(event, at),
        ...fields.optionalDate(event, "receivedOn", at),
      };
    case "opinionReceived":
      return { type, on, id: fields.id(event, at), position: fields.oneOf({ position: "none", ...event }, "position", at, POSITIONS) };
    case "opinionExpired":
      return { type, on, id: fields.id(event, at) };
    case "extended":
      return { type, on, days: fields.positive(event, "days", at, LONGEST_LIMIT), ...fields.optionalText(event, "approvedBy") };
    case "feeNotified":
      return { type, on, ...fields.optionalPositive(event, "amount", at), ...fields.optionalDate(event, "receivedOn", at) };
    case "replied":
      return { type, on, outcome: fields.oneOf(event, "outcome", at, OUTCOME_CODES), ...fields.optionalText(event, "article") };
    case "reopened":
      return { type, on, ...fields.optionalPositive(event, "days", at, LONGEST_LIMIT) };
    default:
      return { type, on };
  }
}

type Given = Readonly<Record<string, unknown>>;
type FieldReader = ReturnType<typeof createFieldReader>;

/** Reads fields and notes what is wrong with them; what it gives in place of a bad field is never used. */
function createFieldReader(number: number, problems: CaseProblem[]) {
  const complain = (at: string, problem: CaseProblem["problem"], found: unknown, allowed?: readonly string[]) =>
    void problems.push({
      case: number,
      at,
      problem: found === undefined || found === null ? "missing" : problem,
      ...(found === undefined || found === null ? {} : { found: String(JSON.stringify(found)).slice(0, 60) }),
      ...(allowed === undefined ? {} : { allowed }),
    });
  const record = (value: unknown, at: string): Given => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Given; // checked in this line
    complain(at, "not-an-object", value);
    return {};
  };
  const date = (given: Given, key: string, at: string): PlainDate => {
    const value = given[key];
    if (isPlainDate(value) && value <= LAST_DAY) return value;
    complain(at + key, "not-a-date", value);
    return NEVER;
  };
  const text = (given: Given, key: string, at: string): string => {
    const value = given[key];
    if (typeof value === "string" && value !== "") return value;
    complain(at + key, "not-a-text", value);
    return "";
  };
  const positive = (given: Given, key: string, at: string, most = 1_000_000): number => {
    const value = given[key];
    if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most) return value;
    complain(at + key, "not-a-number", value);
    return 1;
  };
  const isThere = (given: Given, key: string) => given[key] !== undefined && given[key] !== null;
  return {
    record,
    date,
    text,
    positive,
    oneOf: <One extends string>(given: Given, key: string, at: string, allowed: readonly [One, ...One[]]): One => {
      const found = allowed.find((one) => one === given[key]);
      if (found === undefined) complain(at + key, "not-one-of", given[key], allowed);
      return found ?? allowed[0];
    },
    /** A consultation's id; a file with one consultation may leave it out. */
    id: (given: Given, at: string): string => {
      const value = given["id"] ?? "1";
      if (typeof value === "string" || typeof value === "number") return String(value);
      complain(`${at}id`, "not-a-text", value);
      return "";
    },
    list: (given: Given, key: string): readonly { readonly event: Given; readonly at: string }[] => {
      const value = given[key];
      if (Array.isArray(value))
        return value.map((event: unknown, index) => ({ event: record(event, `${key}[${index}]`), at: `${key}[${index}].` }));
      complain(key, "not-an-object", value);
      return [];
    },
    optionalText: <Key extends string>(given: Given, key: Key): { readonly [K in Key]?: string } => {
      if (!isThere(given, key)) return {};
      return { [key]: text(given, key, "") } as { [K in Key]: string }; // one key, as the type says
    },
    optionalDate: <Key extends string>(given: Given, key: Key, at: string): { readonly [K in Key]?: PlainDate } => {
      if (!isThere(given, key)) return {};
      return { [key]: date(given, key, at) } as { [K in Key]: PlainDate }; // one key, as the type says
    },
    optionalPositive: <Key extends string>(given: Given, key: Key, at: string, most?: number): { readonly [K in Key]?: number } => {
      if (!isThere(given, key)) return {};
      return { [key]: positive(given, key, at, most) } as { [K in Key]: number }; // one key, as the type says
    },
  };
}

/** Beyond this a limit could leave the calendar; a case of that day is a slip of the pen. */
const LAST_DAY = plainDate("2150-12-31");

/** Stands in for a date that could not be read. */
const NEVER = plainDate("1900-01-01");
