import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { announceSetUp } from "./setup-code.ts";
import { aLedger, aMovableClock, anOfficeApp } from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock });
const dataDir = mkdtempSync(join(tmpdir(), "gongkai-setup-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const app = await anOfficeApp(ledger, { settings: { dataDir } });

const lines: string[] = [];
const announce = () => announceSetUp(ledger, dataDir, (line) => lines.push(line));
const file = join(dataDir, "setup-code");
const wanted = {
  organ: { name: "云溪县人民政府办公室", shortName: "县府办", code: "yunxi", kind: "government" },
  administrator: { signInName: "Admin-Yunxi", name: "首位管理员", password: "溪水东流过石桥八九里" },
};
const submit = (payload: object) => app.inject({ method: "POST", url: "/api/v1/setup", payload });
const isNeeded = async () => (await app.inject("/api/v1/setup")).json().needed as boolean;

describe("the first run", () => {
  test("has no account at all, and says so", async () => {
    expect(await isNeeded()).toBe(true);
    expect(await db.selectFrom("person").selectAll().execute()).toEqual([]);
  });

  test("without a code that was announced nothing can be set up", async () => {
    for (const code of ["", "undefined", "x"]) expect((await submit({ ...wanted, code })).statusCode).toBeGreaterThanOrEqual(400);
    expect(await isNeeded()).toBe(true);
  });

  test("tells the code on the console and in a file only its owner reads; a second process tells the same", async () => {
    await announce();
    await announce();
    const code = readFileSync(file, "utf8").trim();
    expect(code).toMatch(/^[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{6}$/);
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.includes(code))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("refuses a wrong code, a weak password and another site, and then more tries", async () => {
    const code = readFileSync(file, "utf8").trim();
    expect((await submit({ ...wanted, code: "000000-000000-000000" })).json().error).toBe("wrong-setup-code");
    const weak = { ...wanted, code, administrator: { ...wanted.administrator, password: "1234567890" } };
    expect((await submit(weak)).json().error).toBe("password-too-common");
    const headers = { "sec-fetch-site": "cross-site" };
    const elsewhere = await app.inject({ method: "POST", url: "/api/v1/setup", headers, payload: { ...wanted, code } });
    expect(elsewhere.json().error).toBe("from-elsewhere");
    expect((await submit({ ...wanted, code, organ: { ...wanted.organ, code: "platform" } })).json().error).toBe("code-taken");
    for (let tries = 0; tries < 8; tries += 1) await submit({ ...wanted, code: "wrong" });
    expect((await submit({ ...wanted, code })).json().error).toBe("too-many-attempts");
    expect(await isNeeded()).toBe(true);
    clock.moveMinutes(16);
  });

  test("makes the organ and its administrator once, of two at the same moment", async () => {
    const code = readFileSync(file, "utf8").trim();
    const second = { ...wanted, code, administrator: { ...wanted.administrator, signInName: "other-admin" } };
    const answers = await Promise.all([submit({ ...wanted, code }), submit(second)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await isNeeded()).toBe(false);
    expect(() => statSync(file)).toThrow("ENOENT");
    expect(await db.selectFrom("person").select("person_id").execute()).toHaveLength(1);
    const posts = await db.selectFrom("post").select(["agency_id", "role"]).orderBy("agency_id").execute();
    expect(posts).toEqual([
      { agency_id: 0, role: "administrator" },
      { agency_id: 1, role: "administrator" },
    ]);
    expect((await verifyLedger(db)).faults).toEqual([]);
  });

  test("cannot be repeated, and leaves no code behind", async () => {
    expect((await submit({ ...wanted, code: "x" })).json().error).toBe("already-set-up");
    await announce();
    expect(lines).toHaveLength(2);
  });
});
