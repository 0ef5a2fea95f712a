import { describe, expect, test } from "vitest";
import {
  actorOf,
  aLedger,
  anOfficeApp,
  type APerson,
  aRegion,
  aStrangeId,
  countEvents,
  eventTypes,
  signInAs,
} from "../accounts/testing.ts";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { addAgency, agencyStream, changeAgency, listAncestors, listDescendants } from "./index.ts";

const { db } = await aDatabase();
const ledger = aLedger(db);
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger);
const { administrator, handler } = region.staff;

async function ask(as: APerson, method: "GET" | "POST" | "PATCH", path: string, payload?: object) {
  const headers = await signInAs(ledger, as);
  return app.inject({ method, url: `/api/v1/agencies${path}`, headers, ...(payload === undefined ? {} : { payload }) });
}
const wanted = (code: string) => ({ code, name: `云溪县${code}局`, shortName: code, kind: "department" });

describe("an organ", () => {
  test("is added below another by who administers that one; its own ledger begins with it", async () => {
    const answer = await ask(region.countyAdministrator, "POST", "/yunxi/subordinates", { ...wanted("minzheng"), letterMark: "云民公开" });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      code: "minzheng",
      parent: "yunxi",
      remedyKind: "department",
      letterMark: "云民公开",
      isDemo: false,
      version: 1,
    });
    const { agency_id } = await db.selectFrom("agency").select("agency_id").where("code", "=", "minzheng").executeTakeFirstOrThrow();
    const [first] = await readHistory(db, agency_id, agencyStream(agency_id));
    expect(first).toMatchObject({ type: "agencyAdded", sequence: 1, actor: { id: region.countyAdministrator.id } });
    expect((await ask(region.countyAdministrator, "POST", "/yunxi/subordinates", wanted("minzheng"))).json().error).toBe("code-taken");
  });

  test("is numbered once, of many added at the same moment below different ones", async () => {
    const add = (index: number) =>
      addAgency(ledger, {
        ...wanted(`many-${index}`),
        kind: "department",
        parentId: index % 2 === 0 ? region.county.id : region.elsewhere.id,
        actor: { kind: "system" },
      });
    const added = await Promise.all(Array.from({ length: 12 }, (_, index) => add(index)));
    const numbers = added.map((result) => (result.ok ? result.value.agencyId : -1));
    expect(new Set(numbers).size).toBe(12);
    expect(numbers).not.toContain(-1);
  });

  test("half added when the power failed is finished by the same call", async () => {
    const next =
      (
        await db
          .selectFrom("agency")
          .select((eb) => eb.fn.max("agency_id").as("last"))
          .executeTakeFirstOrThrow()
      ).last + 1;
    await db.insertInto("agency").values({ agency_id: next, code: "half", name: "半", short_name: "半", kind: "department" }).execute();
    const call = { ...wanted("half"), kind: "department" as const, parentId: region.county.id, actor: { kind: "system" as const } };
    expect(await addAgency(ledger, call)).toEqual({ ok: true, value: { agencyId: next } });
    expect(await addAgency(ledger, call)).toEqual({ ok: false, refusal: "code-taken" });
  });

  test("is not added by others; nothing but the refusal is written", async () => {
    const before = await countEvents(ledger, region.bureau.id);
    expect((await ask(handler, "POST", "/yunxi-jiaoyu/subordinates", wanted("sneaked"))).statusCode).toBe(403);
    expect(await eventTypes(ledger, region.bureau.id, before)).toEqual(["access:refused"]);
    const command = await addAgency(ledger, {
      ...wanted("sneaked"),
      kind: "department",
      parentId: region.bureau.id,
      actor: actorOf(handler),
    });
    expect(command).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await db.selectFrom("agency").select("code").where("code", "=", "sneaked").execute()).toEqual([]);
  });

  test("tells its contact, changes it, and tells the second who changes it", async () => {
    const contact = { office: "云溪县教育局办公室", telephone: "0000-0000001", hours: "工作日8:30至17:30" };
    const changed = await ask(administrator, "PATCH", "/yunxi-jiaoyu", { version: 1, contact, letterMark: "云教公开" });
    expect(changed.json()).toMatchObject({ contact, letterMark: "云教公开", name: "云溪县教育局", version: 2 });
    const late = await ask(administrator, "PATCH", "/yunxi-jiaoyu", { version: 1, name: "云溪县教育和体育局" });
    expect([late.statusCode, late.json().error]).toEqual([409, "changed-meanwhile"]);
    const renamed = await ask(administrator, "PATCH", "/yunxi-jiaoyu", { version: 2, name: "云溪县教育和体育局", remedyKind: "vertical" });
    expect(renamed.json()).toMatchObject({ name: "云溪县教育和体育局", remedyKind: "vertical", contact, version: 4 });
    expect((await ask(handler, "GET", "/yunxi-jiaoyu")).json().name).toBe("云溪县教育和体育局");
  });

  test("is closed from above, once nothing below it is at work; then it stays as it is", async () => {
    const close = (as: APerson, code: string, version: number) => ask(as, "POST", `/${code}/closure`, { version, on: "2026-03-01" });
    expect((await close(region.platformAdministrator, "yunxi", 1)).json().error).toBe("has-subordinates");
    const { version } = (await ask(administrator, "GET", "/yunxi-jiaoyu")).json();
    expect((await close(administrator, "yunxi-jiaoyu", version)).json().error).toBe("not-allowed");
    expect((await close(region.countyAdministrator, "yunxi-jiaoyu", version)).json().closedOn).toBe("2026-03-01");
    const change = { version: version + 1, name: "别的名字" };
    expect((await ask(region.countyAdministrator, "PATCH", "/yunxi-jiaoyu", change)).json().error).toBe("agency-closed");
    expect((await ask(region.countyAdministrator, "POST", "/yunxi-jiaoyu/subordinates", wanted("below"))).json().error).toBe(
      "agency-closed",
    );
    expect((await ask(region.platformAdministrator, "POST", "/platform/closure", { version: 0 })).json().error).toBe("is-platform");
  });

  test("0, the installation itself, can be renamed", async () => {
    const call = { agencyId: 0, actor: actorOf(region.platformAdministrator), version: 0, name: "云溪市政府信息公开平台" };
    expect((await changeAgency(ledger, call)).ok).toBe(true);
    const row = await db.selectFrom("agency").selectAll().where("agency_id", "=", 0).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: call.name, code: "platform", kind: "platform", version: 2 });
  });
});

