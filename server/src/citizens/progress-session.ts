import { type Ledger, openSecret, sealSecret } from "../ledger/index.ts";
import { type AttemptLimit, returnAttempt, takeAttempt } from "../platform/attempts.ts";
import { addMinutes } from "../platform/instant.ts";
import { keyedHash, matchesHash } from "./keyed-hash.ts";
import { agencyOfReceipt, hashCode, onlyDigits } from "./query-code.ts";

type Needs = Pick<Ledger, "db" | "keys" | "clock">;

/** An applicant who has shown number and code, until the page is left alone for half an hour. */
export interface ProgressSession {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly until: string;
}

export const SESSION_MINUTES = 30;

/** Wrong codes from one address, and for one number. A number is blocked shortly: nobody must be able to lock an applicant out. */
const BY_ADDRESS: AttemptLimit = { most: 30, windowSeconds: 15 * 60, blockSeconds: 15 * 60 };
const BY_NUMBER: AttemptLimit = { most: 10, windowSeconds: 15 * 60, blockSeconds: 10 * 60 };

export type OpenedCase =
  | { readonly ok: true; readonly session: ProgressSession }
  /** `wrong`: number or code, which is not told. `blocked`: too many tries. */
  | { readonly ok: false; readonly refusal: "wrong" | "blocked" };

/** Opens a case by receipt number and query code. Unknown number and wrong code cost the same and are told the same. */
export async function openCase(
  needs: Needs,
  { number, code, address }: { readonly number: string; readonly code: string; readonly address: string },
): Promise<OpenedCase> {
  const { db, keys, clock } = needs;
  const at = clock.instant();
  const receiptNumber = onlyDigits(number).slice(0, 20);
  const byAddress = { limit: BY_ADDRESS, bucket: `progress:address:${address}`, at };
  const byNumber = { limit: BY_NUMBER, bucket: `progress:number:${receiptNumber}`, at };
  const allowed = [await takeAttempt(db, byAddress), await takeAttempt(db, byNumber)];
  if (allowed.some(({ isAllowed }) => !isAllowed)) return { ok: false, refusal: "blocked" };
  const row = await db
    .selectFrom("application_access")
    .select(["agency_id", "application_id", "code_hash"])
    .where("agency_id", "=", agencyOfReceipt(receiptNumber) ?? -1)
    .where("receipt_number", "=", receiptNumber)
    .executeTakeFirst();
  const [agencyId, applicationId] = [row?.agency_id ?? -1, row?.application_id ?? NOBODY];
  const hash = row?.code_hash ?? hashCode(keys, -1, NOBODY, "none");
  const isRight = matchesHash(keys, "query-code", `${agencyId}:${applicationId}:${onlyDigits(code).slice(0, 20)}`, hash);
  if (row === undefined || !isRight) return { ok: false, refusal: "wrong" };
  await returnAttempt(db, byAddress);
  await returnAttempt(db, byNumber);
  return { ok: true, session: { agencyId, applicationId, receiptNumber, until: addMinutes(at, SESSION_MINUTES) } };
}

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** The session as its cookie carries it: sealed, so that nobody can make one. */
export function sealSession({ keys }: Pick<Needs, "keys">, session: ProgressSession): string {
  return sealSecret(keys, JSON.stringify(session), PURPOSE).toString("base64url");
}

const PURPOSE = "progress-session";

/** Reads a cookie's session, prolonged; undefined for one that is over, made up or for a case that is gone. */
export function readSession({ keys, clock }: Pick<Needs, "keys" | "clock">, cookie: string | undefined): ProgressSession | undefined {
  if (cookie === undefined || cookie.length > 1000) return undefined;
  try {
    const session = JSON.parse(openSecret(keys, Buffer.from(cookie, "base64url"), PURPOSE)) as ProgressSession; // sealed above
    const at = clock.instant();
    return session.until <= at ? undefined : { ...session, until: addMinutes(at, SESSION_MINUTES) };
  } catch {
    return undefined; // not ours
  }
}

/** Proves that a form was made for this session. */
export function sessionToken({ keys }: Pick<Needs, "keys">, { agencyId, applicationId, receiptNumber }: ProgressSession): string {
  return keyedHash(keys, "session-form", `${agencyId}:${applicationId}:${receiptNumber}`).toString("base64url").slice(0, 22);
}
