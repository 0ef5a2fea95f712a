import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { A_PASSWORD, aLedger, aMovableClock, anOfficeApp, type APerson, aRegion, countEvents, eventTypes, signInAs } from "./testing.ts";
import { takeAttempt } from "../platform/attempts.ts";
import { ADDRESS_LIMIT, addressBucket } from "./limits.ts";
import { IDLE_MINUTES, SESSION_HOURS } from "./session-token.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger);
const { handler, registrar, cashier, unitHead, legalReviewer, secrecyReviewer } = region.staff;

function signIn(signInName: string, password: string, headers: Record<string, string> = {}) {
  return app.inject({ method: "POST", url: "/api/v1/session", payload: { signInName, password }, headers });
}

function sessionOf(answer: { headers: Record<string, unknown> }): { cookie: string } {
  return { cookie: String(answer.headers["set-cookie"]).split(";")[0] ?? "" };
}

describe("signing in", () => {
  test("opens a session with a cookie out of reach of scripts, and stands in the audit", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    const answer = await signIn(" JIAOYU-Handler ", A_PASSWORD);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers["set-cookie"]).toMatch(/^gongkai_session=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.json()).toMatchObject({
      stage: "complete",
      person: { id: handler.id, name: handler.name },
      agencies: [{ code: "yunxi-jiaoyu", posts: [{ role: "handler", as: "holder" }] }],
      isPlatformAdministrator: false,
    });
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:signedIn"]);
    const again = await app.inject({ url: "/api/v1/session", headers: sessionOf(answer) });
    expect(again.json()).toMatchObject({ person: { id: handler.id }, csrfToken: answer.json().csrfToken });
  });

  test("keeps only the hash of the token and of the password", async () => {
    const answer = await signIn(handler.signInName, A_PASSWORD);
    const token = sessionOf(answer).cookie.split(".")[1] ?? "";
    const rows = JSON.stringify(await db.selectFrom("session").selectAll().execute());
    const people = JSON.stringify(await db.selectFrom("person").selectAll().execute());
    expect(rows).not.toContain(token);
    expect(people).not.toContain(A_PASSWORD);
    expect(people).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  test("marks the cookie Secure where people come by HTTPS", async () => {
    const secure = await anOfficeApp(ledger, { settings: { baseUrl: "https://gongkai.example" } });
    const payload = { signInName: handler.signInName, password: A_PASSWORD };
    const answer = await secure.inject({ method: "POST", url: "/api/v1/session", payload });
    expect(answer.headers["set-cookie"]).toMatch(/; Secure$/);
  });

  test("is refused with the same sentence for a wrong password and for a name nobody has; the name is not kept", async () => {
    const [inBureau, inPlatform] = [await countEvents(ledger, region.bureau.id), await countEvents(ledger, 0)];
    const wrong = await signIn(handler.signInName, "不是这个密码啊不是");
    const unknown = await signIn("my-secret-by-mistake", A_PASSWORD);
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(unknown.json().message).toBe(wrong.json().message);
    expect(unknown.json().error).toBe(wrong.json().error);
    expect(await eventTypes(ledger, region.bureau.id, inBureau)).toEqual(["access:signInFailed"]);
    expect(await eventTypes(ledger, 0, inPlatform)).toEqual(["access:signInFailed"]);
    const kept = JSON.stringify([await db.selectFrom("event").selectAll().execute(), await db.selectFrom("attempt").selectAll().execute()]);
    expect(kept).not.toContain("my-secret-by-mistake");
  });

  test("is refused to a disabled account, told only to who knows the password", async () => {
    await db.updateTable("person").set({ disabled_at: clock.instant() }).where("person_id", "=", cashier.id).execute();
    expect((await signIn(cashier.signInName, "不是这个密码啊不是")).json().error).toBe("wrong-name-or-password");
    expect((await signIn(cashier.signInName, A_PASSWORD)).json().error).toBe("account-disabled");
  });

  test("with a name no database can hold is a bad request, not a fault", async () => {
    expect((await signIn("admin\u0000", A_PASSWORD)).statusCode).toBe(400);
  });

  test("is refused from another site", async () => {
    const elsewhere = await signIn(handler.signInName, A_PASSWORD, { "sec-fetch-site": "cross-site" });
    expect([elsewhere.statusCode, elsewhere.json().error]).toEqual([403, "from-elsewhere"]);
    const origin = await signIn(handler.signInName, A_PASSWORD, { origin: "https://other.example" });
    expect(origin.statusCode).toBe(403);
  });

  test("ends the session the browser had before", async () => {
    const first = sessionOf(await signIn(handler.signInName, A_PASSWORD));
    await signIn(handler.signInName, A_PASSWORD, first);
    expect((await app.inject({ url: "/api/v1/session", headers: first })).statusCode).toBe(401);
  });
});

