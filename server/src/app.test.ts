import type { ReadResult } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { anApp } from "./testing.ts";
import type { Slice } from "./slices.ts";

const html = { accept: "text/html,application/xhtml+xml" };

/** Routes that go wrong in every way a route can. */
const troubled: Slice = (app) => {
  app.get("/fault", { config: { audience: "public" } }, async () => {
    throw new Error("secret inside");
  });
  app.post(
    "/api/v1/things",
    { config: { audience: "public" }, schema: { body: z.object({ count: z.int().max(9), kind: z.enum(["a", "b"]) }) } },
    async () => ({ ok: true }),
  );
};

describe("probes", () => {
  test("the process says it is up", async () => {
    const app = await anApp();
    const answer = await app.inject("/healthz");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: "ok" });
  });

  test("it is ready once a reader has read a first document, and not before", async () => {
    let finish: (read: ReadResult) => void = () => {};
    const first = new Promise<ReadResult>((resolve) => {
      finish = resolve;
    });
    const app = await anApp({ slices: [], readers: { read: () => first, close: async () => {} } });
    const before = await app.inject("/readyz");
    expect(before.statusCode).toBe(503);
    expect(before.json()).toEqual({ status: "not-ready", parts: { readers: false } });
    finish({ ok: true, doc: { format: "text", title: null, text: "", blocks: [], notes: [] } });
    const after = await app.inject("/readyz");
    expect(after.statusCode).toBe(200);
    expect(after.json()).toEqual({ status: "ready", parts: { readers: true } });
  });
});

describe("an address nothing stands at", () => {
  test("is told to a browser as a Chinese page with a number to quote", async () => {
    const app = await anApp();
    const answer = await app.inject({ url: "/nothing", headers: html });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("text/html");
    expect(answer.body).toContain("没有找到这个页面");
    expect(answer.body).toContain(String(answer.headers["x-request-id"]));
  });

  test("is told to a program as JSON", async () => {
    const app = await anApp();
    const answer = await app.inject({ url: "/nothing" });
    expect(answer.json()).toMatchObject({ status: 404, error: "not-found", requestId: answer.headers["x-request-id"] });
  });
});

describe("a fault", () => {
  test("is logged with its request's number, and its inside is not told", async () => {
    const lines: string[] = [];
    const app = await anApp({ slices: [troubled], onLog: (line) => lines.push(line) });
    const answer = await app.inject({ url: "/fault?applicant=someone", headers: html });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain("系统故障");
    expect(answer.body).not.toContain("secret inside");
    const logged = lines.find((line) => line.includes("secret inside"));
    expect(logged).toContain(String(answer.headers["x-request-id"]));
  });

  test("and any other request leave no query in the log", async () => {
    const lines: string[] = [];
    const app = await anApp({ slices: [troubled], onLog: (line) => lines.push(line) });
    await app.inject("/fault?applicant=someone");
    await app.inject("/nothing?applicant=someone");
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("")).not.toContain("applicant");
  });
});

describe("a wrong body", () => {
  test("is answered in Chinese with everything that is wrong with it, at once", async () => {
    const app = await anApp({ slices: [troubled] });
    const answer = await app.inject({ method: "POST", url: "/api/v1/things", payload: { count: 10, kind: "c" } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toEqual([
      { path: "/count", message: "“count”不能大于或多于 9。" },
      { path: "/kind", message: "“kind”只能是：a、b。" },
    ]);
  });

  test("that is no JSON at all is a bad request, not a fault", async () => {
    const app = await anApp({ slices: [troubled] });
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/things",
      headers: { "content-type": "application/json" },
      payload: "{",
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().message).toBe("请求的内容有误，请检查后再试。");
  });

  test("larger than allowed is refused", async () => {
    const app = await anApp({ slices: [troubled], settings: { uploadMaxMb: 1 } });
    const answer = await app.inject({ method: "POST", url: "/api/v1/things", payload: { kind: "a".repeat(2_000_000) } });
    expect(answer.statusCode).toBe(413);
  });
});

describe("every answer", () => {
  test("forbids inline script and style and everything from outside", async () => {
    const app = await anApp();
    for (const url of ["/api/docs", "/nothing"]) {
      const { headers } = await app.inject({ url, headers: html });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).toContain("script-src 'self'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  test("promises HTTPS only where people come by HTTPS", async () => {
    const plain = await anApp();
    const secure = await anApp({ settings: { baseUrl: "https://gongkai.example" } });
    expect((await plain.inject("/healthz")).headers["strict-transport-security"]).toBeUndefined();
    expect((await secure.inject("/healthz")).headers["strict-transport-security"]).toContain("max-age=");
  });

  test("is refused past the rate limit in Chinese, but the probes and the parts of the console are not", async () => {
    const app = await anApp({ settings: { rateLimitPerMinute: 2 } });
    await app.inject("/api/docs");
    await app.inject("/api/docs");
    const answer = await app.inject("/api/docs");
    expect(answer.statusCode).toBe(429);
    expect(answer.json().message).toBe("请求过于频繁，请稍后再试。");
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    expect((await app.inject("/console/assets/none.js")).statusCode).toBe(404);
  });
});

describe("audiences", () => {
  test("every route of the server says for whom it is", async () => {
    const { routeList } = await anApp();
    expect(routeList.length).toBeGreaterThan(5);
    expect(routeList.filter(({ audience }) => audience === undefined)).toEqual([]);
  });

  test("a route that does not say so cannot be registered", async () => {
    const silent: Slice = (app) => {
      app.get("/silent", async () => "");
    };
    await expect(anApp({ slices: [silent] })).rejects.toThrow("/silent does not declare its audience");
  });
});

describe("the description of the API", () => {
  test("is OpenAPI 3.1 and names every route under /api/v1", async () => {
    const app = await anApp();
    const description = (await app.inject("/api/openapi.json")).json();
    expect(description.openapi).toMatch(/^3\.1\./);
    const described = Object.keys(description.paths);
    expect(described).toContain("/healthz");
    for (const { url } of app.routeList.filter((route) => route.url.startsWith("/api/v1/"))) {
      expect(described).toContain(url.replaceAll(/:(\w+)/g, "{$1}"));
    }
  });

  test("can be read by people without script and without a request to anywhere else", async () => {
    const app = await anApp();
    const page = await app.inject({ url: "/api/docs", headers: html });
    expect(page.body).toContain("GET /healthz");
    expect(page.body).not.toMatch(/<script|https?:\/\//);
  });
});
