import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { addAgency, findAgency, PLATFORM } from "../agencies/index.ts";
import { type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import { writeNewPerson } from "./add-person.ts";
import { givePost } from "./give-post.ts";
import { findWeakness, hashPassword, type WeakPassword } from "./passwords.ts";
import { listPlatformAdministrators } from "./queries.ts";
import type { SetUp } from "./schema.ts";

export type SetUpRefusal = WeakPassword | "already-set-up" | "sign-in-name-taken" | "code-taken" | "agency-closed" | CommonRefusal;

const SYSTEM = { kind: "system" } as const;

/** Whether the installation has nobody who administers it. */
export async function isSetUpNeeded({ db, clock }: Ledger): Promise<boolean> {
  return (await listPlatformAdministrators(db, clock.today())).length === 0;
}

/**
 * Makes the first organ and the first administrator, of the installation and of that organ. The caller has checked the
 * set-up code. Cut off half-way it can be done again: an organ that is there already is taken.
 */
export async function setUp(
  ledger: Ledger,
  { organ, administrator }: Omit<SetUp, "code">,
): Promise<Result<{ personId: string }, SetUpRefusal>> {
  const { signInName, name, password } = administrator;
  const weakness = findWeakness(password, { signInName, name });
  if (weakness !== undefined) return { ok: false, refusal: weakness };
  const passwordHash = await hashPassword(password);
  if (!(await isSetUpNeeded(ledger))) return { ok: false, refusal: "already-set-up" };
  const organId = await findOrAddOrgan(ledger, organ);
  if (!organId.ok) return organId;
  const agencyId = organId.value;
  const done = await runCommand<string, SetUpRefusal>(ledger, { command: "set-up", agencyId: PLATFORM, actor: SYSTEM }, async (turn) => {
    // Asked again under the lock: of two who set up at once, one is first.
    if ((await listPlatformAdministrators(turn.tx, turn.today)).length > 0) return { ok: false, refusal: "already-set-up" };
    const person = await writeNewPerson(turn, { signInName, name, email: null, passwordHash, mustChangePassword: false });
    if (!person.ok) return person;
    const payload = { role: "administrator", title: "", unitId: null, holderId: person.value, deputyId: null };
    await turn.append({ kind: "post", id: randomUUID() }, [{ type: "postGiven", payload }]);
    return person;
  });
  if (!done.ok) return done;
  const personId = done.value;
  await givePost(ledger, { agencyId, actor: SYSTEM, role: "administrator", title: "", unit: null, holder: { id: personId }, deputy: null });
  return { ok: true, value: { personId } };
}

async function findOrAddOrgan(
  ledger: Ledger,
  organ: SetUp["organ"],
): Promise<Result<number, "code-taken" | "agency-closed" | CommonRefusal>> {
  const there = await findAgency(ledger.db, organ.code);
  if (there !== undefined) return there.kind === "platform" ? { ok: false, refusal: "code-taken" } : { ok: true, value: there.agency_id };
  const added = await addAgency(ledger, { ...organ, parentId: PLATFORM, actor: SYSTEM });
  return added.ok ? { ok: true, value: added.value.agencyId } : added;
}
