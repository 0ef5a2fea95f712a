import { generate } from "otplib";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { A_PASSWORD, aLedger, aMovableClock, anOfficeApp, type APerson, aRegion, eventTypes, countEvents } from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger);
const { leader, officeHead, administrator, handler, registrar } = region.staff;

/** A browser: keeps its cookie and its token. */
async function aBrowser(person: APerson, password = A_PASSWORD) {
  const answer = await app.inject({ method: "POST", url: "/api/v1/session", payload: { signInName: person.signInName, password } });
  expect(answer.statusCode).toBe(201);
  const headers = { cookie: String(answer.headers["set-cookie"]).split(";")[0] ?? "", "x-csrf-token": String(answer.json().csrfToken) };
  return {
    stage: answer.json().stage as string,
    get: (url: string) => app.inject({ url, headers }),
    post: (url: string, payload: object = {}) => app.inject({ method: "POST", url, headers, payload }),
  };
}

const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(Date.parse(clock.instant()) / 1000) });

async function enrol(person: APerson) {
  const browser = await aBrowser(person);
  const { secret } = (await browser.post("/api/v1/account/second-factor")).json();
  const confirmed = await browser.post("/api/v1/account/second-factor/confirmation", { code: await codeOf(secret) });
  expect(confirmed.statusCode).toBe(200);
  return { browser, secret: String(secret), recoveryCodes: confirmed.json().recoveryCodes as string[] };
}

const organ = "/api/v1/agencies/yunxi-jiaoyu";

describe("who must have a second factor", () => {
  test.each([
    { who: "the leader", person: leader },
    { who: "the leader's deputy", person: region.deputy },
    { who: "the head of the office", person: officeHead },
    { who: "the administrator", person: administrator },
  ])("$who can only enrol until it is done", async ({ person }) => {
    const browser = await aBrowser(person);
    expect(browser.stage).toBe("enrolment");
    for (const url of [organ, "/api/v1/agencies", "/api/v1/account/sessions"]) {
      const answer = await browser.get(url);
      expect([answer.statusCode, answer.json().error]).toEqual([401, "enrolment-needed"]);
    }
    expect((await browser.get("/api/v1/session")).json()).toMatchObject({ stage: "enrolment", agencies: [] });
    const { secret, address, picture } = (await browser.post("/api/v1/account/second-factor")).json();
    expect(address).toContain(`secret=${secret}`);
    expect(picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await browser.post("/api/v1/account/second-factor/confirmation", { code: "000000" })).json().error).toBe("wrong-code");
    const before = await countEvents(ledger, person.home);
    const done = await browser.post("/api/v1/account/second-factor/confirmation", { code: await codeOf(secret) });
    expect(done.json().recoveryCodes).toHaveLength(8);
    expect(await eventTypes(ledger, person.home, before)).toEqual(["access:secondFactorEnrolled"]);
    expect((await browser.get("/api/v1/session")).json().stage).toBe("complete");
    const row = await db.selectFrom("person").selectAll().where("person_id", "=", person.id).executeTakeFirstOrThrow();
    expect(row.totp_key?.toString("latin1")).not.toContain(secret);
  });

  test("others may have one, and are asked for it from then on", async () => {
    expect((await aBrowser(handler)).stage).toBe("complete");
    await enrol(handler);
    const browser = await aBrowser(handler);
    expect(browser.stage).toBe("secondFactor");
    const answer = await browser.get(organ);
    expect([answer.statusCode, answer.json().error]).toEqual([401, "second-factor-needed"]);
    expect((await browser.post("/api/v1/account/second-factor")).statusCode).toBe(401);
    expect((await browser.post("/api/v1/account/password", { current: A_PASSWORD, next: "另外一个很长的密码吧" })).statusCode).toBe(401);
  });

  test("a duty given during a session asks for it at once", async () => {
    const browser = await aBrowser(registrar);
    expect((await browser.get(organ)).statusCode).toBe(200);
    await db.updateTable("post").set({ deputy_id: registrar.id }).where("post_id", "=", region.posts.officeHead).execute();
    expect((await browser.get(organ)).json().error).toBe("enrolment-needed");
  });
});

