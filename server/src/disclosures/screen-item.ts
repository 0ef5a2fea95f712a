import { settingsOf } from "../agencies/index.ts";
import { createHmac } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { type Ledger, readHistory, type SealingKeys } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import {
  type Finding,
  findInFile,
  mapHtml,
  type Misprint,
  MISPRINTS,
  type ScreenedFile,
  screenFile,
  screenText,
} from "../screening/index.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import { foldItem, type ItemStanding } from "./fold-item.ts";
import type { ItemContent } from "./item-content.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { mayClearMarks } from "./policy.ts";
import type { ItemAct, ItemDone, JudgeFinding } from "./schema.ts";

/** Looks through everything that would become public: fields, text, attachments with what is hidden in them. */
export async function screenItem(ledger: Ledger, files: FileStore, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  const { agencyId, itemId } = call;
  const before = foldItem(await readHistory(ledger.db, agencyId, { kind: "item", id: itemId }));
  if (before === undefined) return refused("not-found");
  const { content, contentHash } = before;
  const misprints = await listMisprints(ledger.db, agencyId);
  const html = await findHtml(ledger.db, { agencyId, itemId, textVersion: content.text.version });
  if (html === undefined) return refused("text-erased");
  const findings = await screenContent(ledger.db, files, { agencyId, content, html, misprints });
  return actOnItem(ledger, "screen", call, async ({ turn, item }) => {
    if (item.contentHash !== contentHash) return refused("changed-meanwhile");
    if (item.state === "archived" || item.state === "discarded") return refused("wrong-state");
    const row = { findings: JSON.stringify(findings), screened_at: turn.at };
    await turn.tx
      .insertInto("item_screening")
      .values({ agency_id: agencyId, item_id: itemId, content_hash: contentHash, ...row })
      .onConflict((conflict) => conflict.columns(["agency_id", "item_id", "content_hash"]).doUpdateSet(row))
      .execute();
    const keyOf = (finding: Finding) => keyFinding(ledger.keys, itemId, finding.fingerprint, item.judged);
    const blocking = [...new Set(findings.filter(({ severity }) => severity === "block").map(keyOf))];
    const warnings = findings.filter(({ severity }) => severity === "warn").length;
    return { ok: true, value: [{ type: "screened", payload: { contentHash, blocking, warnings } }] };
  });
}

/** A person answers for a finding: why it may stand. The verdict holds for the finding wherever it is found again. */
export function judgeFinding(ledger: Ledger, call: ItemCall<JudgeFinding>): Promise<Result<ItemDone, ItemRefusal>> {
  const { fingerprint, reason } = call.given;
  return actOnItem(ledger, "judge", call, async ({ turn, item }) => {
    const findings = await findFindings(turn.tx, { agencyId: call.agencyId, itemId: call.itemId, contentHash: item.contentHash });
    const finding = findings?.find((one) => one.fingerprint === fingerprint);
    if (finding === undefined) return refused("finding-not-found");
    const isMark = finding.rule === "secrecyMark" || finding.rule === "internalMark";
    if (isMark && !mayClearMarks(call.officer)) return refused("needs-secrecy-reviewer");
    const key = keyFinding(ledger.keys, call.itemId, fingerprint, item.judged);
    return { ok: true, value: [{ type: "judged", payload: { key, rule: finding.rule, reason } }] };
  });
}

/**
 * What stands for a finding in the ledger: keyed, since a fingerprint alone would let anyone try all telephone numbers. A key
 * under which the finding was judged before stays its key when the sealing key has been changed.
 */
export function keyFinding(keys: SealingKeys, itemId: string, fingerprint: string, judged: ItemStanding["judged"]): string {
  const candidates = [keys.current, ...keys.former].map((key) =>
    createHmac("sha256", key).update(`finding:${itemId}:${fingerprint}`).digest("base64url").slice(0, 24),
  );
  return candidates.find((key) => judged.has(key)) ?? candidates[0] ?? "";
}