describe("too many tries", () => {
  test("lock the name for a while, say for how long, and stand once in the audit; a right password is then refused too", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(unitHead.signInName, "不对的密码第几次")).statusCode).toBe(401);
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await signIn(unitHead.signInName, A_PASSWORD);
      expect(answer.statusCode).toBe(429);
      expect(answer.json()).toMatchObject({ error: "too-many-attempts", message: "尝试次数过多，已暂时锁定。请在15分钟后再试。" });
      expect(answer.headers["retry-after"]).toBe("900");
    }
    const told = await eventTypes(ledger, region.bureau.id, before);
    expect(told.filter((type) => type === "access:lockedOut")).toHaveLength(1);
    clock.moveMinutes(16);
    expect((await signIn(unitHead.signInName, A_PASSWORD)).statusCode).toBe(201);
  });

  test("at once are counted as many: not one more than allowed is even compared", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(legalReviewer.signInName, "不对的密码第几次")));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
  });

  test("from one address lock the address, but those that succeed do not count", async () => {
    clock.moveMinutes(60);
    const guess = () => takeAttempt(db, { bucket: addressBucket("127.0.0.1"), limit: ADDRESS_LIMIT, at: clock.instant() });
    for (let tries = 0; tries < ADDRESS_LIMIT.most - 1; tries += 1) await guess();
    for (let tries = 0; tries < 3; tries += 1) expect((await signIn(registrar.signInName, A_PASSWORD)).statusCode).toBe(201);
    await guess();
    expect((await signIn(registrar.signInName, A_PASSWORD)).statusCode).toBe(429);
    clock.moveMinutes(16);
    expect((await signIn(registrar.signInName, A_PASSWORD)).statusCode).toBe(201);
  });
});

describe("a session", () => {
  const ask = (headers: Record<string, string>, target = app) => target.inject({ url: "/api/v1/account/sessions", headers });

  test("ends after its hours, however busy, and when idle for long", async () => {
    const idle = await signInAs(ledger, handler);
    clock.moveMinutes(IDLE_MINUTES + 1);
    expect((await ask(idle)).statusCode).toBe(401);
    const busy = await signInAs(ledger, handler);
    for (let hours = 0; hours < SESSION_HOURS * 2; hours += 1) {
      expect((await ask(busy)).statusCode).toBe(200);
      clock.moveMinutes(30);
    }
    expect((await ask(busy)).statusCode).toBe(401);
  });

  test("that was ended is dead at once in another process", async () => {
    const second = await anOfficeApp(aLedger(db, { clock }));
    const headers = await signInAs(ledger, handler);
    expect((await ask(headers, second)).statusCode).toBe(200);
    expect((await app.inject({ method: "DELETE", url: "/api/v1/session", headers })).statusCode).toBe(204);
    expect((await ask(headers, second)).statusCode).toBe(401);
  });

  test("can be seen and ended from another; only one's own", async () => {
    const [here, there, stranger] = [
      await signInAs(ledger, handler),
      await signInAs(ledger, handler),
      await signInAs(ledger, secrecyReviewer),
    ];
    const { sessions } = (await ask(here)).json();
    const other = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect(other).toMatchObject({ device: "测试", address: "127.0.0.1" });
    const url = `/api/v1/account/sessions/${other.id}`;
    expect((await app.inject({ method: "DELETE", url, headers: stranger })).statusCode).toBe(404);
    expect((await ask(there)).statusCode).toBe(200);
    expect((await app.inject({ method: "DELETE", url, headers: here })).statusCode).toBe(204);
    expect((await ask(there)).statusCode).toBe(401);
    const another = await signInAs(ledger, handler);
    expect((await app.inject({ method: "DELETE", url: "/api/v1/account/sessions", headers: here })).statusCode).toBe(204);
    expect([(await ask(another)).statusCode, (await ask(here)).statusCode]).toEqual([401, 200]);
  });

  test("of a person disabled meanwhile is dead", async () => {
    const headers = await signInAs(ledger, secrecyReviewer);
    await db.updateTable("person").set({ disabled_at: clock.instant() }).where("person_id", "=", secrecyReviewer.id).execute();
    expect((await ask(headers)).statusCode).toBe(401);
  });

  test("is not opened by a token that is made up, or by another organ's share of the table", async () => {
    const { cookie } = await signInAs(ledger, handler);
    const made = `gongkai_session=${handler.home}.${"a".repeat(43)}`;
    const moved = cookie.replace(/=\d+\./, "=0.");
    for (const bad of [made, moved, "gongkai_session=", "gongkai_session=x.y"]) expect((await ask({ cookie: bad })).statusCode).toBe(401);
  });
});

describe("a change", () => {
  const url = "/api/v1/account/sessions";
  const change = (headers: Record<string, string>) => app.inject({ method: "DELETE", url, headers });

  test.each([
    { when: "without the token of our own pages", headers: { "x-csrf-token": "" }, error: "csrf" },
    { when: "with the token of another session", headers: { "x-csrf-token": "A".repeat(43) }, error: "csrf" },
    { when: "sent by another site", headers: { "sec-fetch-site": "cross-site" }, error: "from-elsewhere" },
    { when: "sent by a neighbour under the same domain", headers: { "sec-fetch-site": "same-site" }, error: "from-elsewhere" },
    { when: "with another origin", headers: { origin: "https://other.example" }, error: "from-elsewhere" },
    { when: "from a page without origin", headers: { origin: "null" }, error: "from-elsewhere" },
  ])("$when is refused, and the refusal stands in the audit", async ({ headers, error }) => {
    const own: APerson = handler;
    const signedIn = await signInAs(ledger, own);
    const before = await countEvents(ledger, own.home);
    const answer = await change({ ...signedIn, ...headers });
    expect([answer.statusCode, answer.json().error]).toEqual([403, error]);
    expect(await eventTypes(ledger, own.home, before)).toEqual(["access:refused"]);
  });

  test("from our own pages is done", async () => {
    const signedIn = await signInAs(ledger, handler);
    expect((await change({ ...signedIn, "sec-fetch-site": "same-origin" })).statusCode).toBe(204);
    expect((await change({ ...signedIn, origin: "http://localhost:80" })).statusCode).toBe(204);
  });
});
