import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, verify } from "node:crypto";
import { openSecret, type SealingKeys, sealSecret, type Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";

export interface Signed {
  /** Base64. */
  readonly signature: string;
  readonly keyId: string;
}

/** Signs a hash with the organ's key, which is made when it is first needed. */
export async function signHash(turn: Turn, keys: SealingKeys, hash: string): Promise<Signed> {
  return (await openSigner(turn, keys))(hash);
}

/** The organ's key, opened once for many hashes. */
export async function openSigner(turn: Turn, keys: SealingKeys): Promise<(hash: string) => Signed> {
  const found = await turn.tx
    .selectFrom("signing_key")
    .select(["key_id", "sealed_private"])
    .where("agency_id", "=", turn.agencyId)
    .where("retired_at", "is", null)
    .executeTakeFirst();
  const { key_id: keyId, sealed_private: sealed } = found ?? (await makeKey(turn, keys));
  const secret = Buffer.from(openSecret(keys, sealed, purposeOf(turn.agencyId, keyId)), "base64");
  const privateKey = createPrivateKey({ key: secret, format: "der", type: "pkcs8" });
  return (hash) => ({ keyId, signature: sign(null, Buffer.from(hash, "hex"), privateKey).toString("base64") });
}

async function makeKey(turn: Turn, keys: SealingKeys): Promise<{ readonly key_id: string; readonly sealed_private: Buffer }> {
  const keyId = randomUUID();
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const secret = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const sealed = sealSecret(keys, secret, purposeOf(turn.agencyId, keyId));
  const printed = publicKey.export({ format: "der", type: "spki" }).toString("base64");
  await turn.tx
    .insertInto("signing_key")
    .values({ agency_id: turn.agencyId, key_id: keyId, public_key: printed, sealed_private: sealed, made_at: turn.at })
    .execute();
  await turn.append({ kind: "signingKey", id: keyId }, [{ type: "made", payload: { publicKey: printed, algorithm: "Ed25519" } }]);
  return { key_id: keyId, sealed_private: sealed };
}

function purposeOf(agencyId: number, keyId: string): string {
  return `signing-key:${agencyId}:${keyId}`;
}

/** Whether a signature belongs to a hash. `publicKey`: SPKI in base64. */
export function isSignatureOf(hash: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, Buffer.from(hash, "hex"), key, Buffer.from(signature, "base64"));
  } catch {
    return false; // a key or signature that cannot be read proves nothing
  }
}

/** The organ's public keys, the one in use first: for the page that tells how to verify. */
export function listPublicKeys(db: Queryable, agencyId: number) {
  return db
    .selectFrom("signing_key")
    .select(["key_id", "public_key", "made_at", "retired_at"])
    .where("agency_id", "=", agencyId)
    .orderBy((eb) => eb("retired_at", "is not", null))
    .orderBy("made_at", "desc")
    .execute();
}

/** The organ's key signs no more; the next publication makes another. What it signed can still be verified. */
export async function retireKey(turn: Turn): Promise<void> {
  const row = await turn.tx
    .updateTable("signing_key")
    .set({ retired_at: turn.at })
    .where("agency_id", "=", turn.agencyId)
    .where("retired_at", "is", null)
    .returning("key_id")
    .executeTakeFirst();
  if (row !== undefined) await turn.append({ kind: "signingKey", id: row.key_id }, [{ type: "retired" }]);
}