describe("the tree", () => {
  const codes = async (as: APerson) => (await ask(as, "GET", "")).json().agencies.map(({ code }: { code: string }) => code);

  test("shows everybody the organs they have to do with, superiors first", async () => {
    expect(await codes(handler)).toEqual(["yunxi-jiaoyu"]);
    expect(await codes(region.countySupervisor)).toEqual(expect.arrayContaining(["yunxi", "yunxi-jiaoyu", "yunxi-shiqiao"]));
    expect(await codes(region.countySupervisor)).not.toContain("wanghu");
    const all = await codes(region.platformAdministrator);
    expect(all).toEqual(expect.arrayContaining(["platform", "yunxi", "wanghu"]));
    expect(all.indexOf("yunxi")).toBeLessThan(all.indexOf("yunxi-jiaoyu"));
  });

  test("is walked up and down", async () => {
    expect((await listAncestors(db, region.bureau.id)).map(({ code }) => code)).toEqual(["yunxi"]);
    expect((await listDescendants(db, region.county.id)).map(({ code }) => code)).toContain("yunxi-shiqiao");
  });
});

describe("a division", () => {
  const units = "/yunxi-shiqiao/units";

  test("is added, renamed and closed; names are not doubled among those at work", async () => {
    const as = region.countyAdministrator;
    const added = await ask(as, "POST", units, { name: "党政办公室" });
    expect([added.statusCode, added.json().version]).toEqual([201, 1]);
    expect((await ask(as, "POST", units, { name: "党政办公室" })).json().error).toBe("name-taken");
    const url = `${units}/${added.json().id}`;
    expect((await ask(as, "PATCH", url, { version: 1, name: "综合办公室" })).json()).toMatchObject({ name: "综合办公室", version: 2 });
    expect((await ask(as, "PATCH", url, { version: 1, name: "另一名称" })).json().error).toBe("changed-meanwhile");
    expect((await ask(as, "POST", `${url}/closure`, { version: 2 })).json().closedOn).toBe("2026-03-02");
    expect((await ask(as, "PATCH", url, { version: 3, name: "又一名称" })).json().error).toBe("unit-closed");
    expect((await ask(as, "POST", units, { name: "综合办公室" })).statusCode).toBe(201);
    expect((await ask(as, "PATCH", `${units}/${aStrangeId()}`, { version: 1, name: "无" })).json().error).toBe("no-such-unit");
    expect((await ask(as, "GET", units)).json().units.map(({ closedOn }: { closedOn: string | null }) => closedOn)).toEqual([
      null,
      "2026-03-02",
    ]);
  });
});

describe("the description of the API", () => {
  test("names every route of organs and accounts, with what comes in and what goes out", async () => {
    const { paths, components } = (await app.inject("/api/openapi.json")).json();
    const described = Object.keys(paths);
    expect(described).toEqual(expect.arrayContaining(["/api/v1/agencies/{agency}", "/api/v1/session", "/api/v1/setup"]));
    expect(paths["/api/v1/agencies/{agency}/posts"].post.requestBody).toBeDefined();
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(["Agency", "Session", "Post", "Person", "Problem"]));
  });
});
