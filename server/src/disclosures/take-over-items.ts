import { randomUUID } from "node:crypto";
import { getAgency } from "../agencies/index.ts";
import { type AppendedStream, type ContinuedSeries, continueAbove, type Json, type SealingKeys, type Turn } from "../ledger/index.ts";
import { addMinutes } from "../platform/instant.ts";
import type { Finding } from "../screening/index.ts";
import { toEvent } from "./draft-item.ts";
import type { Origin, TakenOverPayload } from "./fold-item.ts";
import { type IndexNumberSettings, indexNumberOf, issueIndexNumber, listTakenIndexNumbers, parseIndexNumber } from "./index-number.ts";
import {
  contentHashOf,
  type EntryLimit,
  hashRecord,
  hashText,
  type ItemContent,
  type ItemFields,
  type Mark,
  orNull,
  recordOf,
} from "./item-content.ts";
import { keepFileRow, keepFileText } from "./keep-file.ts";
import type { SanitisedBody } from "./sanitise-body.ts";
import { keyFinding } from "./screen-item.ts";
import { openSigner } from "./sign-record.ts";

/** A file of an item that is taken over; its bytes lie in the file store already. */
export interface TakenFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly text: string;
}

/** An item as it was public elsewhere: read, cleaned and screened before the organ's pen is taken. */
export interface ItemFromElsewhere {
  readonly row: number;
  readonly fields: ItemFields;
  readonly publisher: string;
  readonly statutory: string;
  readonly limit: EntryLimit;
  readonly body: SanitisedBody;
  readonly files: readonly TakenFile[];
  readonly validity: TakenOverPayload["validity"];
  readonly origin: Omit<Origin, "import" | "row" | "review">;
  readonly findings: readonly Finding[];
}

export interface TakenItem {
  readonly row: number;
  readonly id: string;
  /** Version of its stream. */
  readonly version: number;
  /** draft: screening found what stands in the way; it goes through review like any other. */
  readonly outcome: "taken" | "draft";
}

export interface TakingOver {
  readonly importId: string;
  /** How the items were reviewed when they were first published. */
  readonly review: string;
  readonly items: readonly ItemFromElsewhere[];
}

const MARK: Mark = { attribute: "proactive", reason: "", basis: "移入前已经主动公开", reviewAgainOn: null, inheritedFrom: null };

/**
 * Takes items over within a command: as public on the day they were first published, under their old index numbers; those in
 * which screening found what may not go out become drafts, and nothing of them is public. Series of index numbers go on above
 * what was brought in. The caller asks policy, and knows that no number or address is there already.
 */
export async function takeOverItems(
  turn: Turn,
  keys: SealingKeys,
  { importId, review, items }: TakingOver,
): Promise<{ readonly taken: readonly TakenItem[]; readonly continued: readonly ContinuedSeries[] }> {
  const agency = await getAgency(turn.tx, turn.agencyId);
  const settings = indexNumberOf(agency.settings, agency.code);
  const continued = await continueSeries(turn, settings, items);
  const signer = await openSigner(turn, keys);
  const given = await listTakenIndexNumbers(
    turn.tx,
    turn.agencyId,
    items.map(({ origin }) => origin.indexNumber),
  );
  const streams: (AppendedStream & { readonly row: number; readonly outcome: TakenItem["outcome"] })[] = [];
  const screenings: { readonly id: string; readonly contentHash: string; readonly findings: readonly Finding[] }[] = [];
  for (const item of items) {
    const id = randomUUID();
    const content = contentOf(item);
    const origin: Origin = { ...item.origin, review, import: importId, row: item.row };
    const blocking = item.findings
      .filter(({ severity }) => severity === "block")
      .map(({ fingerprint }) => keyFinding(keys, id, fingerprint, new Map()));
    const isDraft = blocking.length > 0;
    const contentHash = contentHashOf(content, isDraft ? null : MARK.attribute);
    const warnings = item.findings.filter(({ severity }) => severity === "warn").length;
    const screened = { contentHash, blocking: [...new Set(blocking)], warnings };
    if (item.findings.length > 0) screenings.push({ id, contentHash, findings: item.findings });
    const stream = { id, isNew: true, row: item.row };
    if (isDraft) {
      const drafted = { type: "drafted", ...toEvent(content, { unit: null, origin: { ...origin } }) };
      streams.push({ ...stream, outcome: "draft", events: [drafted, { type: "screened", payload: screened }] });
      continue;
    }
    const old = origin.indexNumber;
    const indexNumber =
      old === "" || given.has(old) ? await issueIndexNumber(turn, { kind: "item", id }, { settings, statutory: item.statutory }) : old;
    const publishedAt = addMinutes(`${origin.publishedOn}T00:00:00.000Z`, -8 * 60); // the day begins in Asia/Shanghai
    const takenOver = { on: turn.today, address: orNull(origin.address) };
    const hash = hashRecord(recordOf(content, { organ: agency.code, item: id, publicVersion: 1, publishedAt, indexNumber, takenOver }));
    const publication = { publicVersion: 1, indexNumber, publishedAt, contentHash, hash, ...signer(hash) };
    const payload = { origin, mark: MARK, publication, screened, validity: item.validity } satisfies TakenOverPayload;
    const more = { unit: null, ...(JSON.parse(JSON.stringify(payload)) as Record<string, Json>) }; // JSON by its types
    streams.push({ ...stream, outcome: "taken", events: [{ type: "takenOver", ...toEvent(content, more) }] });
  }
  await keepFiles(turn, items);
  await writeTexts(turn, streams, items);
  if (screenings.length > 0)
    await turn.tx
      .insertInto("item_screening")
      .values(
        screenings.map(({ id, contentHash, findings }) => ({
          agency_id: turn.agencyId,
          item_id: id,
          content_hash: contentHash,
          findings: JSON.stringify(findings),
          screened_at: turn.at,
        })),
      )
      .execute();
  await turn.appendAll("item", streams);
  return { taken: streams.map(({ row, id, events, outcome }) => ({ row, id, version: events.length, outcome })), continued };
}

