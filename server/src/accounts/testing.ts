import { randomUUID } from "node:crypto";
import { addAgency, AGENCY_PROJECTIONS, agencyRoutes, PLATFORM, type PostRole, POST_ROLE_WORDS, POST_ROLES } from "../agencies/index.ts";
import { type Ledger, type Projection, runCommand } from "../ledger/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { App } from "../platform/http.ts";
import { addMinutes } from "../platform/instant.ts";
import type { Settings } from "../settings.ts";
import type { Slice } from "../slices.ts";
import { aKey, anApp } from "../testing.ts";
import { writeNewPerson } from "./add-person.ts";
import { authorise } from "./authorise.ts";
import { givePost } from "./give-post.ts";
import { hashPassword } from "./passwords.ts";
import { ACCOUNT_PROJECTIONS } from "./post-projection.ts";
import { accountRoutes } from "./routes.ts";
import { csrfTokenOf, hashToken, makeToken, SESSION_HOURS } from "./session-token.ts";

export interface APerson {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  /** Number of the organ that keeps the account. */
  readonly home: number;
}

export interface AnAgency {
  readonly id: number;
  readonly code: string;
}

/** Two regions that have nothing to do with each other. Everybody's password is {@link A_PASSWORD}. */
export interface ARegion {
  /** 云溪县人民政府: above the bureau and the township. */
  readonly county: AnAgency;
  /** 云溪县教育局: everybody of `staff` works here. */
  readonly bureau: AnAgency;
  readonly township: AnAgency;
  /** 望湖县人民政府: the other region. */
  readonly elsewhere: AnAgency;
  /** One for each role, with a post in the bureau and nowhere else. */
  readonly staff: Readonly<Record<PostRole, APerson>>;
  /** Number of each of these posts. */
  readonly posts: Readonly<Record<PostRole, string>>;
  /** Stands in for the bureau's leader; has no post of its own. */
  readonly deputy: APerson;
  readonly countyAdministrator: APerson;
  readonly countySupervisor: APerson;
  readonly elsewhereAdministrator: APerson;
  readonly platformAdministrator: APerson;
}

export const A_PASSWORD = "溪水东流过石桥八九里";
const SYSTEM = { kind: "system" } as const;

/** A clock that is moved by hand. */
export interface MovableClock extends Clock {
  moveMinutes(minutes: number): void;
}

export function aMovableClock(start = "2026-03-02T01:30:00.000Z"): MovableClock {
  let now = start;
  return {
    instant: () => now,
    today: () => addMinutes(now, 8 * 60).slice(0, 10), // Shanghai is eight hours ahead
    moveMinutes: (minutes) => {
      now = addMinutes(now, minutes);
    },
  };
}

/** A ledger on a test's database, with the projections of organs and posts and those given. */
export function aLedger(
  db: Queryable,
  { clock = aMovableClock(), projections = [] }: { clock?: Clock; projections?: readonly Projection[] } = {},
): Ledger {
  return { db, clock, keys: aKey(), projections: [...AGENCY_PROJECTIONS, ...ACCOUNT_PROJECTIONS, ...projections] };
}

/** An app with organs, accounts and the slices given, all of them guarded. */
export function anOfficeApp(
  ledger: Ledger,
  { slices = [], settings = {} }: { slices?: readonly Slice[]; settings?: Partial<Settings> } = {},
): Promise<App> {
  const guard: Slice = (app, dependencies) => {
    if (!app.hasRequestDecorator("signedIn")) authorise(app, dependencies);
  };
  return anApp({ ledger, settings, slices: [...new Set<Slice>([guard, agencyRoutes, accountRoutes, ...slices])] });
}

/** Builds two regions with organs, people and posts. */
export async function aRegion(ledger: Ledger): Promise<ARegion> {
  const county = await anAgency(ledger, "yunxi", { name: "云溪县人民政府", kind: "government" });
  const bureau = await anAgency(ledger, "yunxi-jiaoyu", { name: "云溪县教育局", kind: "department", parentId: county.id });
  const township = await anAgency(ledger, "yunxi-shiqiao", { name: "云溪县石桥乡人民政府", kind: "township", parentId: county.id });
  const elsewhere = await anAgency(ledger, "wanghu", { name: "望湖县人民政府", kind: "government" });
  const deputy = await aPerson(ledger, bureau.id, "jiaoyu-deputy", "教育局B岗");
  const staff: Partial<Record<PostRole, APerson>> = {};
  const posts: Partial<Record<PostRole, string>> = {};
  for (const role of POST_ROLES) {
    const person = await aPerson(ledger, bureau.id, `jiaoyu-${role.toLowerCase()}`, `教育局${POST_ROLE_WORDS[role]}`);
    staff[role] = person;
    posts[role] = await aPost(ledger, bureau.id, { role, holder: person, ...(role === "leader" ? { deputy } : {}) });
  }
  const inPost = async (agencyId: number, role: PostRole, signInName: string, name: string) => {
    const person = await aPerson(ledger, agencyId, signInName, name);
    await aPost(ledger, agencyId, { role, holder: person });
    return person;
  };
  return {
    county,
    bureau,
    township,
    elsewhere,
    staff: staff as Record<PostRole, APerson>, // one for each role: the loop above
    posts: posts as Record<PostRole, string>, // likewise
    deputy,
    countyAdministrator: await inPost(county.id, "administrator", "yunxi-admin", "县政府管理员"),
    countySupervisor: await inPost(county.id, "supervisor", "yunxi-supervisor", "县政府监督岗"),
    elsewhereAdministrator: await inPost(elsewhere.id, "administrator", "wanghu-admin", "望湖县管理员"),
    platformAdministrator: await inPost(PLATFORM, "administrator", "platform-admin", "平台管理员"),
  };
}

