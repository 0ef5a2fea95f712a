import { type Calendar, isProvisional, plainDate, publicationDue } from "@gongkai/statute";
import type { ProjectedRow, Projection, StoredEvent } from "../ledger/index.ts";
import { foldItem, type ItemStanding, type Published } from "./fold-item.ts";
import { localLimit, orNull } from "./item-content.ts";
import { addressKey } from "./old-address.ts";
import { whoseTurn } from "./whose-turn.ts";

const OF_ITEMS = { streamKind: "item", streamColumn: "item_id" } as const;

/** The tables `item`, `published_item` and `published_version`. */
export function itemProjections(calendar: () => Calendar): readonly Projection[] {
  return [
    { ...OF_ITEMS, table: "item", key: ["agency_id", "item_id"], rows: (history) => projectItem(history, calendar()) },
    { ...OF_ITEMS, table: "published_item", key: ["agency_id", "item_id"], rows: projectPublished },
    { ...OF_ITEMS, table: "published_version", key: ["agency_id", "item_id", "public_version"], rows: projectVersions },
  ];
}

/** Until when the content at hand has to be public; null when its attribute asks for no publication, or it was public elsewhere before. */
export function dueOf(item: ItemStanding, calendar: Calendar) {
  if (item.origin !== null) return null;
  const { fields, limit } = item.content;
  if (item.mark !== null && (item.mark.attribute === "onRequest" || item.mark.attribute === "withheld")) return null;
  const formedOn = plainDate(fields.formedOn);
  const { due, hardStop } = publicationDue({ formedOn, kind: fields.publicationKind, local: [localLimit(limit)] }, calendar);
  return { due, hardStop, isProvisional: isProvisional(calendar, formedOn, due.on) };
}

function projectItem(history: readonly StoredEvent[], calendar: Calendar): readonly ProjectedRow[] {
  const item = foldItem(history);
  const [first] = history;
  if (item === undefined || first === undefined) return [];
  const { fields, text, statutory } = item.content;
  const due = dueOf(item, calendar);
  const [earliest] = item.publications;
  const latest = item.publications.at(-1);
  const isWorking = !["published", "updated", "withdrawn", "expired", "archived", "discarded"].includes(item.state);
  return [
    {
      agency_id: first.agencyId,
      item_id: first.stream.id,
      state: item.state,
      title: fields.title,
      genre: fields.genre,
      attribute: item.mark?.attribute ?? null,
      entry_id: fields.entry,
      statutory,
      document_number: orNull(fields.documentNumber),
      index_number: latest?.indexNumber ?? null,
      formed_on: fields.formedOn,
      due_on: isWorking ? (due?.due.on ?? null) : null,
      due_limit: isWorking ? (due?.due.cites ?? null) : null,
      hard_stop_on: isWorking ? (due?.hardStop.on ?? null) : null,
      is_provisional: isWorking && (due?.isProvisional ?? false),
      content_hash: item.contentHash,
      text_version: text.version,
      public_version: item.publications.length,
      published_at: latest?.publishedAt ?? null,
      published_late: earliest !== undefined && isLate(earliest, item, calendar),
      scheduled_at: item.scheduledAt,
      expires_on: item.publicStatus === "published" ? (latest?.content.fields.expiresOn ?? null) : null,
      review_again_on: item.state === "discarded" || item.state === "archived" ? null : (item.mark?.reviewAgainOn ?? null),
      waiting_role: whoseTurn(item),
      review_step: item.state === "inReview" && item.round !== null ? item.round.signatures.length + 1 : null,
      drafter_id: item.drafterId,
      unit_id: item.unitId,
      normative: fields.normative,
      validity: item.validity?.validity ?? null,
      valid_until: fields.validUntil,
      application_id: item.applicationId,
      awaits_take_down_approval: item.withdrawal?.isApproved === false,
      version: history.length,
    },
  ];
}

function isLate({ on, content }: Published, item: ItemStanding, calendar: Calendar): boolean {
  const due = dueOf({ ...item, content, mark: null }, calendar);
  return due !== null && on > due.due.on;
}

function projectPublished(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const item = foldItem(history);
  const [first] = history;
  const earliest = item?.publications[0];
  const latest = item?.publications.at(-1);
  if (item === undefined || first === undefined || earliest === undefined || latest === undefined || item.publicStatus === null) return [];
  const { fields, text, attachments, statutory, publisher } = latest.content;
  const status = item.publicStatus;
  const isStub = status === "withdrawn" || (status === "expired" && fields.expiresAs === "stub");
  const files = isStub
    ? []
    : attachments.map(({ sha256, name, mediaType, size, isInline }) => ({ sha256, name, mediaType, size, isInline }));
  return [
    {
      agency_id: first.agencyId,
      item_id: first.stream.id,
      status,
      title: (status === "withdrawn" ? orNull(item.withdrawal?.publicTitle ?? "") : null) ?? fields.title,
      summary: isStub ? "" : fields.summary,
      genre: fields.genre,
      statutory,
      entry_id: fields.entry,
      topic: orNull(fields.topic),
      keywords: isStub ? [] : fields.keywords,
      publisher,
      source: orNull(fields.source),
      audience: orNull(fields.audience),
      index_number: latest.indexNumber,
      document_number: orNull(fields.documentNumber),
      unified_number: orNull(fields.unifiedNumber),
      formed_on: fields.formedOn,
      effective_on: fields.effectiveOn,
      valid_until: fields.validUntil,
      normative: fields.normative,
      validity: item.validity?.validity ?? null,
      validity_note: orNull(item.validity?.note ?? ""),
      validity_changed_on: item.validity?.on ?? null,
      text_version: isStub ? null : text.version,
      public_version: latest.publicVersion,
      first_published_at: earliest.publishedAt,
      published_at: latest.publishedAt,
      published_on: earliest.on,
      expires_on: fields.expiresOn,
      attachments: JSON.stringify(files),
      interprets: [...item.interprets],
      interpreted_by: [...item.interpretedBy],
      correction: isStub ? null : orNull(fields.correction),
      correction_on: isStub || fields.correction === "" ? null : latest.on,
      withdrawn_at: status === "withdrawn" ? (item.withdrawal?.at ?? null) : null,
      withdrawal_reason: status === "withdrawn" ? (item.withdrawal?.reason ?? null) : null,
      hash: latest.hash,
      signature: latest.signature,
      key_id: latest.keyId,
      origin_address: orNull(item.origin?.address ?? ""),
      origin_key: addressKey(item.origin?.address ?? ""),
      taken_over_on: item.takenOverOn,
      version: history.length,
    },
  ];
}

function projectVersions(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const item = foldItem(history);
  const [first] = history;
  if (item === undefined || first === undefined) return [];
  const hiddenTitle = item.publicStatus === "withdrawn" ? (orNull(item.withdrawal?.publicTitle ?? "") ?? undefined) : undefined;
  return item.publications.map(({ publicVersion, content, indexNumber, publishedAt, contentHash, hash, signature, keyId }) => ({
    agency_id: first.agencyId,
    item_id: first.stream.id,
    public_version: publicVersion,
    text_version: content.text.version,
    title: hiddenTitle ?? content.fields.title,
    index_number: indexNumber,
    published_at: publishedAt,
    content_hash: contentHash,
    hash,
    signature,
    key_id: keyId,
  }));
}
