import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import type { Officer } from "../applications/index.ts";
import { type Json, type Ledger, type NewEvent, runCommand, type Turn } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { actOnItem, type ItemCall, presentDone, refused } from "./act-on-item.ts";
import { keepFileRow, keepFileText, MAY_BE_ATTACHED } from "./keep-file.ts";
import { hashText, type ItemContent, type ItemFields, type KeptAttachment } from "./item-content.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { mayDo } from "./policy.ts";
import { type SanitisedBody, sanitiseBody } from "./sanitise-body.ts";
import type { ItemDone, ItemDraft, ReviseItem } from "./schema.ts";
import type { LimitKind } from "./words.ts";

export interface DraftCall {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly given: ItemDraft;
  /** The answered application it is made from (Art. 44). */
  readonly application?: string;
  readonly commandKey?: string | undefined;
}

/** Begins an item. */
export async function draftItem(ledger: Ledger, files: FileStore, call: DraftCall): Promise<Result<ItemDone, ItemRefusal>> {
  const { agencyId, officer, given, application, commandKey } = call;
  const body = await keepBody(files, given.html);
  const request = JSON.parse(JSON.stringify({ given, application })) as Json; // JSON by its schema
  return runCommand<ItemDone, ItemRefusal>(
    ledger,
    { command: "item:draft", agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      const unit = officer.units[0] ?? null;
      if (!mayDo(officer, "draft", unit)) return refused("not-allowed");
      if (given.correction !== "") return refused("correction-without-publication");
      const id = randomUUID();
      const content = await composeContent(turn, { itemId: id, given, body, textVersion: 1, former: [] });
      if (!content.ok) return content;
      const history = await turn.append({ kind: "item", id }, [{ type: "drafted", ...toEvent(content.value, { unit, application }) }]);
      return { ok: true, value: presentDone(id, history) };
    },
  );
}

/** Writes a new version. What was signed for is signed for no more; what the public sees stays until the new one is through. */
export async function reviseItem(ledger: Ledger, files: FileStore, call: ItemCall<ReviseItem>): Promise<Result<ItemDone, ItemRefusal>> {
  const { given } = call;
  const body = await keepBody(files, given.html);
  return actOnItem(ledger, "revise", call, async ({ turn, item }) => {
    if (item.state === "inReview") return refused("in-review");
    if (item.state === "archived" || item.state === "discarded") return refused("wrong-state");
    if (given.correction !== "" && item.publications.length === 0) return refused("correction-without-publication");
    const textVersion = item.content.text.version + 1;
    const content = await composeContent(turn, { itemId: call.itemId, given, body, textVersion, former: item.content.attachments });
    return content.ok ? { ok: true, value: [{ type: "revised", ...toEvent(content.value) }] } : content;
  });
}

/** Sanitises a body and keeps its pictures: slow work, done before the organ's pen is taken. */
export async function keepBody(files: FileStore, html: string): Promise<SanitisedBody> {
  const body = sanitiseBody(html);
  for (const { bytes } of body.pictures) await files.keep(bytes);
  return body;
}

export interface Composing {
  readonly itemId: string;
  readonly given: ItemDraft;
  readonly body: SanitisedBody;
  readonly textVersion: number;
  /** Attachments of the version before; what is known of their origin stays known. */
  readonly former: readonly KeptAttachment[];
}