/** Screens a content as it would be published. */
export async function screenContent(
  db: Queryable,
  files: FileStore,
  about: { readonly agencyId: number; readonly content: ItemContent; readonly html: string; readonly misprints: readonly Misprint[] },
): Promise<readonly Finding[]> {
  const { agencyId, content, html, misprints } = about;
  const findings = [...screenWords(content, html, misprints)];
  for (const { sha256, name, mediaType, isInline } of content.attachments) {
    if (isInline) continue;
    const bytes = await files.find(sha256);
    if (bytes === undefined) throw new Error(`The attachment ${sha256} is not in the file store.`);
    findings.push(...screenAttachment({ name, mediaType, bytes, text: await findFileText(db, agencyId, sha256) }, misprints));
  }
  return findings;
}

/** Fields and text, without attachments. */
export function screenWords(
  content: Pick<ItemContent, "fields" | "publisher">,
  html: string,
  misprints: readonly Misprint[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [source, text] of textFields(content)) findings.push(...screenText(source, text, { misprints }));
  findings.push(...screenText("body", mapHtml(html).text, { misprints }));
  if (/<img(?![^>]*\salt="[^"]+")/.test(html)) {
    const detection = {
      rule: "unreadable",
      severity: "warn",
      reason: "正文中有图片没有替代文字。",
      suggestion: "为图片填写说明，方便视力障碍者了解内容。",
    } as const;
    findings.push(findInFile("body", detection, "图片"));
  }
  return findings;
}

/** An attachment with its name. */
export function screenAttachment(file: ScreenedFile, misprints: readonly Misprint[]): readonly Finding[] {
  return [...screenText("attachmentName", file.name, { misprints }), ...screenFile(file, { misprints })];
}

/** Fields the public sees, by name. */
export function textFields({ fields, publisher }: Pick<ItemContent, "fields" | "publisher">): readonly (readonly [string, string])[] {
  const { title, summary, documentNumber, topic, keywords, source, audience, correction } = fields;
  return Object.entries({
    title,
    summary,
    documentNumber,
    topic,
    keywords: keywords.join("；"),
    publisher,
    source,
    audience,
    correction,
  }).filter(([, text]) => text !== "");
}

/** The organ's list: what comes with the program, less what it struck out, and its own (`misprints` of its settings). */
export async function listMisprints(db: Queryable, agencyId: number): Promise<readonly Misprint[]> {
  const { settings } = await db.selectFrom("agency").select("settings").where("agency_id", "=", agencyId).executeTakeFirstOrThrow();
  const lines = settingsOf(settings).misprints ?? [];
  const struck = new Set(lines.filter(({ wrong, right }) => wrong === right).map(({ wrong }) => wrong));
  const changed = new Set(lines.map(({ wrong }) => wrong));
  return [...MISPRINTS.filter(({ wrong }) => !changed.has(wrong)), ...lines.filter(({ wrong }) => !struck.has(wrong))];
}

export async function findHtml(
  db: Queryable,
  { agencyId, itemId, textVersion }: { readonly agencyId: number; readonly itemId: string; readonly textVersion: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("item_text")
    .select("html")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("text_version", "=", textVersion)
    .executeTakeFirst();
  return row?.html ?? undefined;
}

async function findFileText(db: Queryable, agencyId: number, sha256: string): Promise<string> {
  const row = await db
    .selectFrom("file_text")
    .select("text")
    .where("agency_id", "=", agencyId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row?.text ?? "";
}

/** What the screening of a content found; undefined when it was not screened, or was erased. */
export async function findFindings(
  db: Queryable,
  { agencyId, itemId, contentHash }: { readonly agencyId: number; readonly itemId: string; readonly contentHash: string },
): Promise<readonly Finding[] | undefined> {
  const row = await db
    .selectFrom("item_screening")
    .select("findings")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("content_hash", "=", contentHash)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.findings as unknown as readonly Finding[]); // screenItem wrote them
}