describe("a code", () => {
  const give = (browser: Awaited<ReturnType<typeof aBrowser>>, payload: object) => browser.post("/api/v1/session/second-factor", payload);

  test("works once: neither the same session nor another takes it again, nor two at the same moment", async () => {
    const { unitHead } = region.staff;
    const { secret } = await enrol(unitHead);
    const [first, second] = [await aBrowser(unitHead), await aBrowser(unitHead)];
    expect((await give(first, { code: await codeOf(secret) })).json().error).toBe("wrong-code"); // used at enrolment
    clock.moveMinutes(1);
    const code = await codeOf(secret);
    const answers = await Promise.all([give(first, { code }), give(second, { code })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect((await give(await aBrowser(unitHead), { code })).json().error).toBe("wrong-code");
    clock.moveMinutes(1);
    expect((await give(await aBrowser(unitHead), { code: await codeOf(secret) })).json().stage).toBe("complete");
  });

  test("of a telephone half a minute off is taken, of two minutes off is not", async () => {
    const { legalReviewer } = region.staff;
    const { secret } = await enrol(legalReviewer);
    clock.moveMinutes(3);
    const at = (seconds: number) => generate({ secret, epoch: Math.floor(Date.parse(clock.instant()) / 1000) + seconds });
    expect((await give(await aBrowser(legalReviewer), { code: await at(-120) })).statusCode).toBe(422);
    expect((await give(await aBrowser(legalReviewer), { code: await at(-30) })).statusCode).toBe(200);
  });

  test("is guessed a few times only", async () => {
    const { secrecyReviewer } = region.staff;
    const { secret } = await enrol(secrecyReviewer);
    clock.moveMinutes(2);
    const browser = await aBrowser(secrecyReviewer);
    for (let tries = 0; tries < 5; tries += 1) expect((await give(browser, { code: "123456" })).statusCode).toBe(422);
    const blocked = await give(browser, { code: await codeOf(secret) });
    expect([blocked.statusCode, blocked.json().error]).toEqual([429, "too-many-attempts"]);
    expect(blocked.json().message).toMatch(/请在\d+分钟后再试/);
  });

  test("may be stood in for by a recovery code, each once", async () => {
    const { cashier } = region.staff;
    const { recoveryCodes } = await enrol(cashier);
    const [code = ""] = recoveryCodes;
    const before = await countEvents(ledger, cashier.home);
    const browser = await aBrowser(cashier);
    const taken = await give(browser, { recoveryCode: code.toUpperCase().replaceAll("-", " ") });
    expect(taken.json()).toMatchObject({ stage: "complete", person: { recoveryCodesLeft: 7 } });
    expect(await eventTypes(ledger, cashier.home, before)).toEqual(["access:signedIn", "access:recoveryCodeUsed"]);
    expect((await give(await aBrowser(cashier), { recoveryCode: code })).json().error).toBe("wrong-code");
  });
});

describe("taking the second factor away", () => {
  test("asks for password and code; then none is asked for", async () => {
    const { supervisor } = region.staff;
    const { browser, secret } = await enrol(supervisor);
    clock.moveMinutes(1);
    const remove = async (password: string, code: string) =>
      (await browser.post("/api/v1/account/second-factor/removal", { password, code })).statusCode;
    expect(await remove("不是这个密码啊不是", await codeOf(secret))).toBe(422);
    expect(await remove(A_PASSWORD, "000000")).toBe(422);
    expect((await browser.post("/api/v1/account/second-factor")).json().error).toBe("already-enrolled");
    expect(await remove(A_PASSWORD, await codeOf(secret))).toBe(204);
    expect((await browser.get("/api/v1/session")).json()).toMatchObject({ stage: "complete", person: { hasSecondFactor: false } });
    expect((await aBrowser(supervisor)).stage).toBe("complete");
  });
});