/** Checks a draft, writes its text beside the events and gives what the event carries. */
export async function composeContent(
  turn: Turn,
  { itemId, given, body, textVersion, former }: Composing,
): Promise<Result<ItemContent, ItemRefusal>> {
  const fields = fieldsOf(given);
  if (fields.formedOn > turn.today) return refused("in-the-future");
  const begins = fields.effectiveOn ?? fields.formedOn;
  if ((fields.validUntil ?? begins) < begins || (fields.expiresOn ?? fields.formedOn) < fields.formedOn)
    return refused("dates-in-disorder");
  if (body.plain === "" && body.named.length === 0 && given.attachments.length === 0) return refused("text-empty");
  const entry = await turn.tx
    .selectFrom("catalogue_entry")
    .select(["statutory", "limit_kind", "limit_days", "closed_on", "way"])
    .where("agency_id", "=", turn.agencyId)
    .where("entry_id", "=", given.entry)
    .executeTakeFirst();
  if (entry === undefined) return refused("entry-not-found");
  if (entry.closed_on !== null) return refused("entry-closed");
  if (entry.way === "onRequest") return refused("entry-on-request");
  await keepPictureRows(turn, body);
  const attachments = await gatherAttachments(turn, given, body, former);
  if (attachments === undefined) return refused("attachment-unknown");
  await writeText(turn, { itemId, textVersion, body });
  return {
    ok: true,
    value: {
      fields,
      text: { version: textVersion, sha256: hashText(body.html) },
      attachments,
      statutory: entry.statutory,
      limit: { kind: entry.limit_kind as LimitKind, days: entry.limit_days }, // a check of the table holds it to the list
      publisher: fields.publisher === "" ? (await getAgency(turn.tx, turn.agencyId)).name : fields.publisher,
    },
  };
}

function fieldsOf(given: ItemDraft & { readonly version?: number }): ItemFields {
  const { html: _html, attachments: _attachments, version: _version, ...fields } = given;
  return fields;
}

async function keepPictureRows(turn: Turn, { pictures }: SanitisedBody): Promise<void> {
  for (const { sha256, mediaType, bytes } of pictures) {
    await keepFileRow(turn, { sha256, mediaType, size: bytes.length });
    await keepFileText(turn, sha256, "");
  }
}

async function gatherAttachments(
  turn: Turn,
  given: ItemDraft,
  { named }: SanitisedBody,
  former: readonly KeptAttachment[],
): Promise<readonly KeptAttachment[] | undefined> {
  const wanted = [
    ...given.attachments.map(({ sha256, name }) => ({ sha256, name, isInline: false })),
    ...named.map((sha256) => ({ sha256, name: "", isInline: true })),
  ];
  if (wanted.length === 0) return [];
  // Letters and papers of applicants lie in the same store; only what came in as an attachment or a picture has a text on record.
  const rows = await turn.tx
    .selectFrom("stored_file")
    .innerJoin("file_text", (join) =>
      join.onRef("file_text.agency_id", "=", "stored_file.agency_id").onRef("file_text.sha256", "=", "stored_file.sha256"),
    )
    .select(["stored_file.sha256", "size", "media_type"])
    .where("stored_file.agency_id", "=", turn.agencyId)
    .where("erased_at", "is", null)
    .where(
      "stored_file.sha256",
      "in",
      wanted.map(({ sha256 }) => sha256),
    )
    .execute();
  const attachments = wanted.flatMap(({ sha256, name, isInline }) => {
    const row = rows.find((one) => one.sha256 === sha256);
    if (row === undefined || (isInline ? !row.media_type.startsWith("image/") : !MAY_BE_ATTACHED.has(row.media_type))) return [];
    const original = former.find((one) => one.sha256 === sha256)?.original;
    return [{ sha256, name, mediaType: row.media_type, size: row.size, isInline, ...(original === undefined ? {} : { original }) }];
  });
  return attachments.length === wanted.length ? attachments : undefined;
}

async function writeText(
  turn: Turn,
  { itemId, textVersion, body }: { readonly itemId: string; readonly textVersion: number; readonly body: SanitisedBody },
): Promise<void> {
  await turn.tx
    .insertInto("item_text")
    .values({
      agency_id: turn.agencyId,
      item_id: itemId,
      text_version: textVersion,
      html: body.html,
      plain: body.plain,
      sha256: hashText(body.html),
      written_at: turn.at,
      written_by: turn.actor.kind === "person" ? turn.actor.personId : null,
    })
    .execute();
}

/** The event's payload and files. */
export function toEvent(
  content: ItemContent,
  more: Readonly<Record<string, Json | undefined>> = {},
): Pick<NewEvent, "payload" | "documents"> {
  const payload = { ...(JSON.parse(JSON.stringify(content)) as Record<string, Json>), ...more }; // JSON by its types
  return { payload, documents: [...new Set(content.attachments.map(({ sha256 }) => sha256))] };
}
