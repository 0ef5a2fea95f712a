import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from "node:crypto";
import type { Queryable } from "../platform/database/open-database.ts";

/** Keys that lie outside the database. The first one seals; all of them open. 32 bytes each. */
export interface SealingKeys {
  readonly current: Buffer;
  readonly former: readonly Buffer[];
}

export interface Sealing {
  readonly agencyId: number;
  /** What it is, such as `applicant`. Bound into the seal: data cannot be opened as something else. */
  readonly purpose: string;
  readonly content: unknown;
  /** Day on which the retention schedule erases it. */
  readonly eraseOn?: string;
  readonly at: string;
}

/** Encrypts personal data and keeps it apart from the events; gives the id that stands for it in payloads. */
export async function seal(db: Queryable, keys: SealingKeys, { agencyId, purpose, content, eraseOn, at }: Sealing): Promise<string> {
  const sealedId = randomUUID();
  await db
    .insertInto("sealed_data")
    .values({
      agency_id: agencyId,
      sealed_id: sealedId,
      purpose,
      key_id: keyId(keys.current),
      ciphertext: encrypt(keys.current, JSON.stringify(content), bindTo(agencyId, sealedId, purpose)),
      sealed_at: at,
      erase_on: eraseOn ?? null,
    })
    .execute();
  return sealedId;
}

/** Opens sealed data; undefined when it was erased or never was. Whoever calls this records that it was opened. */
export async function openSealed(
  db: Queryable,
  keys: SealingKeys,
  { agencyId, sealedId, purpose }: { readonly agencyId: number; readonly sealedId: string; readonly purpose: string },
): Promise<unknown> {
  const row = await db
    .selectFrom("sealed_data")
    .select(["key_id", "ciphertext"])
    .where("agency_id", "=", agencyId)
    .where("sealed_id", "=", sealedId)
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  if (row?.ciphertext === undefined || row.ciphertext === null) return undefined;
  const key = [keys.current, ...keys.former].find((candidate) => keyId(candidate) === row.key_id);
  if (key === undefined) throw new Error(`No key ${row.key_id} to open sealed data: was the key file replaced?`);
  return JSON.parse(decrypt(key, row.ciphertext, bindTo(agencyId, sealedId, purpose)));
}

/** Erases the content for good; the row stays and says when. */
export async function eraseSealed(db: Queryable, agencyId: number, sealedId: string, at: string): Promise<void> {
  await db
    .updateTable("sealed_data")
    .set({ ciphertext: null, erased_at: at })
    .where("agency_id", "=", agencyId)
    .where("sealed_id", "=", sealedId)
    .where("erased_at", "is", null)
    .execute();
}

/** Seals a short secret that stands in a column of its own, such as the key of a second factor. */
export function sealSecret(keys: SealingKeys, secret: string, purpose: string): Buffer {
  return Buffer.concat([Buffer.from(keyId(keys.current), "hex"), encrypt(keys.current, secret, purpose)]);
}

export function openSecret(keys: SealingKeys, sealed: Buffer, purpose: string): string {
  const id = sealed.subarray(0, 8).toString("hex");
  const key = [keys.current, ...keys.former].find((candidate) => keyId(candidate) === id);
  if (key === undefined) throw new Error(`No key ${id} to open a sealed secret: was the key file replaced?`);
  return decrypt(key, sealed.subarray(8), purpose);
}

/** Names a key without telling it. */
export function keyId(key: Buffer): string {
  return createHash("sha256").update("gongkai-key").update(key).digest("hex").slice(0, 16);
}

function bindTo(agencyId: number, sealedId: string, purpose: string): string {
  return `${agencyId}:${sealedId}:${purpose}`;
}

const NONCE = 12;
const TAG = 16;

function encrypt(key: Buffer, text: string, bound: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}
