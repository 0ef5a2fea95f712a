/* oxlint-disable no-restricted-globals -- instants are turned into text and back; no clock is asked */
import { z } from "zod";
import { DraftValues } from "./draft-form.ts";

const DAYS_KEPT = 14;
const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** The browser's store holds some five million letters for everything; a body full of pictures would burst it. */
const MOST_LETTERS = 2_000_000;

const Kept = z.object({ at: z.iso.datetime(), version: z.number(), values: DraftValues });

export interface KeptDraft {
  readonly values: DraftValues;
  /** The version of the item it was written over; 0 for a new one. */
  readonly version: number;
  /** An instant, ISO 8601. */
  readonly at: string;
}

export function draftKey(agency: string, item: string | undefined): string {
  return `gongkai.item.${agency}.${item ?? "new"}`;
}

/** The draft as the browser keeps it; undefined when it is too large to be kept there. */
export function writeKept(values: DraftValues, version: number, now: number): string | undefined {
  const text = JSON.stringify({ at: new Date(now).toISOString(), version, values });
  return text.length > MOST_LETTERS ? undefined : text;
}

/** What was kept; nothing when it is old or cannot be read. */
export function readKept(text: string | null, now: number): KeptDraft | undefined {
  try {
    const kept = Kept.safeParse(JSON.parse(text ?? "null"));
    return kept.success && now - Date.parse(kept.data.at) < DAYS_KEPT * DAY_MILLISECONDS ? kept.data : undefined;
  } catch {
    return undefined;
  }
}
