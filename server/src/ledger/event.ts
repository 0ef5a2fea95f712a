import type { PlainDate } from "@gongkai/statute";

/** What may stand in a payload: JSON, and nothing personal of applicants (that is sealed, see `seal.ts`). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type Payload = { readonly [name: string]: Json | undefined };

/** Who acts. Handed to every command; the ledger writes it beside what was done. */
export type Actor =
  /** `role`: the post in which the person acts. */
  | { readonly kind: "person"; readonly personId: string; readonly name: string; readonly role?: string }
  /** Someone from the public; who it is stands sealed in the case, not here. */
  | { readonly kind: "citizen" }
  | { readonly kind: "system" };

/** What things have a history of their own. */
export type StreamKind = "agency" | "unit" | "post" | "person" | "session" | "calendar" | (string & {});

/** Names one history. `streamId` is a UUID. */
export interface StreamName {
  readonly kind: StreamKind;
  readonly id: string;
}

/** Something to be written down. `on` is its legal date; today's when left out. */
export interface NewEvent {
  readonly type: string;
  readonly on?: PlainDate;
  readonly payload?: Payload;
  /** SHA-256 of the files that belong to it. */
  readonly documents?: readonly string[];
}

/** Something that was written down. */
export interface StoredEvent {
  readonly agencyId: number;
  /** Place in the organ's chain, from 1. */
  readonly sequence: number;
  readonly stream: StreamName;
  /** Place in the stream, from 1. */
  readonly version: number;
  readonly type: string;
  readonly on: PlainDate;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly recordedAt: string;
  readonly actor: { readonly kind: Actor["kind"]; readonly id: string | null; readonly role: string | null };
  readonly payload: Payload;
  readonly documents: readonly string[];
  readonly commandKey: string | null;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}
