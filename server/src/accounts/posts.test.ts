import { describe, expect, test } from "vitest";
import { addUnit, closeUnit } from "../agencies/index.ts";
import { rebuildProjections } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import type { Slice } from "../slices.ts";
import {
  aLedger,
  aMovableClock,
  anOfficeApp,
  aPerson,
  type APerson,
  aRegion,
  aStrangeId,
  countEvents,
  eventTypes,
  signInAs,
} from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock });
const region = await aRegion(ledger);
/** Something only the leader signs. */
const signing: Slice = (own) => {
  own.post("/api/v1/agencies/:agency/signing", { config: { audience: "staff", roles: ["leader"] } }, async ({ office }) => ({
    role: office?.actor.role,
    as: office?.duties.posts[0]?.as,
  }));
};
const app = await anOfficeApp(ledger, { slices: [signing] });
const { administrator, handler, leader, registrar, cashier } = region.staff;
const organ = "/api/v1/agencies/yunxi-jiaoyu";
const posts = `${organ}/posts`;

async function ask(as: APerson, method: "GET" | "POST" | "PUT", url: string, payload?: object) {
  const headers = await signInAs(ledger, as);
  return app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}
const find = async (id: string) =>
  (await ask(administrator, "GET", `${posts}?ended=true`)).json().posts.find((post: { id: string }) => post.id === id);

describe("a deputy", () => {
  const sign = async (as: APerson) => (await ask(as, "POST", `${organ}/signing`)).statusCode;
  const absent = async (absence: object | null, as = administrator) => {
    const { version } = await find(region.posts.leader);
    return ask(as, "PUT", `${posts}/${region.posts.leader}/absence`, { version, absence });
  };

  test("acts only while the holder is absent: from the first day to the last, and no longer", async () => {
    expect(await sign(leader)).toBe(200);
    expect(await sign(region.deputy)).toBe(404); // no duty at all: as if the organ were not there
    expect((await absent({ from: "2026-03-03", until: "2026-03-04" })).statusCode).toBe(200);
    expect(await sign(region.deputy)).toBe(404);
    clock.moveMinutes(24 * 60);
    expect(await find(region.posts.leader)).toMatchObject({ isDeputyActing: true, deputy: { id: region.deputy.id } });
    const acting = await ask(region.deputy, "POST", `${organ}/signing`);
    expect(acting.json()).toEqual({ role: "leader", as: "deputy" });
    clock.moveMinutes(24 * 60);
    expect(await sign(region.deputy)).toBe(200);
    clock.moveMinutes(24 * 60);
    expect(await sign(region.deputy)).toBe(404);
  });

  test("acts until the holder, back early, says so", async () => {
    expect((await absent({ from: "2026-03-01", until: null }, leader)).statusCode).toBe(200);
    expect(await sign(region.deputy)).toBe(200);
    expect((await absent(null, leader)).statusCode).toBe(200);
    expect(await sign(region.deputy)).toBe(404);
  });

  test("is not sent for by somebody else; nothing but the refusal is written", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    const answer = await absent({ from: "2026-03-01", until: null }, handler);
    expect([answer.statusCode, answer.json().error]).toEqual([403, "not-allowed"]);
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:refused"]);
  });

  test("must be named before the holder leaves, cannot leave the holder alone, and is another person", async () => {
    const { version } = await find(region.posts.cashier);
    const cashierPost = `${posts}/${region.posts.cashier}`;
    const away = (seen: number, absence: object) => ask(administrator, "PUT", `${cashierPost}/absence`, { version: seen, absence });
    const name = (seen: number, deputy: object | null) => ask(administrator, "PUT", `${cashierPost}/deputy`, { version: seen, deputy });
    expect((await away(version, { from: "2026-03-05", until: null })).json().error).toBe("no-deputy");
    expect((await name(version, { id: cashier.id })).json().error).toBe("deputy-is-holder");
    expect((await name(version, { id: aStrangeId() })).json().error).toBe("no-such-person");
    expect((await name(version, { signInName: handler.signInName })).json()).toMatchObject({
      deputy: { id: handler.id },
      version: version + 1,
    });
    expect((await away(version + 1, { from: "2026-03-05", until: "2026-03-04" })).json().error).toBe("absence-ends-early");
    expect((await away(version + 1, { from: "2026-03-05", until: null })).statusCode).toBe(200);
    expect((await name(version + 2, null)).json().error).toBe("no-deputy");
    expect((await name(version, null)).json().error).toBe("changed-meanwhile");
  });
});

