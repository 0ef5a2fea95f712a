import type { PlainDate } from "@gongkai/statute";
import { settingsOf } from "../agencies/index.ts";
import { sql } from "kysely";
import type { StreamName, Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";

/** By far the commonest form: issuer, year, serial. [verified by usage; law.md §9.3] */
const USUAL = "{issuer}/{year}-{serial:5}";

export interface IndexNumberSettings {
  readonly template: string;
  /** Unified social credit code, old organisation code or a local one. */
  readonly issuer: string;
}

/** The organ's template and issuer; what it has not chosen is as usual. */
export function indexNumberOf(settings: unknown, code: string): IndexNumberSettings {
  const { template = USUAL, issuer } = settingsOf(settings).indexNumber ?? {};
  return { template, issuer: issuer === undefined || issuer === "" ? code : issuer };
}

/** Gives an item its index number (索引号): never given before, never given again. */
export function issueIndexNumber(
  turn: Turn,
  stream: StreamName,
  { settings: { template, issuer }, statutory }: { readonly settings: IndexNumberSettings; readonly statutory: string },
): Promise<string> {
  const { today } = turn;
  // Without the year in it a number would come again every year: such a series runs through.
  const year = template.includes("{year}") ? Number(today.slice(0, 4)) : 0;
  return turn.issueNumber({
    series: "index",
    year,
    stream,
    print: (number) => printIndexNumber(template, { issuer, today, statutory, number }),
  });
}

export function printIndexNumber(
  template: string,
  {
    issuer,
    today,
    statutory,
    number,
  }: { readonly issuer: string; readonly today: PlainDate; readonly statutory: string; readonly number: number },
): string {
  return template.replaceAll(/\{(\w+)(?::(\d))?\}/g, (_, name: string, width = "1") => {
    switch (name) {
      case "issuer":
        return issuer;
      case "year":
        return today.slice(0, 4);
      case "month":
        return today.slice(5, 7);
      case "node":
        return statutory;
      default:
        return String(number).padStart(Number(width), "0");
    }
  });
}

/**
 * Which number of which year's series the organ's template would print this way; undefined when it never would. Year 0: a
 * series that runs through the years.
 */
export function parseIndexNumber(
  { template, issuer }: IndexNumberSettings,
  printed: string,
): { readonly year: number; readonly serial: number } | undefined {
  const pattern = template.split(/(\{\w+(?::\d)?\})/).map((piece) => {
    const [, name, width = "1"] = /^\{(\w+)(?::(\d))?\}$/.exec(piece) ?? [];
    switch (name) {
      case undefined:
        return escapePattern(piece);
      case "issuer":
        return escapePattern(issuer);
      case "year":
        return "(?<year>\\d{4})";
      case "month":
        return "\\d{2}";
      case "node":
        return "[\\d.]+";
      default:
        return `(?<serial>\\d{${width},9})`;
    }
  });
  const { year = "0", serial } = new RegExp(`^${nameOnce(pattern).join("")}$`).exec(printed)?.groups ?? {};
  return serial === undefined ? undefined : { year: Number(year), serial: Number(serial) };
}

/** A group may be named once only. */
function nameOnce(pattern: readonly string[]): readonly string[] {
  return pattern.map((piece, index) => (pattern.indexOf(piece) < index ? piece.replace(/\?<\w+>/, "?:") : piece));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Which of these numbers items of the organ bear already, stubs among them. */
export async function listTakenIndexNumbers(db: Queryable, agencyId: number, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .selectFrom("published_item")
    .select("index_number")
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`index_number = any(${numbers}::text[])`)
    .execute();
  return new Set(rows.map(({ index_number }) => index_number));
}