/** Adds an organ; without a superior unless one is given. */
export async function anAgency(
  ledger: Ledger,
  code: string,
  { name, kind, parentId = PLATFORM }: { name: string; kind: "government" | "department" | "township" | "authorised"; parentId?: number },
): Promise<AnAgency> {
  const added = await addAgency(ledger, { code, name, shortName: name, kind, parentId, actor: SYSTEM });
  if (!added.ok) throw new Error(added.refusal);
  return { id: added.value.agencyId, code };
}

/** Adds a person whose account the organ keeps, with {@link A_PASSWORD}. */
export async function aPerson(ledger: Ledger, agencyId: number, signInName: string, name: string): Promise<APerson> {
  passwordHash ??= hashPassword(A_PASSWORD);
  const person = { signInName, name, email: null, passwordHash: await passwordHash, mustChangePassword: false };
  const added = await runCommand<string, string>(ledger, { command: "add-person", agencyId, actor: SYSTEM }, (turn) =>
    writeNewPerson(turn, person),
  );
  if (!added.ok) throw new Error(added.refusal);
  return { id: added.value, signInName, name, home: agencyId };
}
let passwordHash: Promise<string> | undefined;

/** Gives a post; its number. */
export async function aPost(
  ledger: Ledger,
  agencyId: number,
  { role, holder, deputy }: { role: PostRole; holder: APerson; deputy?: APerson },
): Promise<string> {
  const given = await givePost(ledger, {
    agencyId,
    actor: SYSTEM,
    role,
    title: "",
    unit: null,
    holder: { id: holder.id },
    deputy: deputy === undefined ? null : { id: deputy.id },
  });
  if (!given.ok) throw new Error(given.refusal);
  return given.value.postId;
}

/** Headers of a request by this person, for `app.inject`. */
export type SignedInHeaders = Readonly<{ cookie: string; "x-csrf-token": string }>;

/**
 * Signs a person in without the ceremony, second factor and all: a session as a finished sign-in leaves it.
 *
 * @example
 * const headers = await signInAs(ledger, region.staff.handler);
 * await app.inject({ method: "POST", url, headers, payload });
 */
export async function signInAs({ db, clock }: Ledger, person: APerson): Promise<SignedInHeaders> {
  const at = clock.instant();
  await db
    .updateTable("person")
    .set({ totp_confirmed_at: at })
    .where("person_id", "=", person.id)
    .where("totp_confirmed_at", "is", null)
    .execute();
  const { token } = makeToken(person.home);
  await db
    .insertInto("session")
    .values({
      agency_id: person.home,
      token_hash: hashToken(token),
      person_id: person.id,
      created_at: at,
      last_seen_at: at,
      expires_at: addMinutes(at, SESSION_HOURS * 60),
      second_factor_at: at,
      address: "127.0.0.1",
      device: "测试",
    })
    .execute();
  return { cookie: `gongkai_session=${person.home}.${token}`, "x-csrf-token": csrfTokenOf(token) };
}

/** The person as actor of a command called without HTTP. */
export function actorOf({ id, name }: APerson, role?: PostRole) {
  return { kind: "person" as const, personId: id, name, ...(role === undefined ? {} : { role }) };
}

/** Types of the events an organ's ledger holds, in their order; those after the first `skip`. */
export async function eventTypes({ db }: Ledger, agencyId: number, skip = 0): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("event")
    .select(["type", "stream_kind"])
    .where("agency_id", "=", agencyId)
    .where("sequence", ">", skip)
    .orderBy("sequence")
    .execute();
  return rows.map(({ stream_kind, type }) => `${stream_kind}:${type}`);
}

/** How many events an organ's ledger holds. */
export async function countEvents(ledger: Ledger, agencyId: number): Promise<number> {
  return (await eventTypes(ledger, agencyId)).length;
}

/** A number nothing bears. */
export function aStrangeId(): string {
  return randomUUID();
}
