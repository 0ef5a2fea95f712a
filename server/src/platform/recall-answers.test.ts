import { expect, test } from "vitest";
import { anApp } from "../testing.ts";
import { createAnswerCache } from "./answer-cached.ts";
import type { Settings } from "../settings.ts";
import type { Slice } from "../slices.ts";

/** A page that changes when told so, made anew only then; and one that is not for everyone to see. */
async function aServer(settings: Partial<Settings> = {}) {
  let version = "1";
  let reads = 0;
  const slice: Slice = (app) => {
    const { answer, recall } = createAnswerCache();
    app.recallFirst((asked) => recall(asked, () => version));
    for (const [path, audience] of [
      ["/page", "public"],
      ["/inside", "probe"],
    ] as const)
      app.get(path, { config: { audience } }, (request, reply) => {
        reads += 1;
        return answer(request, reply, { key: path, version, type: "text/html; charset=utf-8", make: () => `第${version}版`.repeat(600) });
      });
  };
  const lines: string[] = [];
  const app = await anApp({ slices: [slice], settings, onLog: (line) => lines.push(line) });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    app,
    ask: (path: string, init: RequestInit = {}) => fetch(address + path, init),
    change: () => (version = "2"),
    reads: () => reads,
    /** The lines of the log that tell of requests. */
    requests: () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "request"),
  };
}

test("a page asked for before is sent without its route, the same in everything but its request's number", async () => {
  const { app, ask, reads } = await aServer();
  const read = await ask("/page?a=1");
  const recalled = await ask("/page?a=1");
  expect(reads()).toBe(1);
  expect(await recalled.text()).toBe(await read.text());
  const told = ({ headers }: Response) => Object.fromEntries([...headers].filter(([name]) => name !== "x-request-id" && name !== "date"));
  expect(told(recalled)).toEqual(told(read));
  expect(recalled.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(recalled.headers.get("x-request-id")).not.toBe(read.headers.get("x-request-id"));
  expect(recalled.headers.get("content-security-policy")).toContain("default-src 'none'");
  await app.close();
});

test("a browser that has it is told so, and HEAD sends no body; another version is read again", async () => {
  const { app, ask, reads, change } = await aServer();
  const { headers } = await ask("/page");
  const etag = headers.get("etag") ?? "";
  const known = await ask("/page", { headers: { "if-none-match": etag } });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  const head = await ask("/page", { method: "HEAD" });
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  expect(reads()).toBe(1);
  change();
  expect(await (await ask("/page", { headers: { "if-none-match": etag } })).text()).toContain("第2版");
  expect(reads()).toBe(2);
  await app.close();
});

test("each leaves its line in the log, and counts against the limit of its address", async () => {
  const { app, ask, requests } = await aServer({ rateLimitPerMinute: 3 });
  const asked = [await ask("/page?applicant=someone"), await ask("/page?applicant=someone"), await ask("/page?applicant=someone")];
  const refused = await ask("/page?applicant=someone");
  expect([...asked, refused].map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(refused.headers.get("retry-after")).toBeTruthy();
  await expect.poll(() => requests().length).toBe(4);
  expect(requests().map(({ reqId }) => reqId)).toEqual([...asked, refused].map(({ headers }) => headers.get("x-request-id")));
  expect(requests()[1]).toMatchObject({ req: { method: "GET", path: "/page", ip: "127.0.0.1" }, res: { status: 200 } });
  await app.close();
});

test.each<readonly [Settings["trustProxy"], string]>([
  [false, "127.0.0.1"],
  [1, "10.0.0.9"],
  ["127.0.0.0/8", "10.0.0.9"],
  [true, "10.0.0.8"],
])("with TRUST_PROXY %s the asker is %s, whichever way the answer comes", async (trustProxy, ip) => {
  const { app, ask, requests } = await aServer({ trustProxy });
  for (let times = 0; times < 2; times += 1) await ask("/page", { headers: { "x-forwarded-for": "10.0.0.8, 10.0.0.9" } });
  await expect.poll(() => requests().map(({ req }) => req.ip)).toEqual([ip, ip]);
  await app.close();
});

test("what is not for everyone, and what is not only read, goes to its route each time", async () => {
  const { app, ask, reads } = await aServer();
  await ask("/inside");
  await ask("/inside");
  expect(reads()).toBe(2);
  await ask("/page");
  expect((await ask("/page", { method: "POST" })).status).toBe(404);
  await app.close();
});
