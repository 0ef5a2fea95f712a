import { describe, expect, test } from "vitest";
import { questionOf } from "./human-check.ts";
import { A_FORM, begin, fillIn, readReceipt, send } from "./testing.ts";
import { aCitizenOffice } from "./testing-office.ts";

const { clock, ORGAN, visitor, apply, countCases } = await aCitizenOffice();

describe("strangers", () => {
  test("do not find, change, send or delete another browser's draft", async () => {
    const owner = visitor();
    const begun = await begin(owner, ORGAN);
    await fillIn(owner, begun);
    const stranger = visitor();
    const own = await begin(stranger, ORGAN);
    for (const step of ["request", "applicant", "supply", "files", "preview", "receipt"])
      expect((await stranger.get(`${begun.base}/${step}`)).status).toBe(404);
    for (const token of [own.token, begun.token]) {
      expect((await stranger.post(`${begun.base}/request`, { token, title: "改掉", go: "save" })).status).toBe(404);
      expect((await stranger.post(`${begun.base}/submit`, { token, version: "1" })).status).toBe(404);
      expect((await stranger.post(`${begun.base}/discard`, { token })).status).toBe(404);
    }
    expect((await owner.get(`${begun.base}/preview`)).text).toContain(A_FORM.request.title);
  });

  test("on another site cannot use a citizen's browser", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    const fields = { token: begun.token, title: "别人写的", go: "save" };
    expect((await who.post(`${begun.base}/request`, fields, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await who.post(`${begun.base}/request`, fields, { origin: "https://evil.example" })).status).toBe(403);
    expect((await who.post(`${begun.base}/request`, { ...fields, token: "" })).status).toBe(404);
    expect((await who.get(`${begun.base}/request`)).text).not.toContain("别人写的");
  });

  test("guess at query codes in vain: unknown number and wrong code are told the same, and soon nothing more is tried", async () => {
    const { number, code } = await apply(visitor());
    const guesser = visitor();
    const wrong = await guesser.post("/progress", { number, code: "000000000000" });
    const unknown = await guesser.post("/progress", { number: "0000226030299999", code: "000000000000" });
    const told = (text: string) => text.replaceAll(/value="[^"]*"/g, "");
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(told(wrong.text)).toBe(told(unknown.text));
    for (let guess = 0; guess < 9; guess += 1) await guesser.post("/progress", { number, code: String(guess).repeat(12) });
    expect((await guesser.post("/progress", { number, code })).status).toBe(429);
    clock.moveMinutes(16);
    expect((await guesser.post("/progress", { number, code })).to).toBe("/progress/case");
  });

  test("write script and signs of other languages into every field, and it stays text", async () => {
    const who = visitor();
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'; drop table application; -- \u202Egnp.exe {{7*7}}`;
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun, {
      request: { title: evil, description: evil, documentNumber: evil.slice(0, 90), period: evil.slice(0, 90) },
      applicant: { name: evil.slice(0, 90), address: evil, postcode: "<b>" },
      supply: { help: evil },
    });
    const pages = [];
    for (const step of ["request", "applicant", "supply", "files", "preview"]) pages.push((await who.get(`${begun.base}/${step}`)).text);
    await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    pages.push((await who.get(`${begun.base}/receipt`)).text);
    const { number, code } = await readReceipt(who, begun);
    await who.post("/progress", { number, code });
    pages.push(
      (await who.get("/progress/case")).text,
      (await who.get(`/apply?want=${encodeURIComponent(evil)}`)).text,
      (await who.get(`/apply/${ORGAN}?want=${encodeURIComponent(evil)}`)).text,
    );
    pages.push(
      (await who.get(`/progress/verify?number=${encodeURIComponent(evil.slice(0, 60))}&code=%3Cscript%3E`)).text,
      (await who.get(`/progress?number=${encodeURIComponent('"><script>')}`)).text,
    );
    for (const page of pages) {
      expect(page).not.toMatch(/<script>alert|<img src=x|\u202E/);
      expect(page.length).toBeGreaterThan(500);
    }
    expect(await countCases()).toBeGreaterThan(0);
  });

  test("bring what is no form, and get an answer that is no fault", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    const odd = [
      await who.get(`/apply/${ORGAN}/not-a-draft/request`),
      await who.get("/apply/../../etc/passwd"),
      await who.get(`/apply/${"a".repeat(300)}`),
      await who.get("/opinion?k=1.00000000-0000-4000-8000-000000000000.x"),
      await who.get(`/opinion?k=${encodeURIComponent("' or 1=1")}`),
      await who.post(`${begun.base}/submit`, { token: begun.token, version: "x" }),
      await who.post("/progress", {}),
      await who.post("/progress", { number: "9".repeat(5000), code: "９".repeat(5000) }),
      await who.upload(`${begun.base}/files`, { token: begun.token }, []),
    ];
    for (const { status } of odd) expect(status).toBeLessThan(500);
    who.cookies.set("gongkai_progress", "AAAA");
    expect((await who.get("/progress/case")).to).toBe("/progress");
  });
});
