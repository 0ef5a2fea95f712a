import { hash, verify as verifyHash } from "@node-rs/argon2";
import { generateSecret, generateURI, verify } from "otplib";
import QRCode from "qrcode";
import { openSecret, sealSecret, type SealingKeys } from "../ledger/index.ts";
import { secondsOf } from "../platform/instant.ts";
import { makeGroups } from "./passwords.ts";
import type { Enrolment } from "./schema.ts";

const PERIOD_SECONDS = 30;
/** A telephone's clock may be off by one period either way. */
const TOLERANCE_SECONDS = 30;
const RECOVERY_CODES = 8;

/** A new secret, as it is kept. */
export function makeSecret(keys: SealingKeys, personId: string): { readonly secret: string; readonly sealed: Buffer } {
  const secret = generateSecret();
  return { secret, sealed: sealSecret(keys, secret, purposeOf(personId)) };
}

/** What an authenticator needs: the secret to type, its address, and the picture to scan. */
export async function presentSecret(secret: string, { signInName, issuer }: { signInName: string; issuer: string }): Promise<Enrolment> {
  const address = generateURI({ issuer, label: signInName, secret });
  const svg = await QRCode.toString(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret, address, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
}

/**
 * The time step of a right code; undefined for a wrong one, or one of a step not later than `lastStep`: a code works once.
 * `at`: the instant.
 */
export async function findStep(
  keys: SealingKeys,
  { personId, sealed, code, lastStep, at }: { personId: string; sealed: Buffer; code: string; lastStep: number | null; at: string },
): Promise<number | undefined> {
  const result = await verify({
    secret: openSecret(keys, sealed, purposeOf(personId)),
    token: code,
    epoch: secondsOf(at),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  if (!result.valid || !("epoch" in result)) return undefined;
  return Math.floor(result.epoch / PERIOD_SECONDS);
}

/** Codes for the day the telephone is lost: to be shown once, and their hashes to be kept. */
export async function makeRecoveryCodes(): Promise<{ readonly codes: readonly string[]; readonly hashes: readonly string[] }> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeGroups(3));
  return { codes, hashes: await Promise.all(codes.map((code) => hash(code))) };
}

/** The hash of the recovery code given, if it is one of them. */
export async function findRecoveryCode(given: string, hashes: readonly string[]): Promise<string | undefined> {
  const code = given
    .toLowerCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll(/(.{4})(?=.)/g, "$1-");
  const matches = await Promise.all(hashes.map((kept) => verifyHash(kept, code)));
  return hashes.find((_kept, index) => matches[index] === true);
}

function purposeOf(personId: string): string {
  return `totp:${personId}`;
}
