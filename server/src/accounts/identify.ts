import type { Actor, Ledger } from "../ledger/index.ts";
import { addMinutes } from "../platform/instant.ts";
import { regionNeedsSecondFactor } from "./queries.ts";
import type { Stage } from "./schema.ts";
import { hashToken, IDLE_MINUTES, type SessionToken } from "./session-token.ts";

/** Who asks: a person with a session that is still good. */
export interface Identity {
  readonly personId: string;
  readonly name: string;
  readonly signInName: string;
  /** The organ that keeps the account, and with it the sessions. */
  readonly homeAgencyId: number;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly stage: Stage;
  readonly session: SessionToken & { readonly hash: Buffer; readonly expiresAt: string };
  /** Without a role: for what concerns the person's own account. */
  readonly actor: Extract<Actor, { kind: "person" }>;
}

/** Finds whose session a token stands for; undefined when it is unknown, ended, too old, too long idle, or its person disabled. */
export async function identify({ db, clock }: Ledger, session: SessionToken): Promise<Identity | undefined> {
  const at = clock.instant();
  const hash = hashToken(session.token);
  const row = await db
    .selectFrom("session")
    .innerJoin("person", "person.person_id", "session.person_id")
    .select([
      "person.person_id",
      "person.name",
      "person.sign_in_name",
      "person.home_agency_id",
      "person.must_change_password",
      "person.totp_confirmed_at",
      "person.recovery_codes",
      "session.second_factor_at",
      "session.last_seen_at",
      "session.expires_at",
    ])
    .where("session.agency_id", "=", session.agencyId)
    .where("session.token_hash", "=", hash)
    .where("session.revoked_at", "is", null)
    .where("session.expires_at", ">", at)
    .where("session.last_seen_at", ">", addMinutes(at, -IDLE_MINUTES))
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const lately = addMinutes(at, -1);
  if (row.last_seen_at < lately) {
    await db
      .updateTable("session")
      .set({ last_seen_at: at })
      .where("agency_id", "=", session.agencyId)
      .where("token_hash", "=", hash)
      .where("last_seen_at", "<", lately)
      .execute();
  }
  const hasSecondFactor = row.totp_confirmed_at !== null;
  const needsOne = !hasSecondFactor && (await regionNeedsSecondFactor(db, row.person_id, clock.today()));
  return {
    personId: row.person_id,
    name: row.name,
    signInName: row.sign_in_name,
    homeAgencyId: row.home_agency_id,
    hasSecondFactor,
    recoveryCodesLeft: row.recovery_codes.length,
    stage: stageOf({
      owesCode: hasSecondFactor && row.second_factor_at === null,
      owesPassword: row.must_change_password,
      owesEnrolment: needsOne,
    }),
    session: { ...session, hash, expiresAt: row.expires_at },
    actor: { kind: "person", personId: row.person_id, name: row.name },
  };
}

/** What is owed first: the code, since whoever has only the password may change nothing. */
function stageOf({ owesCode, owesPassword, owesEnrolment }: { owesCode: boolean; owesPassword: boolean; owesEnrolment: boolean }): Stage {
  if (owesCode) return "secondFactor";
  if (owesPassword) return "password";
  return owesEnrolment ? "enrolment" : "complete";
}
