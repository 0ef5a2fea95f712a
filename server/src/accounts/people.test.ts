import { describe, expect, test } from "vitest";
import { findWeakness } from "./passwords.ts";
import { aDatabase } from "../platform/database/testing.ts";
import {
  A_PASSWORD,
  aLedger,
  aMovableClock,
  anOfficeApp,
  aPerson,
  type APerson,
  aPost,
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
const app = await anOfficeApp(ledger);
const { administrator, handler, registrar, cashier, unitHead, legalReviewer } = region.staff;
const people = "/api/v1/agencies/yunxi-jiaoyu/people";

type Method = "GET" | "POST" | "PATCH" | "DELETE";
async function ask(as: APerson, method: Method, url: string, payload?: object) {
  const headers = await signInAs(ledger, as);
  return app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}
const signIn = (signInName: string, password: string) =>
  app.inject({ method: "POST", url: "/api/v1/session", payload: { signInName, password } });
const find = async (person: APerson) => (await ask(administrator, "GET", `${people}/${person.id}`)).json();

describe("a new account", () => {
  test("is opened with a temporary password, shown once, that must be changed before anything else", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    const added = await ask(administrator, "POST", people, { signInName: "Jiaoyu-New", name: "新来的承办人", email: "new@example.cn" });
    expect(added.statusCode).toBe(201);
    const { person, temporaryPassword } = added.json();
    expect(person).toMatchObject({ signInName: "jiaoyu-new", isKeptHere: true, mustChangePassword: true, posts: [], version: 1 });
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["person:personAdded"]);
    const kept = JSON.stringify([
      await db.selectFrom("event").selectAll().execute(),
      await db.selectFrom("command_receipt").selectAll().execute(),
    ]);
    expect(kept).not.toContain(temporaryPassword);

    const session = await signIn("jiaoyu-new", temporaryPassword);
    expect(session.json().stage).toBe("password");
    const headers = { cookie: String(session.headers["set-cookie"]).split(";")[0] ?? "", "x-csrf-token": String(session.json().csrfToken) };
    expect((await app.inject({ url: "/api/v1/agencies", headers })).json().error).toBe("password-change-needed");
    const change = (current: string, next: string) =>
      app.inject({ method: "POST", url: "/api/v1/account/password", headers, payload: { current, next } });
    expect((await change(temporaryPassword, temporaryPassword)).json().error).toBe("password-unchanged");
    expect((await change(temporaryPassword, "jiaoyu-new-2026")).json().error).toBe("password-holds-name");
    expect((await change("不是这个密码啊不是", "山高月小水落石出来")).json().error).toBe("wrong-password");
    expect((await change(temporaryPassword, "山高月小水落石出来啊")).statusCode).toBe(204);
    expect((await app.inject({ url: "/api/v1/session", headers })).json().stage).toBe("complete");
    expect((await signIn("jiaoyu-new", temporaryPassword)).statusCode).toBe(401);
  });

  test("is refused under a name that is taken, in whichever organ", async () => {
    const answer = await ask(administrator, "POST", people, { signInName: "WANGHU-admin", name: "某人" });
    expect([answer.statusCode, answer.json().error]).toEqual([409, "sign-in-name-taken"]);
  });

  test("says all that is wrong with what was sent", async () => {
    const answer = await ask(administrator, "POST", people, { signInName: "a b", name: "", email: "x" });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues.map(({ path }: { path: string }) => path)).toEqual(["/signInName", "/name", "/email"]);
  });

  test("is not for who is no administrator there; nothing but the refusal is written", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    const count = async () => (await db.selectFrom("person").select("person_id").execute()).length;
    const peopleBefore = await count();
    expect((await ask(handler, "POST", people, { signInName: "sneaked-in", name: "某人" })).statusCode).toBe(403);
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:refused"]);
    expect(await count()).toBe(peopleBefore);
  });
});

