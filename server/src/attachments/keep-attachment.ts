import { randomUUID } from "node:crypto";
import type { ReaderPool } from "@gongkai/document/read";
import type { Result } from "@gongkai/statute";
import { type Selectable, sql } from "kysely";
import { mayRead, type Officer } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, openSealed, openSecret, runCommand, sealSecret } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";
import type { AttachmentRow } from "../platform/database/row-types.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { fileKindOf, safeName } from "./file-kinds.ts";
import { findHidden, type HiddenFinding } from "./find-hidden.ts";

export interface AttachmentStores {
  readonly ledger: Ledger;
  readonly files: FileStore;
}

export type AttachmentRecord = Selectable<AttachmentRow>;
export type AttachmentRefusal = CommonRefusal | "file-empty" | "file-type" | "not-found" | "erased";

export const ATTACHMENT_REFUSALS = {
  "not-allowed": { status: 403, message: "附件由办理案件的人员上传和查看。" },
  "file-empty": { status: 422, message: "文件是空的，请重新选择。" },
  "file-type": {
    status: 415,
    message: "不能接收这种文件。可以上传 PDF、JPG、PNG、TIFF、Word、Excel、WPS 和纯文本文件；含有宏的文件请另存后再上传。",
  },
  "not-found": { status: 404, message: "没有找到这个文件，或者它不属于您可以查看的案件。" },
  erased: { status: 410, message: "文件已按保存期限清除。" },
  "changed-meanwhile": { status: 409, message: "请刷新页面后重新提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
} as const satisfies Record<AttachmentRefusal, RefusalWords>;

export interface NewAttachment {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly belongsTo: "office" | "applicant";
}

export type KeptAttachment = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
};

export const SEALED_ATTACHMENT = "application/vnd.gongkai.attachment+sealed";

/** Takes a file in that an act will name: judged by its content, an applicant's encrypted. Until an event or a draft names it, nobody can fetch it. */
export async function keepAttachment(
  { ledger, files }: AttachmentStores,
  readers: Pick<ReaderPool, "read">,
  { agencyId, officer, name, bytes, belongsTo }: NewAttachment,
): Promise<Result<KeptAttachment, AttachmentRefusal>> {
  if (bytes.length === 0) return { ok: false, refusal: "file-empty" };
  const mediaType = await fileKindOf(bytes);
  if (mediaType === undefined) return { ok: false, refusal: "file-type" };
  const shown = safeName(name, mediaType);
  const findings: readonly HiddenFinding[] = mayRead(officer) ? await findHidden(readers, { name: shown, mediaType, bytes }) : [];
  const sealId = belongsTo === "applicant" ? randomUUID() : null;
  const stored = sealId === null ? bytes : sealSecret(ledger.keys, Buffer.from(bytes).toString("base64"), purposeOf(agencyId, sealId));
  const allowed = mayRead(officer);
  const sha256 = allowed ? await files.keep(stored) : "";
  const kept = await runCommand<KeptAttachment, AttachmentRefusal>(
    ledger,
    { command: "attachment:keep", agencyId, actor: officer.actor },
    async (turn) => {
      if (!allowed) return { ok: false, refusal: "not-allowed" };
      await turn.tx
        .insertInto("stored_file")
        .values({
          agency_id: agencyId,
          sha256,
          size: stored.length,
          media_type: sealId === null ? mediaType : SEALED_ATTACHMENT,
          stored_at: turn.at,
        })
        .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doUpdateSet({ erased_at: null, stored_at: turn.at }))
        .execute();
      await turn.tx
        .insertInto("attachment")
        .values({
          agency_id: agencyId,
          sha256,
          belongs_to: belongsTo,
          name: sealId === null ? shown : null,
          sealed_name: sealId === null ? null : await turn.seal({ purpose: "file-name", content: shown }),
          seal_id: sealId,
          media_type: mediaType,
          size: bytes.length,
          findings: JSON.stringify(findings),
          added_at: turn.at,
          added_by: officer.actor.kind === "person" ? officer.actor.personId : null,
        })
        .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doNothing()) // the same bytes of the office again
        .execute();
      return { ok: true, value: { sha256, name: shown, mediaType, size: bytes.length, findings: findings.map((one) => ({ ...one })) } };
    },
  );
  // The same bytes may have been on their way out as unused until our row stood.
  if (kept.ok) await files.keep(stored);
  return kept;
}

export interface OpenedAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Opens a file that an event of a case names, or a draft keeps; that of an applicant leaves a record of who looked. */
export async function openAttachment(
  { ledger, files }: AttachmentStores,
  { agencyId, officer, sha256 }: { readonly agencyId: number; readonly officer: Officer; readonly sha256: string },
): Promise<Result<OpenedAttachment, AttachmentRefusal>> {
  const { db, keys } = ledger;
  const row = await db
    .selectFrom("attachment")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, refusal: "not-found" };
  if (!mayRead(officer)) return { ok: false, refusal: "not-allowed" };
  const bearer = await findBearer(ledger, agencyId, sha256);
  if (bearer === undefined) return { ok: false, refusal: "not-found" };
  const bytes = await files.find(sha256);
  if (bytes === undefined) return { ok: false, refusal: "erased" };
  if (row.seal_id === null)
    return { ok: true, value: { name: row.name ?? safeName("", row.media_type), mediaType: row.media_type, bytes } };
  const opened = await runCommand<null, AttachmentRefusal>(
    ledger,
    { command: "attachment:open", agencyId, actor: officer.actor },
    async (turn) => {
      if (officer.actor.kind !== "person") return { ok: false, refusal: "not-allowed" };
      await turn.append({ kind: "access", id: officer.actor.personId }, [
        { type: "attachmentOpened", payload: { sha256, [bearer.kind]: bearer.id } },
      ]);
      return { ok: true, value: null };
    },
  );
  if (!opened.ok) return opened;
  const name = await openSealed(db, keys, { agencyId, sealedId: row.sealed_name ?? "", purpose: "file-name" });
  const plain = Buffer.from(openSecret(keys, bytes, purposeOf(agencyId, row.seal_id)), "base64");
  return {
    ok: true,
    value: { name: typeof name === "string" ? name : safeName("", row.media_type), mediaType: row.media_type, bytes: plain },
  };
}

const CASES = ["application", "remedy", "ownRecord"];

/** The case in whose history a file stands, or the draft that keeps it. */
async function findBearer(
  { db }: Ledger,
  agencyId: number,
  sha256: string,
): Promise<{ readonly kind: string; readonly id: string } | undefined> {
  const { rows } = await sql<{ stream_kind: string; stream_id: string }>`
    select stream_kind, stream_id from event
    where agency_id = ${agencyId} and documents <> '{}' and documents @> array[${sha256}::text] and stream_kind = any(${CASES}::text[])
    union all
    select 'letter', letter_id from letter
    where agency_id = ${agencyId} and documents is not null and (released || documents) @> array[${sha256}::text]
    limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { kind: row.stream_kind, id: row.stream_id };
}

function purposeOf(agencyId: number, sealId: string): string {
  return `attachment:${agencyId}:${sealId}`;
}
