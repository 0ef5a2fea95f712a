import { createHash } from "node:crypto";
import type { LocalLimit } from "@gongkai/statute";
import { workingDays } from "@gongkai/statute";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { ItemDraft } from "./schema.ts";
import { type Attribute, LIMIT_KINDS, type LimitKind } from "./words.ts";

export type ItemFields = Omit<ItemDraft, "html" | "attachments">;

/** A file of an item. `original` names the file it was cleaned from, which stays inside. */
export interface KeptAttachment {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly original?: string;
}

export interface EntryLimit {
  readonly kind: LimitKind;
  readonly days: number | null;
}

/** What `drafted` and `revised` carry. The text itself is in item_text; here is its hash. */
export interface ItemContent {
  readonly fields: ItemFields;
  readonly text: { readonly version: number; readonly sha256: string };
  readonly attachments: readonly KeptAttachment[];
  readonly statutory: string;
  readonly limit: EntryLimit;
  readonly publisher: string;
}

/** What `marked` carries. */
export interface Mark {
  readonly attribute: Attribute;
  readonly reason: string;
  readonly basis: string;
  readonly reviewAgainOn: string | null;
  readonly inheritedFrom: { readonly organ: string; readonly documentNumber: string; readonly attribute: Attribute } | null;
}

/** What is screened, reviewed and published: change a sign of it and the signatures are gone. */
export function contentHashOf({ fields, text, attachments, statutory, publisher }: ItemContent, attribute: Attribute | null): string {
  const files = attachments.map(({ sha256, name, isInline }) => ({ sha256, name, isInline }));
  return sha256Of({ fields, text: text.sha256, files, statutory, publisher, attribute });
}

/** The record of a publication: what its hash and signature stand for. Anyone who has the page can make it again. */
export interface PublishedRecord {
  readonly format: 1;
  /** Code of the organ. */
  readonly organ: string;
  readonly item: string;
  readonly publicVersion: number;
  readonly publishedAt: string;
  readonly indexNumber: string;
  readonly title: string;
  readonly summary: string;
  readonly genre: string;
  readonly statutory: string | null;
  readonly documentNumber: string | null;
  readonly unifiedNumber: string | null;
  readonly topic: string | null;
  readonly keywords: readonly string[];
  readonly publisher: string;
  readonly source: string | null;
  readonly audience: string | null;
  readonly formedOn: string;
  readonly effectiveOn: string | null;
  readonly validUntil: string | null;
  readonly correction: string | null;
  /** SHA-256 of the sanitised HTML. */
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
  /** Of what had been public elsewhere before: on which day it was taken over, and where it stood. */
  readonly takenOver?: { readonly on: string; readonly address: string | null };
}

export function recordOf(
  { fields, text, attachments, statutory, publisher }: ItemContent,
  facts: Pick<PublishedRecord, "organ" | "item" | "publicVersion" | "publishedAt" | "indexNumber" | "takenOver">,
): PublishedRecord {
  return {
    format: 1,
    ...facts,
    title: fields.title,
    summary: fields.summary,
    genre: fields.genre,
    statutory,
    documentNumber: orNull(fields.documentNumber),
    unifiedNumber: orNull(fields.unifiedNumber),
    topic: orNull(fields.topic),
    keywords: fields.keywords,
    publisher,
    source: orNull(fields.source),
    audience: orNull(fields.audience),
    formedOn: fields.formedOn,
    effectiveOn: fields.effectiveOn,
    validUntil: fields.validUntil,
    correction: orNull(fields.correction),
    text: text.sha256,
    attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
  };
}

/** SHA-256 of the record as canonical JSON, hexadecimal. */
export function hashRecord(record: PublishedRecord): string {
  return sha256Of(record);
}

export function sha256Of(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
}

export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

export function orNull(text: string): string | null {
  return text === "" ? null : text;
}

/** An entry's limit as statute works it out. Every two weeks: fourteen days, as the website check counts them. */
export function localLimit({ kind, days }: EntryLimit): LocalLimit {
  const name = limitInWords({ kind, days });
  switch (kind) {
    case "workingDays":
      return { name, length: workingDays(days ?? 20) };
    case "fortnight":
      return { name, length: { number: 14, unit: "days" } };
    case "month":
    case "quarter":
      return { name, length: { endOf: kind } };
  }
}

export function limitInWords({ kind, days }: EntryLimit): string {
  return kind === "workingDays" ? `目录规定的${days ?? 20}个工作日` : `目录规定的${LIMIT_KINDS[kind]}内`;
}
