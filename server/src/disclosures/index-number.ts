import type { PlainDate } from "@gongkai/statute";
import { settingsOf } from "../agencies/index.ts";
import type { StreamName, Turn } from "../ledger/index.ts";

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
