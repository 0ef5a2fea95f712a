import type { PublicItem } from "../../disclosures/index.ts";
import type { Organ } from "./organ.ts";

/** An item for programs: what its page says about it, without the text. */
export function presentItem(organ: Organ, item: PublicItem) {
  const address = `/organs/${organ.code}/items/${item.item_id}`;
  return {
    id: item.item_id,
    organ: organ.code,
    address,
    title: item.title,
    summary: item.summary,
    indexNumber: item.index_number,
    documentNumber: item.document_number,
    unifiedNumber: item.unified_number,
    publisher: item.publisher,
    source: item.source,
    genre: item.genre,
    topic: item.topic,
    statutory: item.statutory,
    keywords: item.keywords,
    formedOn: item.formed_on,
    publishedOn: item.published_on,
    publishedAt: item.published_at,
    effectiveOn: item.effective_on,
    validUntil: item.valid_until,
    normative: item.normative,
    validity: item.validity,
    validityNote: item.validity_note,
    takenOver: item.taken_over_on === null ? null : { on: item.taken_over_on, address: item.origin_address },
    correction: item.correction,
    correctionOn: item.correction_on,
    publicVersion: item.public_version,
    hash: item.hash,
    signature: item.signature,
    attachments: item.attachments
      .filter(({ isInline }) => !isInline)
      .map(({ sha256, name, mediaType, size }) => ({ sha256, name, mediaType, size, address: `${address}/files/${sha256}` })),
  };
}
