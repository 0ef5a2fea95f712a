import { type Expression, type SqlBool, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { PublishedRecord } from "./item-content.ts";
import { findPublicItem } from "./find-public-item.ts";
import { isSignatureOf } from "./sign-record.ts";

/** What anyone who holds a hash, a page or a file may be told. */
export interface VerifiedItem {
  /** `record`: a page as it was published; `attachment`: the bytes of a file that hangs on one. */
  readonly what: "record" | "attachment";
  /** `current`: this is what is public now; `replaced`: a later version is; `withdrawn`, `expired`: it is public no more. */
  readonly status: "current" | "replaced" | "withdrawn" | "expired";
  readonly agencyId: number;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly isDemo: boolean;
  readonly itemId: string;
  readonly title: string;
  readonly indexNumber: string;
  readonly publishedAt: string;
  /** The text this version shows, in `item_text`. */
  readonly textVersion: number;
  readonly hash: string;
  readonly signature: string;
  /** Ed25519, SPKI in base64. */
  readonly publicKey: string;
  /** Whether the signature is that of the organ's key over the hash. */
  readonly isSigned: boolean;
}

/** Finds what a SHA-256 belongs to: a page as it was published, or a file attached to one that is. Regional; undefined when to nothing. */
export async function verifyItem(db: Queryable, sha256: string): Promise<VerifiedItem | undefined> {
  const hash = sha256.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
  return (
    (await regionFindVersion(db, "record", sql<SqlBool>`version.hash = ${hash}`)) ??
    (await regionFindVersion(
      db,
      "attachment",
      sql<SqlBool>`item.attachments @> ${JSON.stringify([{ sha256: hash }])}::jsonb and item.status in ('published', 'expired') and ${IS_LATEST}`,
    ))
  );
}

/** What stands at an item's address now. */
export function verifyAddress(db: Queryable, { code, itemId }: { readonly code: string; readonly itemId: string }) {
  return regionFindVersion(db, "record", sql<SqlBool>`version.item_id = ${itemId} and agency.code = ${code} and ${IS_LATEST}`);
}

/** What bears an index number now. Regional: two organs may use the same; the later publication is told. */
export function regionVerifyIndexNumber(db: Queryable, indexNumber: string) {
  return regionFindVersion(db, "record", sql<SqlBool>`item.index_number = ${indexNumber} and ${IS_LATEST}`);
}

const IS_LATEST = sql<SqlBool>`version.public_version = item.public_version`;

/** Regional: the latest of the versions ever published that meet a condition on `version`, `item` and `agency`. */
async function regionFindVersion(
  db: Queryable,
  what: VerifiedItem["what"],
  condition: Expression<SqlBool>,
): Promise<VerifiedItem | undefined> {
  const found = await db
    .selectFrom("published_version as version")
    .innerJoin("published_item as item", (join) =>
      join.onRef("item.agency_id", "=", "version.agency_id").onRef("item.item_id", "=", "version.item_id"),
    )
    .innerJoin("signing_key as key", (join) =>
      join.onRef("key.agency_id", "=", "version.agency_id").onRef("key.key_id", "=", "version.key_id"),
    )
    .innerJoin("agency", "agency.agency_id", "version.agency_id")
    .select([
      "version.agency_id",
      "version.item_id",
      "version.public_version",
      "version.text_version",
      "version.title",
      "version.index_number",
      "version.published_at",
      "version.hash",
      "version.signature",
      "item.status",
      "item.public_version as current_version",
      "key.public_key",
      "agency.code",
      "agency.name",
      "agency.is_demo",
    ])
    .where(condition)
    .orderBy("version.published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  return {
    what,
    status:
      found.status !== "published"
        ? (found.status as "withdrawn" | "expired") // the column's check lets nothing else stand there
        : found.current_version === found.public_version
          ? "current"
          : "replaced",
    agencyId: found.agency_id,
    agencyCode: found.code,
    agencyName: found.name,
    isDemo: found.is_demo,
    itemId: found.item_id,
    title: found.title,
    indexNumber: found.index_number,
    publishedAt: found.published_at,
    textVersion: found.text_version,
    hash: found.hash,
    signature: found.signature,
    publicKey: found.public_key,
    isSigned: isSignatureOf(found.hash, found.signature, found.public_key),
  };
}

/** The record of what is public now, to be shown as JSON beside its page: its hash can be worked out by anyone. Undefined for stubs. */
export async function findPublishedRecord(
  db: Queryable,
  { agencyId, agencyCode, itemId }: { readonly agencyId: number; readonly agencyCode: string; readonly itemId: string },
): Promise<PublishedRecord | undefined> {
  const page = await findPublicItem(db, agencyId, itemId);
  if (page === undefined || page.status === "withdrawn" || page.item.text_version === null) return undefined;
  const { item } = page;
  const text = await db
    .selectFrom("item_text")
    .select("sha256")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("text_version", "=", page.item.text_version)
    .executeTakeFirstOrThrow();
  return {
    format: 1,
    organ: agencyCode,
    item: itemId,
    publicVersion: item.public_version,
    publishedAt: item.published_at,
    indexNumber: item.index_number,
    title: item.title,
    summary: item.summary,
    genre: item.genre,
    statutory: item.statutory,
    documentNumber: item.document_number,
    unifiedNumber: item.unified_number,
    topic: item.topic,
    keywords: item.keywords,
    publisher: item.publisher,
    source: item.source,
    audience: item.audience,
    formedOn: item.formed_on,
    effectiveOn: item.effective_on,
    validUntil: item.valid_until,
    correction: item.correction,
    text: text.sha256,
    attachments: item.attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    ...(item.taken_over_on === null ? {} : { takenOver: { on: item.taken_over_on, address: item.origin_address } }),
  };
}