describe("changing one's password", () => {
  test("ends the other sessions, not this one", async () => {
    const person = await aPerson(ledger, region.bureau.id, "jiaoyu-two-devices", "两处登录的人");
    const [here, there] = [await signInAs(ledger, person), await signInAs(ledger, person)];
    const payload = { current: A_PASSWORD, next: "落霞与孤鹜齐飞秋水长天" };
    expect((await app.inject({ method: "POST", url: "/api/v1/account/password", headers: here, payload })).statusCode).toBe(204);
    expect((await app.inject({ url: "/api/v1/session", headers: here })).statusCode).toBe(200);
    expect((await app.inject({ url: "/api/v1/session", headers: there })).statusCode).toBe(401);
  });
});

describe("an account", () => {
  test("is renamed; who saw an older version is told", async () => {
    const { version } = await find(handler);
    const url = `${people}/${handler.id}`;
    const renamed = await ask(administrator, "PATCH", url, { version, name: "改名的承办人" });
    expect(renamed.json()).toMatchObject({ name: "改名的承办人", version: version + 1 });
    const late = await ask(administrator, "PATCH", url, { version, email: "late@example.cn" });
    expect([late.statusCode, late.json().error]).toEqual([409, "changed-meanwhile"]);
    expect(late.json().message).toContain("已被他人修改");
  });

  test("of two who change it at the same moment, one is told", async () => {
    const { version } = await find(handler);
    const change = (name: string) => ask(administrator, "PATCH", `${people}/${handler.id}`, { version, name });
    const answers = await Promise.all([change("甲改的名"), change("乙改的名")]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("when disabled is signed out at once and cannot sign in, until it is enabled", async () => {
    const headers = await signInAs(ledger, registrar);
    const { version } = await find(registrar);
    const disabled = await ask(administrator, "POST", `${people}/${registrar.id}/disabling`, { version });
    expect(disabled.json().disabledAt).toBe(clock.instant());
    expect((await app.inject({ url: "/api/v1/session", headers })).statusCode).toBe(401);
    expect((await signIn(registrar.signInName, A_PASSWORD)).json().error).toBe("account-disabled");
    const twice = await ask(administrator, "POST", `${people}/${registrar.id}/disabling`, { version: version + 1 });
    expect(twice.json().error).toBe("person-disabled");
    expect((await ask(administrator, "POST", `${people}/${registrar.id}/password-reset`)).json().error).toBe("person-disabled");
    expect((await ask(administrator, "POST", `${people}/${registrar.id}/enabling`, { version: version + 1 })).statusCode).toBe(200);
    expect((await ask(administrator, "POST", `${people}/${registrar.id}/enabling`, { version: version + 2 })).json().error).toBe(
      "not-disabled",
    );
  });

  test("cannot be disabled or reset by its own person", async () => {
    const { version } = await find(administrator);
    const own = `${people}/${administrator.id}`;
    expect((await ask(administrator, "POST", `${own}/disabling`, { version })).json().error).toBe("not-yourself");
    expect((await ask(administrator, "POST", `${own}/password-reset`)).json().error).toBe("not-yourself");
    expect((await ask(administrator, "POST", `${own}/second-factor-reset`)).json().error).toBe("not-yourself");
  });

  test("of a stranger is not there", async () => {
    for (const id of [aStrangeId(), region.elsewhereAdministrator.id]) {
      expect((await ask(administrator, "GET", `${people}/${id}`)).json().error).toBe("no-such-person");
    }
    expect((await ask(administrator, "DELETE", `${people}/${aStrangeId()}/sessions`)).json().error).toBe("no-such-person");
  });

  test("kept by another organ is listed where its person works, and changed only at home", async () => {
    const guest = await aPerson(ledger, region.township.id, "shiqiao-guest", "石桥乡来的人");
    await aPost(ledger, region.bureau.id, { role: "cashier", holder: guest });
    expect(await find(guest)).toMatchObject({ isKeptHere: false, keptBy: "yunxi-shiqiao", posts: [{ role: "cashier" }] });
    const answer = await ask(administrator, "POST", `${people}/${guest.id}/password-reset`);
    expect([answer.statusCode, answer.json().error]).toEqual([409, "kept-elsewhere"]);
  });
});

describe("a reset by an administrator", () => {
  test("gives a temporary password, ends sessions and the lockout, and stands in the audit", async () => {
    for (let tries = 0; tries < 6; tries += 1) await signIn(unitHead.signInName, "忘了密码随便试试");
    expect((await find(unitHead)).lockedUntil).not.toBeNull();
    const headers = await signInAs(ledger, unitHead);
    await db.updateTable("person").set({ totp_confirmed_at: null }).where("person_id", "=", unitHead.id).execute();
    const before = await countEvents(ledger, region.bureau.id);
    const reset = await ask(administrator, "POST", `${people}/${unitHead.id}/password-reset`);
    expect(reset.json().person).toMatchObject({ mustChangePassword: true, lockedUntil: null });
    expect(findWeakness(reset.json().temporaryPassword, unitHead)).toBeUndefined();
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:passwordReset"]);
    expect((await app.inject({ url: "/api/v1/session", headers })).statusCode).toBe(401);
    expect((await signIn(unitHead.signInName, A_PASSWORD)).statusCode).toBe(401);
    expect((await signIn(unitHead.signInName, reset.json().temporaryPassword)).json().stage).toBe("password");
  });

  test("takes a lost second factor away; where there is none it says so", async () => {
    await signInAs(ledger, legalReviewer);
    const url = `${people}/${legalReviewer.id}/second-factor-reset`;
    expect((await ask(administrator, "POST", url)).json().hasSecondFactor).toBe(false);
    expect((await ask(administrator, "POST", url)).json().error).toBe("not-enrolled");
    expect((await signIn(legalReviewer.signInName, A_PASSWORD)).json().stage).toBe("complete");
  });

  test("ends all sessions of a person", async () => {
    const headers = await signInAs(ledger, cashier);
    expect((await ask(administrator, "DELETE", `${people}/${cashier.id}/sessions`)).statusCode).toBe(200);
    expect((await app.inject({ url: "/api/v1/session", headers })).statusCode).toBe(401);
  });

  test("is refused when the person has duties the administrator has no say in; the refusal stands in the audit", async () => {
    const person = await aPerson(ledger, region.bureau.id, "jiaoyu-and-wanghu", "两边任职的人");
    await aPost(ledger, region.elsewhere.id, { role: "leader", holder: person });
    const before = await countEvents(ledger, region.bureau.id);
    const answer = await ask(administrator, "POST", `${people}/${person.id}/password-reset`);
    expect([answer.statusCode, answer.json().error]).toEqual([403, "not-allowed"]);
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:refused"]);
    expect((await signIn(person.signInName, A_PASSWORD)).statusCode).toBe(201);
    expect((await ask(region.countyAdministrator, "POST", `${people}/${person.id}/password-reset`)).statusCode).toBe(403);
    expect((await ask(region.platformAdministrator, "POST", `${people}/${person.id}/password-reset`)).statusCode).toBe(200);
  });

  test("from above is done", async () => {
    expect((await ask(region.countyAdministrator, "POST", `${people}/${handler.id}/password-reset`)).statusCode).toBe(200);
  });
});

describe("the last administrator of the installation", () => {
  test("can neither be disabled nor lose the post", async () => {
    const platform = "/api/v1/agencies/platform";
    const second = await aPerson(ledger, 0, "platform-second", "第二名平台管理员");
    const post = await aPost(ledger, 0, { role: "administrator", holder: second });
    const { platformAdministrator: first } = region;
    const disable = async (by: APerson, whom: APerson, version: number) =>
      ask(by, "POST", `${platform}/people/${whom.id}/disabling`, { version });
    expect((await disable(second, first, 1)).statusCode).toBe(200);
    const ending = await ask(second, "POST", `${platform}/posts/${post}/end`, { version: 1 });
    expect(ending.json().error).toBe("last-administrator");
  });
});
