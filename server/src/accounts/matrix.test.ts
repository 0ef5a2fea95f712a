import { describe, expect, test } from "vitest";
import { POST_ROLES, type PostRole } from "../agencies/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import type { RouteEntry } from "../platform/audience.ts";
import { SLICES, type Slice } from "../slices.ts";
import { ACCESS_REFUSALS } from "./refusals.ts";
import { aLedger, anOfficeApp, type APerson, aRegion, type SignedInHeaders, signInAs } from "./testing.ts";

/** Every route × every role × own and foreign organ. Nothing here knows a route: what is registered is walked. */
const { db } = await aDatabase();
const ledger = aLedger(db);
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger, { slices: SLICES });
const routes = app.routeList.filter(({ audience, method }) => audience !== "public" && audience !== "probe" && method !== "OPTIONS");
const ofOrgans = routes.filter(({ url }) => url.includes("/:agency"));
const GUARD: readonly string[] = Object.keys(ACCESS_REFUSALS);

/** What the guard said: the status and the code of its refusal, or `passed`. */
async function ask({ method, url }: RouteEntry, agency: string, headers: Partial<SignedInHeaders>): Promise<string> {
  const address = url.replace(":agency", agency).replaceAll(/:\w+/g, "00000000-0000-4000-8000-000000000000");
  const body = method === "GET" || method === "HEAD" ? {} : { payload: {} };
  const answer = await app.inject({ method: method as "GET", url: address, headers, ...body }); // one of the router's methods
  if (method === "HEAD") return answer.statusCode === 401 || answer.statusCode === 403 ? String(answer.statusCode) : "passed";
  const error = answer.headers["content-type"]?.toString().includes("json") && answer.body !== "" ? String(answer.json().error) : "";
  return GUARD.includes(error) ? `${answer.statusCode} ${error}` : "passed";
}

const name = ({ method, url }: RouteEntry) => `${method} ${url}`;
const sign = (person: APerson) => signInAs(ledger, person);

/** Asks every route and names those that answered otherwise than they should. */
async function strays(
  list: readonly RouteEntry[],
  agency: string,
  headersFor: () => Promise<Partial<SignedInHeaders>>,
  expected: (route: RouteEntry) => string,
): Promise<readonly string[]> {
  const found: string[] = [];
  let headers = await headersFor();
  for (const route of list) {
    const answer = await ask(route, agency, headers);
    if (answer === "passed" && route.method !== "GET") headers = await headersFor(); // it may have ended the session
    const should = expected(route);
    const isAsExpected =
      route.method === "HEAD" && should !== "passed" ? answer === should.slice(0, 3) || should.startsWith("404") : answer === should;
    if (!isAsExpected) found.push(`${name(route)}: ${answer}, should be ${should}`);
  }
  return found;
}

function allows({ audience, config }: RouteEntry, role: PostRole): boolean {
  if (audience === "administrator") return role === "administrator";
  if (audience === "staff") return config.roles === "anyPost" || config.roles?.includes(role) === true;
  return audience === "signedIn";
}