/** Takes back items nothing has happened to since; gives their ids. They leave no stub: at their old address they stand as before. */
export async function takeBackItems(
  turn: Turn,
  { importId, items }: { readonly importId: string; readonly items: readonly { readonly id: string; readonly version: number }[] },
): Promise<readonly string[]> {
  if (items.length === 0) return [];
  const rows = await turn.tx
    .selectFrom("item")
    .select(["item_id", "version"])
    .where("agency_id", "=", turn.agencyId)
    .where(
      "item_id",
      "in",
      items.map(({ id }) => id),
    )
    .execute();
  const now = new Map(rows.map(({ item_id, version }) => [item_id, version]));
  const ids = items.flatMap(({ id, version }) => (now.get(id) === version ? [id] : []));
  if (ids.length === 0) return [];
  for (const table of ["item_text", "item_screening"] as const)
    await turn.tx.deleteFrom(table).where("agency_id", "=", turn.agencyId).where("item_id", "in", ids).execute();
  await turn.appendAll(
    "item",
    ids.map((id) => ({ id, events: [{ type: "takenBack", payload: { import: importId } }] })),
  );
  return ids;
}

function contentOf({ fields, body, files, statutory, limit, publisher }: ItemFromElsewhere): ItemContent {
  const pictures = body.pictures.map(({ sha256, mediaType, bytes }) => ({
    sha256,
    name: "",
    mediaType,
    size: bytes.length,
    isInline: true,
  }));
  return {
    fields,
    text: { version: 1, sha256: hashText(body.html) },
    attachments: [...files.map(({ sha256, name, mediaType, size }) => ({ sha256, name, mediaType, size, isInline: false })), ...pictures],
    statutory,
    limit,
    publisher,
  };
}

/** Numbers the organ's own template would print are not given again: their series goes on above them. */
async function continueSeries(
  turn: Turn,
  settings: IndexNumberSettings,
  items: readonly ItemFromElsewhere[],
): Promise<readonly ContinuedSeries[]> {
  const highest = new Map<number, number>();
  for (const { origin } of items) {
    const parts = parseIndexNumber(settings, origin.indexNumber);
    if (parts !== undefined) highest.set(parts.year, Math.max(parts.serial, highest.get(parts.year) ?? 0));
  }
  const continued: ContinuedSeries[] = [];
  for (const [year, number] of highest) {
    const moved = await continueAbove(turn.tx, { agencyId: turn.agencyId, series: "index", year, number });
    if (moved !== undefined) continued.push(moved);
  }
  return continued;
}

async function keepFiles(turn: Turn, items: readonly ItemFromElsewhere[]): Promise<void> {
  for (const { files, body } of items) {
    for (const { text, ...file } of files) {
      await keepFileRow(turn, file);
      await keepFileText(turn, file.sha256, text);
    }
    for (const { sha256, mediaType, bytes } of body.pictures) {
      await keepFileRow(turn, { sha256, mediaType, size: bytes.length });
      await keepFileText(turn, sha256, "");
    }
  }
}

async function writeTexts(turn: Turn, streams: readonly AppendedStream[], items: readonly ItemFromElsewhere[]): Promise<void> {
  const values = items.flatMap(({ body }, index) => {
    const id = streams[index]?.id;
    return id === undefined
      ? []
      : [
          {
            agency_id: turn.agencyId,
            item_id: id,
            text_version: 1,
            html: body.html,
            plain: body.plain,
            sha256: hashText(body.html),
            written_at: turn.at,
            written_by: turn.actor.kind === "person" ? turn.actor.personId : null,
          },
        ];
  });
  if (values.length > 0) await turn.tx.insertInto("item_text").values(values).execute();
}
