import { plainDate, type Result } from "@gongkai/statute";
import { type Ledger, readHistory } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { applyMasks, cleanFile, type Finding, mapHtml, type Misprint, replaceInSource, type Rule, screenText } from "../screening/index.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import { composeContent, keepBody, toEvent } from "./draft-item.ts";
import { foldItem } from "./fold-item.ts";
import type { ItemFields, KeptAttachment } from "./item-content.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import type { Readers } from "./keep-attachment.ts";
import { keepFileRow, keepFileText } from "./keep-file.ts";
import { findFindings, findHtml, listMisprints, screenItem } from "./screen-item.ts";
import type { ItemDone, MaskFindings } from "./schema.ts";

/** Findings that cleaning a file takes away. */
const CLEANED: ReadonlySet<Rule> = new Set(["comment", "trackedChange", "hiddenText", "hiddenSheet", "hiddenCells", "metadata"]);
const MASKABLE_FIELDS = ["title", "summary", "correction", "source", "audience", "topic"] as const satisfies readonly (keyof ItemFields)[];
/** Fields whose wording is for a person to change. */
const FIXED_FIELDS: ReadonlySet<string> = new Set(["documentNumber", "keywords", "publisher", "attachmentName"]);

export interface MaskServices {
  readonly files: FileStore;
  readonly readers: Readers;
}

/**
 * Masks findings for good: in a new version of the text, in the fields, and in attachments that are written anew without what
 * is hidden in them. The file as it came in is kept, but is no attachment any more. Screens the result.
 */
export async function maskFindings(
  ledger: Ledger,
  { files, readers }: MaskServices,
  call: ItemCall<MaskFindings>,
): Promise<Result<ItemDone, ItemRefusal>> {
  const { agencyId, itemId, given, officer } = call;
  const item = foldItem(await readHistory(ledger.db, agencyId, { kind: "item", id: itemId }));
  if (item === undefined) return refused("not-found");
  const findings = await findFindings(ledger.db, { agencyId, itemId, contentHash: item.contentHash });
  if (findings === undefined) return refused("not-screened");
  const wanted = new Set(given.fingerprints);
  const chosen = findings.filter(({ fingerprint }) => wanted.has(fingerprint));
  if (new Set(chosen.map(({ fingerprint }) => fingerprint)).size !== wanted.size) return refused("finding-not-found");
  if (chosen.some(({ rule, replacement, source }) => (replacement === null && !CLEANED.has(rule)) || FIXED_FIELDS.has(source)))
    return refused("cannot-mask");
  const html = await findHtml(ledger.db, { agencyId, itemId, textVersion: item.content.text.version });
  if (html === undefined) return refused("text-erased");

  const misprints = await listMisprints(ledger.db, agencyId);
  const fields = maskFields(item.content.fields, wanted, misprints);
  const body = await keepBody(files, maskHtml(html, chosen));
  const cleaned = await cleanAttachments(files, ledger, { agencyId, attachments: item.content.attachments, chosen, wanted, misprints });
  if (cleaned === undefined) return refused("cannot-mask");
  const texts = new Map<string, string>();
  for (const { bytes, to } of cleaned) texts.set(to.sha256, await readers.read(bytes, to.name));

  const done = await actOnItem(ledger, "mask", call, async ({ turn, item: now }) => {
    if (now.state === "inReview") return refused("in-review");
    if (now.state === "archived" || now.state === "discarded") return refused("wrong-state");
    for (const { to } of cleaned) {
      await keepFileRow(turn, to);
      await keepFileText(turn, to.sha256, texts.get(to.sha256) ?? "");
    }
    const former = now.content.attachments.map((one) => cleaned.find(({ from }) => from === one.sha256)?.to ?? one);
    const draft = {
      ...fields,
      formedOn: plainDate(fields.formedOn),
      html: body.html,
      attachments: former.filter(({ isInline }) => !isInline).map(({ sha256, name }) => ({ sha256, name })),
    };
    const content = await composeContent(turn, { itemId, given: draft, body, textVersion: now.content.text.version + 1, former });
    return content.ok ? { ok: true, value: [{ type: "revised", ...toEvent(content.value, { masked: wanted.size }) }] } : content;
  });
  if (!done.ok) return done;
  return screenItem(ledger, files, { agencyId, itemId, officer, given: { version: done.value.version } });
}

function maskFields(fields: ItemFields, wanted: ReadonlySet<string>, misprints: readonly Misprint[]): ItemFields {
  const mask = (source: string, text: string) => applyMasks(text, screenText(source, text, { misprints }), wanted);
  const masked = Object.fromEntries(MASKABLE_FIELDS.map((name) => [name, mask(name, fields[name])]));
  return { ...fields, ...masked };
}

/** The positions are those of the screened text, which is this very HTML's. */
function maskHtml(html: string, chosen: readonly Finding[]): string {
  const replacements = chosen.flatMap(({ source, start, end, replacement }) =>
    source === "body" && replacement !== null && end > start ? [{ start, end, replacement }] : [],
  );
  return replacements.length === 0 ? html : replaceInSource(html, mapHtml(html), replacements);
}

interface Cleaned {
  readonly from: string;
  readonly to: KeptAttachment;
  readonly bytes: Uint8Array;
}

async function cleanAttachments(
  files: FileStore,
  ledger: Ledger,
  about: {
    readonly agencyId: number;
    readonly attachments: readonly KeptAttachment[];
    readonly chosen: readonly Finding[];
    readonly wanted: ReadonlySet<string>;
    readonly misprints: readonly Misprint[];
  },
): Promise<readonly Cleaned[] | undefined> {
  const { agencyId, attachments, chosen, wanted, misprints } = about;
  const cleaned: Cleaned[] = [];
  for (const attachment of attachments) {
    if (attachment.isInline || !chosen.some(({ source }) => source === attachment.name)) continue;
    const bytes = await files.find(attachment.sha256);
    if (bytes === undefined) throw new Error(`The attachment ${attachment.sha256} is not in the file store.`);
    const { text = "" } =
      (await ledger.db
        .selectFrom("file_text")
        .select("text")
        .where("agency_id", "=", agencyId)
        .where("sha256", "=", attachment.sha256)
        .executeTakeFirst()) ?? {};
    const clean = cleanFile({ ...attachment, bytes, text }, wanted, { misprints });
    if (clean === undefined) return undefined;
    const sha256 = await files.keep(clean);
    cleaned.push({
      from: attachment.sha256,
      bytes: clean,
      to: { ...attachment, sha256, size: clean.length, original: attachment.original ?? attachment.sha256 },
    });
  }
  return cleaned;
}
