import { type AgencyRecord, listAgencies, listUnits, PLATFORM, presentHeldPost, regionListActingPosts } from "../agencies/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { listBlocks } from "../platform/attempts.ts";
import type { Identity } from "./identify.ts";
import { nameBucket } from "./limits.ts";
import { listPeopleById, listPosts, type PersonRecord, type PostRecord, type SessionRecord } from "./queries.ts";
import type { Person, Post, Session, SignedInDevice } from "./schema.ts";
import { csrfTokenOf, IDLE_MINUTES } from "./session-token.ts";

/** The session as the console is told of it; where the person works only once the sign-in is complete. */
export async function presentSession({ db, clock }: Ledger, signedIn: Identity): Promise<Session> {
  const { personId, name, signInName, hasSecondFactor, recoveryCodesLeft, stage, session } = signedIn;
  const posts = stage === "complete" ? await regionListActingPosts(db, { personId, today: clock.today() }) : [];
  const agencies = await listAgencies(db, [...new Set(posts.map(({ agencyId }) => agencyId))]);
  return {
    stage,
    csrfToken: csrfTokenOf(session.token),
    person: { id: personId, name, signInName, hasSecondFactor, recoveryCodesLeft },
    agencies: agencies.map((agency) => ({
      code: agency.code,
      name: agency.name,
      shortName: agency.short_name,
      kind: agency.kind as Session["agencies"][number]["kind"], // guarded by a check of the table
      isDemo: agency.is_demo,
      posts: posts.filter(({ agencyId }) => agencyId === agency.agency_id).map(({ agencyId: _, ...post }) => post),
    })),
    isPlatformAdministrator: posts.some(({ agencyId, role }) => agencyId === PLATFORM && role === "administrator"),
    expiresAt: session.expiresAt,
    idleMinutes: IDLE_MINUTES,
  };
}

export function presentDevice(row: SessionRecord, own: Buffer): SignedInDevice {
  return {
    id: row.token_hash.toString("hex"),
    isThis: row.token_hash.equals(own),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    device: row.device,
  };
}

/** People as an administrator of the organ sees them, with their posts in it. */
export async function presentPeople({ db, keys, clock }: Ledger, agency: AgencyRecord, people: readonly PersonRecord[]): Promise<Person[]> {
  const today = clock.today();
  const posts = await listPosts(db, agency.agency_id, { today, withEnded: true });
  const homes = new Map(
    (await listAgencies(db, [...new Set(people.map((row) => row.home_agency_id))])).map((row) => [row.agency_id, row.code]),
  );
  const buckets = new Map(people.map((row) => [row.person_id, nameBucket(keys, row.sign_in_name)]));
  const blocks = await listBlocks(db, { buckets: [...buckets.values()], at: clock.instant() });
  return people.map((row) => ({
    id: row.person_id,
    signInName: row.sign_in_name,
    name: row.name,
    email: row.email,
    isKeptHere: row.home_agency_id === agency.agency_id,
    keptBy: homes.get(row.home_agency_id) ?? "",
    disabledAt: row.disabled_at,
    mustChangePassword: row.must_change_password,
    hasSecondFactor: row.totp_confirmed_at !== null,
    lockedUntil: blocks.get(buckets.get(row.person_id) ?? "") ?? null,
    posts: posts
      .filter(({ holder_id, deputy_id }) => holder_id === row.person_id || deputy_id === row.person_id)
      .map((post) => ({ ...presentHeldPost(post, row.person_id), isEnded: post.ended_on !== null && post.ended_on <= today })),
    version: row.version,
  }));
}

/** Posts with the names of their holders, deputies and units. */
export async function presentPosts({ db, clock }: Ledger, agencyId: number, posts: readonly PostRecord[]): Promise<Post[]> {
  const today = clock.today();
  const ids = new Set(posts.flatMap(({ holder_id, deputy_id }) => (deputy_id === null ? [holder_id] : [holder_id, deputy_id])));
  const people = new Map((await listPeopleById(db, [...ids])).map((row) => [row.person_id, row]));
  const units = new Map((await listUnits(db, agencyId)).map((row) => [row.unit_id, row.name]));
  const present = (personId: string) => {
    const person = people.get(personId);
    return { id: personId, name: person?.name ?? "", isDisabled: person === undefined || person.disabled_at !== null };
  };
  return posts.map((row) => ({
    id: row.post_id,
    role: row.role as Post["role"], // guarded by a check of the table
    title: row.title,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: units.get(row.unit_id) ?? "" },
    holder: present(row.holder_id),
    deputy: row.deputy_id === null ? null : present(row.deputy_id),
    absence: row.absent_from === null ? null : { from: row.absent_from, until: row.absent_until },
    isDeputyActing:
      row.deputy_id !== null &&
      row.absent_from !== null &&
      row.absent_from <= today &&
      (row.absent_until === null || row.absent_until >= today),
    endedOn: row.ended_on,
    version: row.version,
  }));
}
