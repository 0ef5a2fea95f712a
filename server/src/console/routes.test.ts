import { describe, expect, test } from "vitest";
import { anApp } from "../testing.ts";
import { consoleRoutes } from "./routes.ts";
import { hashFiles, isFresh } from "./stamp.ts";

describe("the back office's page", () => {
  test("is not ready at once: it says so in Chinese, and asks again by itself", async () => {
    const app = await anApp({ slices: [consoleRoutes] });
    const answer = await app.inject({ url: "/console/agencies/yunxi/today", headers: { accept: "text/html" } });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["refresh"]).toBe("2");
    expect(answer.body).toContain("正在准备后台界面，请稍候");
    expect(answer.headers["content-security-policy"]).toContain("style-src 'self';");
  });

  test("has no file that was not built, whatever its name", async () => {
    const app = await anApp({ slices: [consoleRoutes] });
    for (const name of ["stamp.json", "..%2Fstamp.json", "index.html"]) {
      expect((await app.inject(`/console/assets/${name}`)).statusCode).toBeGreaterThanOrEqual(400);
    }
  });
});

describe("the stamp of a build", () => {
  const files = ["console/index.html", "package-lock.json"];

  test("is fresh as long as what it was made of is the same", async () => {
    expect(await isFresh({ madeOf: await hashFiles(files), assets: [] })).toBe(true);
  });

  test("is stale once a source has changed or the lock file has", async () => {
    const madeOf = await hashFiles(files);
    for (const file of files) expect(await isFresh({ madeOf: { ...madeOf, [file]: "other" }, assets: [] })).toBe(false);
  });

  test("is fresh in a release, which has no sources", async () => {
    expect(await isFresh({ madeOf: { "console/src/not-there.ts": "hash" }, assets: [] })).toBe(true);
  });
});