// Thousands of requests, on machines that do other things too.
describe("the matrix of routes and people", { timeout: 120_000 }, () => {
  test("walks something", () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(ofOrgans.length).toBeGreaterThan(20);
  });

  test("what takes a submit without a sign-in is known here, with the reason", () => {
    const known: Readonly<Record<string, string>> = {
      "POST /api/v1/session": "signing in",
      "POST /api/v1/setup": "asks for the set-up code",
      "POST /api/v1/report-checks": "keeps nothing",
      "POST /api/v1/report-files": "keeps nothing",
      "POST /api/v1/batch-tables": "keeps nothing",
      "POST /api/v1/case-status": "keeps nothing",
      "POST /check-up": "keeps nothing",
      "POST /deadline": "keeps nothing",
      // A citizen applies without an account (Art. 29): the draft's address is its key, and the attempts are counted.
      "POST /apply/:agency": "begins a draft; limited by address",
      "POST /apply/:agency/:draft/request": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/applicant": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/supply": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/files": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/files/:file/remove": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/discard": "a draft, known by its secret address",
      "POST /apply/:agency/:draft/submit": "a draft, known by its secret address; proof of work",
      "POST /progress": "asks for number and query code; wrong ones are counted",
      "POST /progress/leave": "forgets the pass",
      "POST /progress/case/:kind": "asks for the pass that number and query code gave",
      "POST /opinion/form": "asks for the third party's one-time link",
      "POST /verify": "keeps nothing",
      "POST /verify.json": "keeps nothing",
    };
    const open = app.routeList.filter(({ audience, method }) => audience === "public" && !["GET", "HEAD", "OPTIONS"].includes(method));
    expect(open.map(name).filter((route) => known[route] === undefined)).toEqual([]);
  });

  test("nobody signed in: 401 everywhere", async () => {
    expect(
      await strays(
        routes,
        "yunxi-jiaoyu",
        async () => ({}),
        () => "401 not-signed-in",
      ),
    ).toEqual([]);
  });

  test("half signed in: 401 everywhere but where the sign-in is finished", async () => {
    const owing = async () => {
      const headers = await sign(region.staff.administrator);
      await db.updateTable("session").set({ second_factor_at: null }).where("person_id", "=", region.staff.administrator.id).execute();
      return headers;
    };
    const expected = ({ config }: RouteEntry) =>
      config.unfinished?.includes("secondFactor") === true ? "passed" : "401 second-factor-needed";
    expect(await strays(routes, "yunxi-jiaoyu", owing, expected)).toEqual([]);
    expect(
      routes
        .filter(({ config }) => config.unfinished !== undefined && config.unfinished.length > 0)
        .map(name)
        .toSorted(),
    ).toEqual([
      "DELETE /api/v1/session",
      "GET /api/v1/session",
      "HEAD /api/v1/session",
      "POST /api/v1/account/password",
      "POST /api/v1/account/second-factor",
      "POST /api/v1/account/second-factor/confirmation",
      "POST /api/v1/session/second-factor",
    ]);
  });

  test.each(POST_ROLES)("%s: what the route says in the own organ, and 404 in every other", async (role) => {
    const person = region.staff[role];
    const own = (route: RouteEntry) => (allows(route, role) ? "passed" : "403 wrong-duty");
    expect(await strays(ofOrgans, "yunxi-jiaoyu", () => sign(person), own)).toEqual([]);
    const isTrusted = role === "administrator" || role === "leader" || role === "supervisor";
    for (const foreign of isTrusted ? ["wanghu", "yunxi", "yunxi-shiqiao", "platform", "no-such-organ"] : ["wanghu"]) {
      expect(
        await strays(
          ofOrgans,
          foreign,
          () => sign(person),
          () => "404 no-such-agency",
        ),
      ).toEqual([]);
    }
  });

  test("an administrator from above: what is for administrators; from elsewhere: 404", async () => {
    const above = (route: RouteEntry) => (route.config.roles !== "anyPost" && allows(route, "administrator") ? "passed" : "403 wrong-duty");
    for (const person of [region.countyAdministrator, region.platformAdministrator]) {
      expect(await strays(ofOrgans, "yunxi-jiaoyu", () => sign(person), above)).toEqual([]);
    }
    expect(
      await strays(
        ofOrgans,
        "yunxi-jiaoyu",
        () => sign(region.elsewhereAdministrator),
        () => "404 no-such-agency",
      ),
    ).toEqual([]);
  });

  test("a supervisor from above: only reading, and only where the route says so", async () => {
    const expected = ({ audience, config }: RouteEntry) =>
      audience === "signedIn" || config.supervised === true ? "passed" : "403 wrong-duty";
    expect(await strays(ofOrgans, "yunxi-jiaoyu", () => sign(region.countySupervisor), expected)).toEqual([]);
    expect(ofOrgans.filter(({ config, method }) => config.supervised === true && method !== "GET" && method !== "HEAD").map(name)).toEqual(
      [],
    );
  });

  test("routes of the installation: its administrators, nobody else", async () => {
    const platform = routes.filter(({ audience }) => audience === "platform");
    expect(
      await strays(
        platform,
        "platform",
        () => sign(region.platformAdministrator),
        () => "passed",
      ),
    ).toEqual([]);
    for (const person of [region.staff.administrator, region.countyAdministrator]) {
      expect(
        await strays(
          platform,
          "platform",
          () => sign(person),
          ({ url }) => (url.includes("/:agency") ? "404 no-such-agency" : "403 wrong-duty"),
        ),
      ).toEqual([]);
    }
  });
});

describe("a route that forgets to say for whom it is", () => {
  const slice =
    (config: object, url = "/api/v1/agencies/:agency/things"): Slice =>
    (own) => {
      own.get(url, { config }, async () => ({}));
    };

  test.each([
    { forgets: "its audience", slices: [slice({})], says: "does not declare its audience" },
    { forgets: "its roles", slices: [slice({ audience: "staff" })], says: "does not say for which" },
    { forgets: "all its roles", slices: [slice({ audience: "staff", roles: [] })], says: "does not say for which" },
    { forgets: "the organ", slices: [slice({ audience: "administrator" }, "/api/v1/things")], says: "its address names none" },
    { forgets: "that only staff has roles", slices: [slice({ audience: "signedIn", roles: ["handler"] })], says: "only routes for staff" },
  ])("($forgets) cannot be registered", async ({ slices, says }) => {
    await expect(anOfficeApp(ledger, { slices })).rejects.toThrow(says);
  });
});
