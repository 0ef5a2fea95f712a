import type { Applicant } from "../applications/index.ts";
import { findLast } from "../applications/index.ts";
import type { Payload, StoredEvent } from "../ledger/index.ts";

/** A case as it leaves: design.md §4.3 and what an office needs beside it. */
export interface ExportedCase {
  readonly kind: "application" | "remedy";
  readonly agency: string;
  readonly number?: string;
  readonly [more: string]: unknown;
}

/** Fields of each event that are the case's own; the rest (ids, seals, hashes) stays here. */
const EVENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  correctionAsked: ["by"],
  consultationSent: ["with", "id", "receivedOn"],
  opinionReceived: ["id", "position"],
  opinionExpired: ["id"],
  extended: ["days", "approvedBy"],
  feeNotified: ["amount", "receivedOn"],
  replied: ["outcome", "article"],
  reopened: ["days"],
  decided: ["result"],
};

/** What is about this system and not about the case. */
const OURS: ReadonlySet<string> = new Set(["imported", "letterIssued", "limitRecomputed", "limitSettled", "remedyFiled", "summarised"]);

export interface RequestRecord {
  readonly title: string;
  readonly description: string;
  readonly document_number: string | null;
  readonly period: string | null;
  readonly carrier: string;
  readonly delivery: string;
}

/** An application's history as a case file. `applicant`: who applied, opened from its seal; masked when left out. */
export function toApplicationFile(
  history: readonly StoredEvent[],
  {
    agency,
    request,
    applicant,
  }: { readonly agency: string; readonly request: RequestRecord | undefined; readonly applicant?: Applicant | undefined },
): ExportedCase {
  const first = history[0]?.payload ?? {};
  const number = numberOf(history);
  const letterNumber = findLast(history, "replied")?.payload["letterNumber"];
  return {
    kind: "application",
    agency,
    ...(number === null ? {} : { number }),
    applicant: applicant ?? { kind: first["applicantKind"], name: first["applicantName"] },
    channel: first["channel"],
    ...(request === undefined
      ? {}
      : {
          request: {
            title: request.title,
            description: request.description,
            carrier: request.carrier,
            delivery: request.delivery,
            ...(request.document_number === null ? {} : { documentNumber: request.document_number }),
            ...(request.period === null ? {} : { period: request.period }),
          },
        }),
    ...(typeof letterNumber === "string" ? { letterNumber } : {}),
    events: listEvents(history),
  };
}

/** A remedy's history as a case file. */
export function toRemedyFile(
  history: readonly StoredEvent[],
  { agency, application }: { readonly agency: string; readonly application: string | null },
): ExportedCase {
  const first = history[0]?.payload ?? {};
  const number = first["number"];
  return {
    kind: "remedy",
    agency,
    ...(typeof number === "string" && number !== "" ? { number } : {}),
    remedy: first["kind"],
    body: first["body"],
    ...(application === null ? {} : { application }),
    events: listEvents(history),
  };
}

/** The number as printed, given here or brought along. */
export function numberOf(history: readonly StoredEvent[]): string | null {
  const number = findLast(history, "registered")?.payload["number"] ?? findLast(history, "imported")?.payload["number"];
  return typeof number === "string" && number !== "" ? number : null;
}

function listEvents(history: readonly StoredEvent[]): readonly object[] {
  return history.flatMap(({ type, on, payload }) => {
    if (OURS.has(type)) return [];
    if (type === "noted") return [{ type: typeof payload["name"] === "string" ? payload["name"] : "noted", on }];
    return [{ type, on, ...pick(payload, EVENT_FIELDS[type] ?? []) }];
  });
}

function pick(payload: Payload, fields: readonly string[]): object {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = payload[field];
      if (value === undefined || value === null) return [];
      // A case file knows whole yuan only, and no fee of nothing.
      if (field === "amount" && (typeof value !== "number" || !Number.isInteger(value) || value < 1)) return [];
      return [[field, value]];
    }),
  );
}
