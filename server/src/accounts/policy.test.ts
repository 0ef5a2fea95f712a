import { describe, expect, test } from "vitest";
import { addUnit, changeAgency, closeAgency, closeUnit, renameUnit } from "../agencies/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { addPerson } from "./add-person.ts";
import { endPost, setAbsence, setDeputy } from "./change-post.ts";
import { givePost } from "./give-post.ts";
import { changePerson, disablePerson, enablePerson, endSessionsOf } from "./keep-account.ts";
import { resetPassword, resetSecondFactor } from "./reset-person.ts";
import { actorOf, aLedger, aRegion, aStrangeId, countEvents, eventTypes } from "./testing.ts";

/** Whoever calls a command, the API or another part of the program: the command asks its policy itself. */
const { db } = await aDatabase();
const ledger = aLedger(db);
const region = await aRegion(ledger);
const { handler, registrar, administrator } = region.staff;
const agencyId = region.bureau.id;
const whom = { agencyId, personId: registrar.id };
const post = { agencyId, postId: region.posts.cashier };
const unit = { agencyId, unitId: aStrangeId() };

type Acting = { readonly actor: ReturnType<typeof actorOf> };
const COMMANDS: readonly { readonly name: string; readonly run: (by: Acting) => Promise<{ ok: boolean; refusal?: string }> }[] = [
  { name: "addPerson", run: (by) => addPerson(ledger, { ...by, agencyId, signInName: "sneaked-in", name: "某人" }) },
  { name: "changePerson", run: (by) => changePerson(ledger, { ...by, ...whom, version: 1, name: "改了" }) },
  { name: "disablePerson", run: (by) => disablePerson(ledger, { ...by, ...whom, version: 1 }) },
  { name: "enablePerson", run: (by) => enablePerson(ledger, { ...by, ...whom, version: 1 }) },
  { name: "endSessionsOf", run: (by) => endSessionsOf(ledger, { ...by, ...whom }) },
  { name: "resetPassword", run: (by) => resetPassword(ledger, { ...by, ...whom }) },
  { name: "resetSecondFactor", run: (by) => resetSecondFactor(ledger, { ...by, ...whom }) },
  {
    name: "givePost",
    run: (by) =>
      givePost(ledger, { ...by, agencyId, role: "administrator", title: "", unit: null, holder: { id: handler.id }, deputy: null }),
  },
  { name: "setDeputy", run: (by) => setDeputy(ledger, { ...by, ...post, version: 1, deputy: { id: handler.id } }) },
  { name: "setAbsence", run: (by) => setAbsence(ledger, { ...by, ...post, version: 1, absence: null }) },
  { name: "endPost", run: (by) => endPost(ledger, { ...by, ...post, version: 1 }) },
  { name: "changeAgency", run: (by) => changeAgency(ledger, { ...by, agencyId, version: 1, name: "改了" }) },
  { name: "closeAgency", run: (by) => closeAgency(ledger, { ...by, agencyId, version: 1 }) },
  { name: "addUnit", run: (by) => addUnit(ledger, { ...by, agencyId, name: "某科" }) },
  { name: "renameUnit", run: (by) => renameUnit(ledger, { ...by, ...unit, version: 1, name: "某科" }) },
  { name: "closeUnit", run: (by) => closeUnit(ledger, { ...by, ...unit, version: 1 }) },
];

const rows = async () =>
  JSON.stringify([
    await db.selectFrom("person").selectAll().orderBy("person_id").execute(),
    await db.selectFrom("post").selectAll().orderBy("post_id").execute(),
    await db.selectFrom("unit").selectAll().execute(),
    await db.selectFrom("agency").selectAll().orderBy("agency_id").execute(),
  ]);

describe("a command by somebody who does not administer the organ", () => {
  test.each(COMMANDS)("$name is refused, and nothing but the refusal is written", async ({ run }) => {
    for (const person of [handler, region.elsewhereAdministrator, region.countySupervisor]) {
      const [before, events] = [await rows(), await countEvents(ledger, agencyId)];
      expect(await run({ actor: actorOf(person) })).toEqual({ ok: false, refusal: "not-allowed" });
      expect(await eventTypes(ledger, agencyId, events)).toEqual(["access:refused"]);
      expect(await rows()).toBe(before);
    }
  });

  test("is refused too when the duty ended between the question and the turn", async () => {
    const ended = await endPost(ledger, {
      agencyId,
      postId: region.posts.administrator,
      version: 1,
      actor: actorOf(region.countyAdministrator),
    });
    expect(ended.ok).toBe(true);
    expect(await addUnit(ledger, { agencyId, name: "某科", actor: actorOf(administrator) })).toEqual({ ok: false, refusal: "not-allowed" });
  });
});