describe("a post", () => {
  const give = (payload: object, as = administrator) => ask(as, "POST", posts, payload);

  test("is given, shown, and ends; then its duty is gone at once", async () => {
    const added = await addUnit(ledger, { agencyId: region.bureau.id, actor: { kind: "system" }, name: "办公室" });
    const unit = added.ok ? added.value.unitId : "";
    const before = await countEvents(ledger, region.bureau.id);
    const given = await give({ role: "unitHead", title: "办公室主任", unit, holder: { signInName: registrar.signInName } });
    expect(given.statusCode).toBe(201);
    expect(given.json()).toMatchObject({
      title: "办公室主任",
      unit: { name: "办公室" },
      holder: { id: registrar.id },
      deputy: null,
      version: 1,
    });
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["post:postGiven"]);
    const inUse = await closeUnit(ledger, { agencyId: region.bureau.id, actor: { kind: "system" }, unitId: unit, version: 1 });
    expect(inUse).toEqual({ ok: false, refusal: "unit-in-use" });
    const listed = await ask(handler, "GET", `${posts}?role=unitHead`);
    expect(listed.json().posts).toHaveLength(2);
    const url = `${posts}/${given.json().id}/end`;
    expect((await ask(administrator, "POST", url, { version: 1 })).json().endedOn).toBe(clock.today());
    expect((await ask(administrator, "POST", url, { version: 2 })).json().error).toBe("post-ended");
    expect((await ask(handler, "GET", `${posts}?role=unitHead`)).json().posts).toHaveLength(1);
    expect((await closeUnit(ledger, { agencyId: region.bureau.id, actor: { kind: "system" }, unitId: unit, version: 1 })).ok).toBe(true);
    expect((await give({ role: "handler", unit, holder: { id: registrar.id } })).json().error).toBe("no-such-unit");
  });

  test("given twice by a retried submit is given once", async () => {
    const headers = { ...(await signInAs(ledger, administrator)), "idempotency-key": "give-post-once-1" };
    const payload = { role: "legalReviewer", holder: { id: registrar.id } };
    const submit = () => app.inject({ method: "POST", url: posts, headers, payload });
    const [first, second] = [await submit(), await submit()];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json().id).toBe(first.json().id);
    const other = await app.inject({ method: "POST", url: posts, headers, payload: { ...payload, role: "cashier" } });
    expect(other.json().error).toBe("key-reused");
  });

  test.each([
    { error: "already-held", payload: { role: "handler", holder: { id: handler.id } }, status: 409 },
    { error: "deputy-is-holder", payload: { role: "cashier", holder: { id: handler.id }, deputy: { id: handler.id } }, status: 422 },
    { error: "no-such-person", payload: { role: "cashier", holder: { signInName: "nobody-at-all" } }, status: 404 },
    { error: "no-such-unit", payload: { role: "cashier", holder: { id: handler.id }, unit: aStrangeId() }, status: 422 },
  ])("is refused: $error", async ({ error, payload, status }) => {
    const before = await countEvents(ledger, region.bureau.id);
    const answer = await give(payload);
    expect([answer.statusCode, answer.json().error]).toEqual([status, error]);
    expect(answer.json().message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(await countEvents(ledger, region.bureau.id)).toBe(before);
  });

  test("is not given to a disabled person, nor found when it is not there", async () => {
    const gone = await aPerson(ledger, region.bureau.id, "jiaoyu-gone", "停用的人");
    await db.updateTable("person").set({ disabled_at: clock.instant() }).where("person_id", "=", gone.id).execute();
    expect((await give({ role: "cashier", holder: { id: gone.id } })).json().error).toBe("person-disabled");
    expect((await ask(administrator, "POST", `${posts}/${aStrangeId()}/end`, { version: 1 })).json().error).toBe("no-such-post");
  });

  test("stays as it is when the projections are made anew from the ledger", async () => {
    const rows = () => db.selectFrom("post").selectAll().orderBy("agency_id").orderBy("post_id").execute();
    const organs = () => db.selectFrom("agency").selectAll().orderBy("agency_id").execute();
    const before = [await rows(), await organs()];
    await rebuildProjections(db, ledger.projections);
    expect([await rows(), await organs()]).toEqual(before);
  });
});
